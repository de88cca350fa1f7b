import { useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { isLegal, type DunningStep } from '../../recovery-rules.ts'
import { useRecoveryWords } from './use-recovery-words.ts'

export interface StepChoice {
  readonly language?: 'fr' | 'ar'
  readonly tracking_number: string | null
  readonly note: string | null
}

/** Before a step of recovery is taken: what it does, the language of its letter, the postal number if it is known already. */
export const StepDialog = ({
  step,
  cases,
  onTake,
  onClose,
}: {
  step: DunningStep
  /** How many cases it is taken for. */
  cases: number
  onTake: (choice: StepChoice) => Promise<void>
  onClose: () => void
}) => {
  const { t } = useLingui()
  const words = useRecoveryWords()
  const [language, setLanguage] = useState<'own' | 'fr' | 'ar'>('own')
  const [tracking, setTracking] = useState('')
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const legal = isLegal(step)
  const take = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await onTake({ ...(language !== 'own' && { language }), tracking_number: tracking.trim() || null, note: note.trim() || null })
      onClose()
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’étape n’a pas pu être faite. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={words.act[step]}
      intro={cases > 1 ? plural(cases, { one: '# dossier', other: '# dossiers' }) : undefined}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button
            kind={step === 'suspension' || step === 'termination' ? 'dangerPrimary' : 'primary'}
            busy={busy}
            onClick={() => void take()}
          >
            {words.act[step]}
          </Button>
        </>
      }
    >
      {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
      <p>{words.effect[step]}</p>
      {legal && (
        <SelectField
          label={t`Langue de la lettre`}
          value={language}
          onChange={(event) => setLanguage(event.target.value as 'own' | 'fr' | 'ar')}
          options={[
            { value: 'own', label: t`Celle du client` },
            { value: 'fr', label: t`Français` },
            { value: 'ar', label: t`Arabe` },
          ]}
        />
      )}
      {legal && cases === 1 && (
        <TextField
          optional
          ltr
          label={t`Numéro d’envoi recommandé`}
          hint={t`Il peut être ajouté plus tard.`}
          maxLength={60}
          value={tracking}
          onChange={(event) => setTracking(event.target.value)}
        />
      )}
      {cases === 1 && <TextField optional label={t`Note`} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />}
    </Dialog>
  )
}

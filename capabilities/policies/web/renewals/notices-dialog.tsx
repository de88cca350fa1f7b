import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'

/** Before notices are written: for which policies, in which language, and what happens then. */
export const NoticesDialog = ({
  whose,
  onMake,
  onClose,
}: {
  /** «12 polices», or what the filter finds. */
  whose: string
  onMake: (language: 'fr' | 'ar' | undefined) => Promise<void>
  onClose: () => void
}) => {
  const { t } = useLingui()
  const [language, setLanguage] = useState<'own' | 'fr' | 'ar'>('own')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const make = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await onMake(language === 'own' ? undefined : language)
      onClose()
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`Les avis n’ont pas pu être demandés. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={<Trans>Établir les avis d’échéance</Trans>}
      intro={whose}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void make()}>
            <Trans>Établir les avis</Trans>
          </Button>
        </>
      }
    >
      {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
      <p>
        <Trans>
          La prime de la nouvelle période est calculée au tarif de son premier jour. Les polices dont l’avis est déjà fait, ou dont le sort
          est décidé, sont laissées. Les lettres sont classées au dossier de chaque client et imprimées à la suite.
        </Trans>
      </p>
      <SelectField
        label={t`Langue des avis`}
        value={language}
        onChange={(event) => setLanguage(event.target.value as 'own' | 'fr' | 'ar')}
        options={[
          { value: 'own', label: t`Celle du client` },
          { value: 'fr', label: t`Français` },
          { value: 'ar', label: t`Arabe` },
        ]}
      />
    </Dialog>
  )
}

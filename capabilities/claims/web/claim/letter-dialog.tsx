import { Trans, useLingui } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import type { Claim, ClaimLetter } from '../../contract.ts'
import { lettersFor } from '../../letters.ts'
import { useClaimWords } from '../use-claim-words.ts'
import { letterLanguage } from './letter-fields.tsx'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

/** Writes one of the letters that the file allows to the customer. */
export const LetterDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { write } = useClaimAct(claim.id)
  const ready = lettersFor({ ...claim, missingPapers: claim.papers.filter((paper) => paper.missing).length })
  const form = useForm({
    initial: { letter: (ready.at(-1) ?? 'acknowledgement') as string, language: letterLanguage(claim.contact.language) },
    send: ({ letter, language }) => write({ letter: letter as ClaimLetter, language }),
    done: onClose,
  })
  const { name } = claim.contact
  return (
    <Dialog
      title={t`Écrire une lettre`}
      intro={<Trans>À {name}. Elle rejoint les documents du dossier.</Trans>}
      size="small"
      onClose={onClose}
    >
      <FormFrame form={form} className={classes['form']}>
        <SelectField
          {...form.text('letter')}
          label={t`Lettre`}
          options={ready.map((value) => ({ value, label: words.letter[value] }))}
          data-first=""
        />
        <Segments
          label={t`Langue`}
          value={form.values.language}
          onChange={(language: 'fr' | 'ar') => form.set('language', language)}
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'ar', label: 'العربية' },
          ]}
        />
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            <Trans>Écrire la lettre</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { LetterFields, letterLanguage } from './letter-fields.tsx'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

/** Gives an expert the mission; the customer can be told by letter. */
export const ExpertDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const { t } = useLingui()
  const { today, day } = useFormats()
  const { can } = useSession()
  const { act, write } = useClaimAct(claim.id)
  const due = claim.clocks.find((clock) => clock.kind === 'expert')?.due_on ?? null
  const form = useForm({
    initial: {
      expert_name: claim.expert_name ?? '',
      expert_phone: claim.expert_phone ?? '',
      assigned_on: today(),
      letter: can('document.create') && can('claim.attach'),
      language: letterLanguage(claim.contact.language),
    },
    rules: {
      expert_name: (name) => (name.trim() === '' ? t`Indiquez l’expert ou son cabinet.` : null),
      assigned_on: (text) => (isDay(text) ? null : t`Écrivez une date, comme 23/11/2026.`),
    },
    send: async ({ letter, language, ...values }, options) => {
      await act(claimOperations.nameExpert, { id: claim.id, version: claim.version, ...values }, options)
      toast(t`Expert désigné`)
      if (letter) await write({ letter: 'expert_named', language })
    },
    done: onClose,
  })
  return (
    <Dialog
      title={t`Désigner l’expert`}
      intro={due === null ? undefined : <Trans>La mission est à donner au plus tard le {day(due)} (art. 13 de l’ord. 95-07).</Trans>}
      size="small"
      onClose={onClose}
    >
      <FormFrame form={form} className={classes['form']}>
        <TextField {...form.text('expert_name')} label={t`Expert ou cabinet`} maxLength={160} data-first="" />
        <TextField {...form.text('expert_phone')} label={t`Téléphone`} optional type="tel" maxLength={60} />
        <DayField {...form.pick('assigned_on')} label={t`Mission donnée le`} />
        <LetterFields
          label={t`Écrire la lettre au client`}
          wanted={form.values.letter}
          language={form.values.language}
          onWanted={(wanted) => form.set('letter', wanted)}
          onLanguage={(language) => form.set('language', language)}
        />
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            <Trans>Donner la mission</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}

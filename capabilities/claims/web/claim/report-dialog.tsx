import { Trans, useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { MoneyField } from '#kernel/web/forms/money-field.tsx'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

/** «PV d’expertise»: what the damage is worth, and what wear takes from it. */
export const ReportDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const { act } = useClaimAct(claim.id)
  const form = useForm({
    initial: {
      expertise_on: claim.expertise_on ?? today(),
      expertise_centimes: claim.expertise_centimes,
      wear_centimes: claim.wear_centimes ?? (0 as number | null),
      note: '',
    },
    rules: {
      expertise_on: (text) => (isDay(text) ? null : t`Écrivez une date, comme 23/11/2026.`),
      expertise_centimes: (amount) => (amount === null || amount < 0 ? t`Indiquez le montant de l’évaluation.` : null),
      wear_centimes: (wear, { expertise_centimes }) =>
        wear !== null && expertise_centimes !== null && wear > expertise_centimes ? t`La vétusté dépasse l’évaluation.` : null,
    },
    send: ({ expertise_centimes, wear_centimes, ...values }, options) =>
      act(
        claimOperations.recordExpertise,
        {
          id: claim.id,
          version: claim.version,
          ...values,
          expertise_centimes: expertise_centimes ?? 0,
          wear_centimes: wear_centimes ?? 0,
        },
        options,
      ),
    done: () => {
      toast(t`Expertise notée`)
      onClose()
    },
  })
  return (
    <Dialog title={t`Procès-verbal d’expertise`} size="small" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        <DayField {...form.pick('expertise_on')} label={t`Expertise du`} />
        <FieldRow>
          <MoneyField {...form.pick('expertise_centimes')} label={t`Évaluation`} data-first="" />
          <MoneyField {...form.pick('wear_centimes')} label={t`Vétusté`} optional />
        </FieldRow>
        <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={2000} />
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            <Trans>Enregistrer l’expertise</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { isDay } from '#kernel/shared/days.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { MoneyField } from '#kernel/web/forms/money-field.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { paymentWarnings, type MovementWarning } from '../../guard-rails.ts'
import { optionsOf, useClaimWords } from '../use-claim-words.ts'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

export type MovementKind = 'payment' | 'fees' | 'recovery' | 'salvage' | 'revaluation'
const shortest = 3

/** A movement of reserve or money: what is pointed out is shown while the amount is typed, and asks for a reason. */
export const MovementDialog = ({ claim, kind: first, onClose }: { claim: Claim; kind: MovementKind; onClose: () => void }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { amount, today } = useFormats()
  const { act } = useClaimAct(claim.id)
  const left = claim.granted_centimes === null ? null : Math.max(0, claim.granted_centimes - claim.paid_centimes)
  const warningsOf = (of: { kind: MovementKind; amount_centimes: number | null }): readonly MovementWarning[] =>
    (of.kind === 'payment' || of.kind === 'fees') && of.amount_centimes !== null && of.amount_centimes > 0
      ? paymentWarnings({
          kind: of.kind,
          amount: of.amount_centimes,
          reserve: claim.reserve_centimes,
          paid: claim.paid_centimes,
          granted: claim.granted_centimes,
          authority: claim.authority_centimes,
        })
      : []
  const form = useForm({
    initial: {
      kind: first,
      amount_centimes: (first === 'payment' && left !== null && left > 0 ? left : null) as number | null,
      made_on: today(),
      beneficiary: first === 'payment' ? claim.contact.name : '',
      mode: first === 'payment' ? 'cheque' : '',
      reference: '',
      note: '',
      reason: '',
    },
    rules: {
      amount_centimes: (value, { kind }) =>
        value === null
          ? t`Indiquez un montant.`
          : kind === 'revaluation'
            ? value === claim.reserve_centimes || value < 0
              ? t`Indiquez la nouvelle provision, zéro au moins.`
              : null
            : value <= 0
              ? t`Le montant doit être supérieur à zéro.`
              : null,
      made_on: (text) => (isDay(text) ? null : t`Écrivez une date, comme 23/11/2026.`),
      reason: (text, of) => (warningsOf(of).length > 0 && text.trim().length < shortest ? t`Dites pourquoi, en quelques mots.` : null),
    },
    send: (values, options) =>
      act(
        claimOperations.recordMovement,
        {
          id: claim.id,
          kind: values.kind,
          // A reserve is typed as what it becomes; the movement is what that adds or takes.
          amount_centimes:
            values.kind === 'revaluation' ? (values.amount_centimes ?? 0) - claim.reserve_centimes : (values.amount_centimes ?? 0),
          made_on: values.made_on,
          ...(values.beneficiary.trim() !== '' && { beneficiary: values.beneficiary }),
          ...(values.mode !== '' && values.kind !== 'revaluation' && { mode: values.mode as 'cheque' }),
          ...(values.reference.trim() !== '' && { reference: values.reference }),
          ...(values.note.trim() !== '' && { note: values.note }),
          ...(warningsOf(values).length > 0 && { reason: values.reason }),
        },
        options,
      ),
    done: (_, values) => {
      toast(words.movementDone[values.kind])
      onClose()
    },
  })
  const { values } = form
  const { kind } = values
  const warnings = warningsOf(values)
  const settled = claim.status === 'settled'
  const kinds: MovementKind[] = settled
    ? ['payment', 'fees', 'recovery', 'salvage']
    : ['payment', 'fees', 'recovery', 'salvage', 'revaluation']
  return (
    <Dialog
      title={words.movement[kind]}
      intro={
        <Trans>
          Provision <bdi dir="ltr">{amount(claim.reserve_centimes)}</bdi> · réglé <bdi dir="ltr">{amount(claim.paid_centimes)}</bdi>
        </Trans>
      }
      onClose={onClose}
    >
      <FormFrame form={form} className={classes['form']}>
        <Segments
          label={t`Mouvement`}
          value={kind}
          onChange={(next: MovementKind) => form.set('kind', next)}
          options={kinds.map((value) => ({ value, label: words.movementShort[value] }))}
        />
        <FieldRow>
          <MoneyField {...form.pick('amount_centimes')} label={kind === 'revaluation' ? t`Nouvelle provision` : t`Montant`} data-first="" />
          <DayField {...form.pick('made_on')} label={t`Date`} />
        </FieldRow>
        {warnings.length > 0 && (
          <>
            <ul className={joined(classes['warnings'], classes['framed'])}>
              {warnings.map((warning) => (
                <li key={warning}>
                  <TriangleAlert aria-hidden="true" />
                  <span>{words.movementWarning[warning]}</span>
                </li>
              ))}
            </ul>
            <TextArea {...form.text('reason')} label={t`Motif`} hint={t`Le journal le garde.`} rows={2} maxLength={500} />
          </>
        )}
        {kind !== 'revaluation' && (
          <FieldRow>
            <TextField
              {...form.text('beneficiary')}
              label={kind === 'recovery' || kind === 'salvage' ? t`Reçu de` : t`Bénéficiaire`}
              optional
              maxLength={160}
            />
            <SelectField {...form.text('mode')} label={t`Mode`} optional none={t`Non précisé`} options={optionsOf(words.mode)} />
          </FieldRow>
        )}
        {kind !== 'revaluation' && <TextField {...form.text('reference')} label={t`Référence`} optional ltr maxLength={80} />}
        <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={2000} />
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            <Trans>Enregistrer</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { MoneyField } from '#kernel/web/forms/money-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { CompanyField } from '../company-field.tsx'
import { optionsOf, useClaimWords } from '../use-claim-words.ts'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

/** The recourse against the party opposite: whom, how much is awaited, where it stands. */
export const RecoveryDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { act } = useClaimAct(claim.id)
  const form = useForm({
    initial: {
      recovery_company: claim.recovery_company ?? claim.parties.find((party) => party.company !== null)?.company ?? '',
      recovery_state: (claim.recovery_state ?? 'claimed') as string,
      recovery_expected_centimes: claim.recovery_expected_centimes as number | null,
    },
    rules: { recovery_expected_centimes: (amount) => (amount === null || amount < 0 ? t`Indiquez un montant, zéro au moins.` : null) },
    send: (values, options) =>
      act(
        claimOperations.setRecovery,
        {
          id: claim.id,
          version: claim.version,
          recovery_company: values.recovery_company,
          recovery_state: values.recovery_state === '' ? null : (values.recovery_state as 'claimed'),
          recovery_expected_centimes: values.recovery_expected_centimes ?? 0,
        },
        options,
      ),
    done: () => {
      toast(t`Recours noté`)
      onClose()
    },
  })
  return (
    <Dialog title={t`Recours`} intro={t`Ce que la partie adverse ou son assureur doit rembourser.`} size="small" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        <CompanyField
          value={form.values.recovery_company}
          onChange={(company) => form.set('recovery_company', company)}
          label={t`Compagnie adverse`}
        />
        <SelectField {...form.text('recovery_state')} label={t`État`} none={t`Aucun recours`} options={optionsOf(words.recovery)} />
        <MoneyField
          {...form.pick('recovery_expected_centimes')}
          label={t`Montant attendu`}
          hint={t`Rien n’est attendu d’un recours refusé ou encaissé.`}
        />
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

import { Trans, useLingui } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRead } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { fieldsOf, valuesOfClaim, type DeclarationValues } from '../declare/declaration-values.ts'
import { EventFields } from '../declare/event-fields.tsx'
import { GuaranteeChoice } from '../declare/guarantee-choice.tsx'
import { MoreFields } from '../declare/more-fields.tsx'
import { ObjectChoice } from '../declare/object-choice.tsx'
import { useDeclarationRules } from '../declare/use-declaration-rules.ts'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

/** What was declared is corrected; what is pointed out is weighed again. */
export const EditClaimDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const { t } = useLingui()
  const { act } = useClaimAct(claim.id)
  const rules = useDeclarationRules()
  const { data: coverage } = useRead(claimOperations.coverageOf, { policy_id: claim.policy.id, on: claim.occurred_on })
  const form = useForm<DeclarationValues>({
    initial: valuesOfClaim(claim),
    rules,
    send: (values, options) => act(claimOperations.updateClaim, { id: claim.id, version: claim.version, ...fieldsOf(values) }, options),
    done: () => {
      toast(t`Déclaration corrigée`)
      onClose()
    },
  })
  return (
    <Dialog title={t`Corriger la déclaration`} kind="side" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        {coverage && <ObjectChoice form={form} objects={coverage.objects} />}
        <EventFields form={form} objectKind={coverage?.policy.object_kind ?? null} />
        {coverage && (
          <GuaranteeChoice
            held={coverage.guarantees}
            chosen={form.values.guarantees ?? []}
            onChange={(guarantees) => form.set('guarantees', guarantees)}
          />
        )}
        <MoreFields form={form} drivers={coverage?.drivers ?? []} />
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

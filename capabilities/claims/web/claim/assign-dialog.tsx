import { Trans, useLingui } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { claimOperations, type Claim } from '../../contract.ts'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

/** Gives the claim to another person, who handles it from now on. */
export const AssignDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const { t } = useLingui()
  const { act } = useClaimAct(claim.id)
  const form = useForm({
    initial: { owner_id: claim.owner_id },
    send: ({ owner_id }, options) => act(claimOperations.assignClaim, { id: claim.id, owner_id }, options),
    done: () => {
      toast(t`Sinistre confié`)
      onClose()
    },
  })
  return (
    <Dialog title={t`Confier à un collègue`} size="small" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        <ColleagueField {...form.pick('owner_id')} label={t`Gestionnaire`} shown={claim.owner_name} />
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            <Trans>Confier</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}

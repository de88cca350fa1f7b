import { Trans, useLingui } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, partyRoles, type Claim } from '../../contract.ts'
import { draftOfParty, emptyParty, partiesOf } from '../declare/declaration-values.ts'
import { PartyList } from '../declare/party-list.tsx'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

/** The third parties, witnesses and victims of a claim, corrected together. */
export const PartiesDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const { t } = useLingui()
  const { act } = useClaimAct(claim.id)
  const form = useForm({
    initial: { parties: claim.parties.length > 0 ? claim.parties.map(draftOfParty) : [emptyParty('third_party')] },
    rules: {
      parties: (parties) =>
        parties.some((party) => party.name.trim() === '' && (party.plate !== '' || party.phone !== '' || party.company !== ''))
          ? t`Donnez un nom à chacun, ou retirez-le.`
          : null,
    },
    send: ({ parties }, options) =>
      act(claimOperations.setParties, { id: claim.id, version: claim.version, parties: partiesOf(parties) }, options),
    done: () => {
      toast(t`Tiers et témoins enregistrés`)
      onClose()
    },
  })
  return (
    <Dialog title={t`Tiers, témoins et victimes`} kind="side" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        {form.errors.parties !== undefined && <Notice tone="bad">{form.errors.parties}</Notice>}
        <PartyList parties={form.values.parties} onChange={(parties) => form.set('parties', [...parties])} roles={partyRoles} />
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

import { Trans, useLingui } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim, type ClaimMovement } from '../../contract.ts'
import { useClaimWords } from '../use-claim-words.ts'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

const shortest = 3

/** Asks why before a movement is undone by its opposite. */
export const ReverseDialog = ({ claim, movement, onClose }: { claim: Claim; movement: ClaimMovement; onClose: () => void }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { amount } = useFormats()
  const { act } = useClaimAct(claim.id)
  const form = useForm({
    initial: { reason: '' },
    rules: { reason: (reason) => (reason.trim().length < shortest ? t`Dites pourquoi, en quelques mots.` : null) },
    send: ({ reason }, options) =>
      act(claimOperations.reverseMovement, { id: claim.id, movement_id: movement.id, reason: reason.trim() }, options),
    done: () => {
      toast(t`Mouvement annulé`)
      onClose()
    },
  })
  const usual = [t`Erreur de saisie`, t`Chèque annulé`, t`Virement rejeté`]
  return (
    <Dialog
      title={t`Annuler ce mouvement`}
      intro={
        <Trans>
          {words.movement[movement.kind]}, <bdi dir="ltr">{amount(movement.amount_centimes)}</bdi>. Un mouvement contraire est ajouté; les
          deux restent dans le dossier.
        </Trans>
      }
      size="small"
      onClose={onClose}
    >
      <FormFrame form={form} className={classes['form']}>
        <TextArea {...form.text('reason')} label={t`Motif`} rows={2} maxLength={500} data-first="" />
        <p className={classes['usual']}>
          {usual.map((reason) => (
            <Button key={reason} kind="quiet" size="small" onClick={() => form.set('reason', reason)}>
              {reason}
            </Button>
          ))}
        </p>
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Revenir</Trans>
          </Button>
          <Button type="submit" kind="dangerPrimary" busy={form.busy}>
            <Trans>Annuler le mouvement</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}

import { useRef, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Paperclip } from 'lucide-react'
import { isDay } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { documentOperations } from '#capabilities/documents/contract.ts'
import { claimOperations, type Claim, type ClaimPaper } from '../../contract.ts'
import { usePaperWords } from '../use-paper-words.ts'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

const shortest = 3

/** A paper came, with its file if there is one; or it is not asked for, and why. */
export const PaperDialog = ({
  claim,
  paper,
  what,
  onClose,
}: {
  claim: Claim
  paper: ClaimPaper
  what: 'receive' | 'waive'
  onClose: () => void
}) => {
  const { t } = useLingui()
  const names = usePaperWords()
  const { today } = useFormats()
  const { can } = useSession()
  const { act } = useClaimAct(claim.id)
  const picker = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const receives = what === 'receive'
  const name = names[paper.code]
  const form = useForm({
    initial: { received_on: today(), waived_reason: '' },
    rules: {
      received_on: (text) => (receives && !isDay(text) ? t`Écrivez une date, comme 23/11/2026.` : null),
      waived_reason: (text) => (!receives && text.trim().length < shortest ? t`Dites pourquoi, en quelques mots.` : null),
    },
    send: async (values, options) => {
      if (!receives) return act(claimOperations.setPaper, { id: claim.id, code: paper.code, waived_reason: values.waived_reason }, options)
      const made =
        file === null
          ? null
          : await call(
              documentOperations.attachDocument,
              { subject_id: claim.contact.id, about_id: claim.id, title: `${name} ${claim.number}`, kind: 'claim_paper' },
              { file },
            )
      return act(
        claimOperations.setPaper,
        { id: claim.id, code: paper.code, received_on: values.received_on, document_id: made?.id ?? null },
        options,
      )
    },
    done: () => {
      toast(receives ? t`Pièce reçue` : t`Pièce non exigée`)
      onClose()
    },
  })
  return (
    <Dialog title={name} size="small" onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        {receives ? (
          <>
            <DayField {...form.pick('received_on')} label={t`Reçue le`} />
            {can('document.attach') && (
              <div>
                <input
                  ref={picker}
                  type="file"
                  hidden
                  accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,.docx,.xlsx"
                  onChange={(event) => setFile(event.target.files?.[0] ?? null)}
                />
                <Button icon={<Paperclip aria-hidden="true" />} onClick={() => picker.current?.click()}>
                  {file === null ? <Trans>Joindre le document</Trans> : <bdi>{file.name}</bdi>}
                </Button>
              </div>
            )}
          </>
        ) : (
          <TextField {...form.text('waived_reason')} label={t`Pourquoi ne pas l’exiger`} maxLength={300} data-first="" />
        )}
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

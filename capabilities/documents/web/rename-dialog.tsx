import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { documentOperations, type Document } from '../contract.ts'

/** Gives a document another title. */
export const RenameDialog = ({ document, onClose }: { document: Document; onClose: () => void }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const form = useForm({
    initial: { title: document.title },
    rules: { title: (title) => (title.trim() === '' ? t`Écrivez un titre.` : null) },
    send: ({ title }, options) => call(documentOperations.renameDocument, { id: document.id, version: document.version, title }, options),
    done: async () => {
      await refreshObjects(client, ['document'])
      onClose()
    },
  })
  return (
    <Dialog
      title={t`Renommer le document`}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            <Trans>Renommer</Trans>
          </Button>
        </>
      }
    >
      <FormFrame form={form}>
        <TextField {...form.text('title')} label={<Trans>Titre</Trans>} maxLength={160} data-first="" dir="auto" />
      </FormFrame>
    </Dialog>
  )
}

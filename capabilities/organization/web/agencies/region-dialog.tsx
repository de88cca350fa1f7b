import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#kernel/web/api.ts'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { organizationOperations, type Region } from '../../contract.ts'

/** Adds a regional directorate, or renames one; its code stays. */
export const RegionDialog = ({ region, onClose }: { region: Region | null; onClose: () => void }) => {
  const { t } = useLingui()
  const { between } = useRules()
  const client = useQueryClient()
  const form = useForm({
    initial: { code: region?.code ?? '', name: region?.name ?? '' },
    rules: {
      code: (text) => (text.trim() === '' ? t`Écrivez le code de la direction.` : null),
      name: (text) => (text.trim() === '' ? t`Écrivez le nom de la direction.` : between(2, 120)(text)),
    },
    send: ({ code, name }, options) =>
      region
        ? call(organizationOperations.updateRegion, { id: region.id, version: region.version, name: name.trim() }, options)
        : call(organizationOperations.createRegion, { code: code.trim(), name: name.trim() }, options),
    done: async () => {
      await refreshObjects(client, ['agency', 'region'])
      onClose()
    },
  })
  return (
    <Dialog
      title={region ? t`Renommer la direction` : t`Nouvelle direction régionale`}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            {region ? <Trans>Renommer</Trans> : <Trans>Ajouter</Trans>}
          </Button>
        </>
      }
    >
      <FormFrame form={form}>
        {!region && <TextField {...form.text('code')} label={t`Code`} ltr maxLength={10} autoComplete="off" placeholder="DR1" data-first />}
        <TextField
          {...form.text('name')}
          label={t`Nom`}
          maxLength={120}
          autoComplete="off"
          placeholder={t`Direction régionale d’Alger`}
          data-first={region ? true : undefined}
        />
      </FormFrame>
    </Dialog>
  )
}

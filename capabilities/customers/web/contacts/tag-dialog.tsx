import { useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { TagsField } from '#kernel/web/forms/tags-field.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { searchTags } from '../tag-choice.ts'

/** Puts tags on several contacts, or takes some off. */
export const TagDialog = ({
  count,
  onTag,
  onClose,
}: {
  count: number
  onTag: (add: string[], remove: string[]) => Promise<void>
  onClose: () => void
}) => {
  const { t } = useLingui()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const send = async () => {
    if (add.length + remove.length === 0) {
      setRefusal(t`Choisissez au moins une étiquette.`)
      return
    }
    setBusy(true)
    setRefusal(null)
    try {
      await onTag(add, remove)
      onClose()
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={plural(count, { one: 'Étiqueter # client', other: 'Étiqueter # clients' })}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            <Trans>Étiqueter</Trans>
          </Button>
        </>
      }
    >
      <div style={{ display: 'grid', gap: 16 }}>
        {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
        <TagsField label={t`Ajouter`} value={add} onChange={setAdd} search={searchTags} first />
        <TagsField
          label={t`Retirer`}
          optional
          value={remove}
          onChange={setRemove}
          search={searchTags}
          placeholder={t`Étiquettes à retirer…`}
        />
      </div>
    </Dialog>
  )
}

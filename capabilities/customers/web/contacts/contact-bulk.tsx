import { useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { RotateCcw, Tag, Trash2, UserRoundCog } from 'lucide-react'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import type { Chosen } from '#kernel/web/ui/list/bulk-bar.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations, type ContactRow } from '../../contract.ts'
import { AssignDialog } from '../assign-dialog.tsx'
import { TagDialog } from './tag-dialog.tsx'

interface Outcome {
  readonly done: number
  readonly refused: ReadonlyArray<{ readonly message: string }>
  readonly undo: string | null
}

/** What is done with several contacts at once: give them, tag them, put them into the bin or take them out; each can be taken back. */
export const ContactBulk = ({ chosen, inBin }: { chosen: Chosen<ContactRow>; inBin: boolean }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const client = useQueryClient()
  const [doing, setDoing] = useState<'assign' | 'tag' | null>(null)
  const [busy, setBusy] = useState(false)
  const ids = [...chosen.ids]

  const takeBack = async (undo: string) => {
    try {
      const { restored, kept } = await call(customerOperations.undoBulk, { undo })
      chosen.refresh()
      void refreshObjects(client, ['contact'])
      toast(
        kept > 0
          ? plural(kept, { one: 'Action annulée, sauf # client modifié depuis', other: 'Action annulée, sauf # clients modifiés depuis' })
          : plural(restored, { one: 'Action annulée pour # client', other: 'Action annulée pour # clients' }),
      )
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’annulation n’a pas abouti.`, { tone: 'bad' })
    }
  }
  const tell = (words: (count: number) => string, { done, refused, undo }: Outcome) => {
    const reason = refused[0]?.message ?? ''
    const left = plural(refused.length, { one: '# client laissé', other: '# clients laissés' })
    const undoAct = undo === null || done === 0 ? undefined : { label: <Trans>Annuler</Trans>, run: () => takeBack(undo) }
    if (refused.length === 0) toast(words(done), { act: undoAct })
    else toast(`${words(done)} · ${left}: ${reason}`, { act: undoAct, tone: done === 0 ? 'bad' : 'good' })
  }
  const run = async (act: () => Promise<void>) => {
    setBusy(true)
    try {
      await act()
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti.`, { tone: 'bad' })
    }
    setBusy(false)
  }
  const remove = () =>
    run(async () => {
      const outcome = await call(customerOperations.bulkDeleteContacts, { ids })
      tell((count) => plural(count, { one: '# client mis à la corbeille', other: '# clients mis à la corbeille' }), outcome)
      chosen.done({ gone: outcome.refused.length === 0 })
    })
  const restore = () =>
    run(async () => {
      for (const id of ids) await call(customerOperations.restoreContact, { id })
      const count = ids.length
      toast(plural(count, { one: '# client restauré', other: '# clients restaurés' }))
      chosen.done({ gone: true })
    })
  if (inBin)
    return (
      <Button size="small" icon={<RotateCcw aria-hidden="true" />} busy={busy} onClick={() => void restore()}>
        <Trans>Restaurer</Trans>
      </Button>
    )
  return (
    <>
      {can('contact.assign') && (
        <Button size="small" icon={<UserRoundCog aria-hidden="true" />} onClick={() => setDoing('assign')}>
          <Trans>Affecter</Trans>
        </Button>
      )}
      {can('contact.edit') && (
        <Button size="small" icon={<Tag aria-hidden="true" />} onClick={() => setDoing('tag')}>
          <Trans>Étiqueter</Trans>
        </Button>
      )}
      {can('contact.delete') && (
        <Button size="small" kind="danger" icon={<Trash2 aria-hidden="true" />} busy={busy} onClick={() => void remove()}>
          <Trans>Mettre à la corbeille</Trans>
        </Button>
      )}
      {doing === 'assign' && (
        <AssignDialog
          title={plural(ids.length, { one: 'Affecter # client', other: 'Affecter # clients' })}
          onClose={() => setDoing(null)}
          onAssign={async (assignment) => {
            tell(
              (count) => plural(count, { one: '# client affecté', other: '# clients affectés' }),
              await call(customerOperations.bulkAssignContacts, { ids, ...assignment }),
            )
            chosen.done()
          }}
        />
      )}
      {doing === 'tag' && (
        <TagDialog
          count={ids.length}
          onClose={() => setDoing(null)}
          onTag={async (add, remove) => {
            tell(
              (count) => plural(count, { one: '# client étiqueté', other: '# clients étiquetés' }),
              await call(customerOperations.bulkTagContacts, { ids, add, remove }),
            )
            chosen.done()
          }}
        />
      )}
    </>
  )
}

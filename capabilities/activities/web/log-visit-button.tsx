import { useCallback, useEffect, useRef, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Handshake, Undo2 } from 'lucide-react'
import { ApiProblem, call, randomKey } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { TextArea } from '#kernel/web/forms/text-field.tsx'
import { refreshObjects } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Floating } from '#kernel/web/ui/floating.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { activityOperations, type Activity } from '../contract.ts'
import type { ShownSubject } from './shown-subject.ts'
import classes from './activities.module.css'

/** Time enough to take it back or to begin a note. */
const openMs = 10_000

/** What stands beside the button once the visit is logged: a word about it if wished, and the way to take it back. */
const Logged = ({ visit, onUndo, onClose }: { visit: Activity; onUndo: () => void; onClose: () => void }) => {
  const { t } = useLingui()
  const { time } = useFormats()
  const client = useQueryClient()
  const [note, setNote] = useState('')
  const [held, setHeld] = useState(false)
  const [busy, setBusy] = useState(false)
  const at = time(visit.occurred_at)
  useEffect(() => {
    if (held) return undefined
    const timer = setTimeout(onClose, openMs)
    return () => clearTimeout(timer)
  }, [held, onClose])
  const keep = async () => {
    if (note.trim() === '') {
      onClose()
      return
    }
    setBusy(true)
    try {
      await call(activityOperations.editActivity, { id: visit.id, version: visit.version, body: note.trim() })
      onClose()
      await refreshObjects(client, ['activity'])
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`La note n’a pas été enregistrée. Réessayez.`, {
        tone: 'bad',
      })
      setBusy(false)
    }
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only stays open while one is in it
    <form
      className={classes['logged']}
      onFocus={() => setHeld(true)}
      onPointerEnter={() => setHeld(true)}
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey || !(event.target instanceof HTMLTextAreaElement)) return
        event.preventDefault()
        void keep()
      }}
    >
      <p role="status">
        <Handshake aria-hidden="true" />
        <b>
          <Trans>Visite notée à {at}</Trans>
        </b>
      </p>
      <TextArea label={t`Note`} optional rows={2} maxLength={20_000} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className={classes['acts']}>
        <Button kind="quiet" size="small" icon={<Undo2 aria-hidden="true" />} onClick={onUndo}>
          <Trans>Annuler la visite</Trans>
        </Button>
        <Button type="submit" kind="primary" size="small" busy={busy}>
          <Trans>Terminé</Trans>
        </Button>
      </div>
    </form>
  )
}

/** «Visite»: one press notes that the customer came in, now; a word may be added, and it can be taken back. */
export const LogVisitButton = ({ subject, kind = 'secondary' }: { subject: ShownSubject; kind?: 'primary' | 'secondary' }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const client = useQueryClient()
  const anchor = useRef<HTMLButtonElement>(null)
  const key = useRef(randomKey())
  const [busy, setBusy] = useState(false)
  const [visit, setVisit] = useState<Activity | null>(null)
  const close = useCallback(() => setVisit(null), [])
  if (!can('activity.create')) return null
  const refused = (error: unknown) =>
    toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
  const log = async () => {
    setBusy(true)
    try {
      setVisit(await call(activityOperations.logActivity, { subject_id: subject.id, kind: 'visit' }, { idempotencyKey: key.current }))
      // The next press is another visit; one that failed is sent again under its own key.
      key.current = randomKey()
      await refreshObjects(client, ['activity'])
    } catch (error) {
      refused(error)
    } finally {
      setBusy(false)
    }
  }
  const undo = async (logged: Activity) => {
    close()
    try {
      await call(activityOperations.deleteActivity, { id: logged.id })
      toast(t`Visite annulée`)
      await refreshObjects(client, ['activity'])
    } catch (error) {
      refused(error)
    }
  }
  return (
    <>
      <Button ref={anchor} kind={kind} icon={<Handshake aria-hidden="true" />} busy={busy} onClick={() => void log()}>
        <Trans>Visite</Trans>
      </Button>
      {visit && (
        <Floating anchor={anchor} align="end" focus="none" label={t`Visite notée`} onClose={close}>
          <Logged key={visit.id} visit={visit} onUndo={() => void undo(visit)} onClose={close} />
        </Floating>
      )}
    </>
  )
}

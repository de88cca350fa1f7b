import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { useRecordPath } from '#kernel/web/record-paths.ts'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { Menu } from '#kernel/web/ui/menu.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { activityOperations, type Activity } from '../contract.ts'
import type { AboutChoice } from './about-choice.ts'
import { ActivityDialog } from './activity-dialog.tsx'
import { ActivityIcon } from './activity-icon.tsx'
import { outcomeTones, useActivityWords } from './use-activity-words.ts'
import classes from './activities.module.css'

const DeleteDialog = ({ activity, onClose }: { activity: Activity; onClose: () => void }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const remove = async () => {
    setBusy(true)
    try {
      await call(activityOperations.deleteActivity, { id: activity.id })
      await refreshObjects(client, ['activity'])
      onClose()
    } catch (error) {
      toast(error instanceof ApiProblem && error.message ? error.message : t`La suppression n’a pas abouti.`, { tone: 'bad' })
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t`Supprimer cet échange?`}
      size="small"
      onClose={onClose}
      intro={t`Il disparaît du fil des échanges; le journal en garde la trace.`}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="dangerPrimary" busy={busy} onClick={() => void remove()} data-first="">
            <Trans>Supprimer</Trans>
          </Button>
        </>
      }
    />
  )
}

/** One interaction of the timeline: what, how it ended, what was said, by whom; one's own can be corrected or removed. */
export const ActivityEntry = ({ activity, about }: { activity: Activity; about?: readonly AboutChoice[] | undefined }) => {
  const { t } = useLingui()
  const words = useActivityWords()
  const formats = useFormats()
  const [doing, setDoing] = useState<'edit' | 'delete' | null>(null)
  const title = words.title(activity)
  const aboutPath = useRecordPath()(activity.about_kind, activity.about_id)
  const entries = [
    ...(activity.can.edit ? [{ key: 'edit', label: t`Corriger`, icon: <Pencil aria-hidden="true" />, act: () => setDoing('edit') }] : []),
    ...(activity.can.delete
      ? [{ key: 'delete', label: t`Supprimer`, icon: <Trash2 aria-hidden="true" />, danger: true, act: () => setDoing('delete') }]
      : []),
  ]
  return (
    <li className={classes['entry']}>
      <ActivityIcon activity={activity} />
      <div className={classes['what']}>
        <p className={classes['title']}>
          {title}
          {activity.outcome && <Chip tone={outcomeTones[activity.outcome]}>{words.outcome[activity.outcome]}</Chip>}
        </p>
        {activity.body !== '' && (
          <p className={classes['body']}>
            <bdi>{activity.body}</bdi>
          </p>
        )}
        <p className={classes['by']}>
          <bdi>{activity.author_name}</bdi>
          {activity.about_title !== null && (
            <>
              {' · '}
              {aboutPath === null ? (
                <bdi>{activity.about_title}</bdi>
              ) : (
                <Link to={aboutPath} className={classes['about']}>
                  <bdi>{activity.about_title}</bdi>
                </Link>
              )}
            </>
          )}
          {activity.duration_minutes !== null && activity.duration_minutes > 0 && (
            <>
              {' · '}
              <Plural value={activity.duration_minutes} one="# min" other="# min" />
            </>
          )}
        </p>
      </div>
      <time className={classes['time']} dateTime={activity.occurred_at} title={formats.instant(activity.occurred_at, 'full')}>
        {formats.time(activity.occurred_at)}
      </time>
      <span className={classes['menu']}>
        {entries.length > 0 && (
          <Menu label={t`Actions sur l’échange`} entries={entries}>
            {(opener) => (
              <IconButton {...opener} label={t`Actions: ${title}`} size="small">
                <EllipsisVertical aria-hidden="true" />
              </IconButton>
            )}
          </Menu>
        )}
      </span>
      {doing === 'edit' && (
        <ActivityDialog subjectId={activity.subject_id} activity={activity} about={about} onClose={() => setDoing(null)} />
      )}
      {doing === 'delete' && <DeleteDialog activity={activity} onClose={() => setDoing(null)} />}
    </li>
  )
}

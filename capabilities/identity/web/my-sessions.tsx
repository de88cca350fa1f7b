import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Laptop, LogOut, Smartphone } from 'lucide-react'
import type { OutputOf } from '#kernel/shared/contract.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { refreshObjects, useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { identityOperations } from '../contract.ts'
import { deviceOf } from './device-name.ts'
import classes from './sessions.module.css'

type OwnSession = OutputOf<typeof identityOperations.listSessions>['data'][number]

const Line = ({ session, onEnd }: { session: OwnSession; onEnd: () => Promise<unknown> }) => {
  const { t } = useLingui()
  const { instant } = useFormats()
  const [busy, setBusy] = useState(false)
  const Picture = /android|iphone|ipad|mobile/i.test(session.device) ? Smartphone : Laptop
  const opened = instant(session.created_at)
  const { browser, system } = deviceOf(session.device)
  const device = browser && system ? t`${browser} sur ${system}` : (browser ?? system ?? (session.device || t`Appareil inconnu`))
  return (
    <li className={classes['session']}>
      <Picture aria-hidden="true" />
      <div>
        <b title={session.device}>
          <bdi>{device}</bdi>
        </b>
        <small>
          {session.ip && (
            <>
              <bdi dir="ltr">{session.ip}</bdi> ·{' '}
            </>
          )}
          <Trans>
            ouverte le <bdi>{opened}</bdi>
          </Trans>
        </small>
      </div>
      {session.current ? (
        <Chip tone="good">
          <Trans>Cette session</Trans>
        </Chip>
      ) : (
        <>
          <span className={classes['seen']}>
            <Moment at={session.last_seen_at} />
          </span>
          <Button
            size="small"
            busy={busy}
            onClick={() => {
              setBusy(true)
              void onEnd().finally(() => setBusy(false))
            }}
          >
            <Trans>Fermer</Trans>
          </Button>
        </>
      )}
    </li>
  )
}

/** One's open sessions: on which device, since when; ended one by one or all at once. */
export const MySessions = () => {
  const { t } = useLingui()
  const client = useQueryClient()
  const { data, error, refetch } = useRead(identityOperations.listSessions, {}, { staleTime: 0 })
  const [busy, setBusy] = useState(false)
  const refused = (refusal: unknown) => {
    toast(refusal instanceof ApiProblem && refusal.status > 0 ? refusal.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
  }
  const end = (id: string) =>
    call(identityOperations.endSession, { id }).then(() => {
      toast(t`Session fermée`)
      return refreshObjects(client, ['session'])
    }, refused)
  const endOthers = () => {
    setBusy(true)
    void call(identityOperations.endOtherSessions, {})
      .then(() => {
        toast(t`Vos autres sessions sont fermées`)
        return refreshObjects(client, ['session'])
      }, refused)
      .finally(() => setBusy(false))
  }
  const others = data?.data.filter(({ current }) => !current).length ?? 0
  return (
    <Card
      title={<Trans>Sessions ouvertes</Trans>}
      flush
      aside={
        others > 0 && (
          <Button size="small" busy={busy} icon={<LogOut aria-hidden="true" />} onClick={endOthers}>
            <Plural value={others} one="Fermer l’autre" other="Fermer les # autres" />
          </Button>
        )
      }
    >
      {data ? (
        <ul>
          {data.data.map((session) => (
            <Line key={session.id} session={session} onEnd={() => end(session.id)} />
          ))}
        </ul>
      ) : error ? (
        <Failure error={error} again={refetch} />
      ) : (
        <SkeletonRows rows={2} />
      )}
    </Card>
  )
}

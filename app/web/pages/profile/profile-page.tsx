import { useEffect } from 'react'
import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { UserX } from 'lucide-react'
import { ApiProblem } from '#kernel/web/api.ts'
import { forgetRecord, rememberRecord } from '#kernel/web/recent.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { ActivityDigest } from '#capabilities/activities/web/index.ts'
import { InBin } from '#capabilities/customers/web/index.ts'
import type { Profile } from '../../../answers/profile-contract.ts'
import { FigureStrip } from './figure-strip.tsx'
import { ProfileHeader } from './profile-header.tsx'
import { ProfileTabs, useProfileTab } from './profile-tabs.tsx'
import { TodoCard } from './todo-card.tsx'
import { useHeadFigures } from './use-head-figures.tsx'
import { useNextActs } from './use-next-acts.tsx'
import { useProfile } from './use-profile.ts'
import classes from './profile.module.css'

const latest = 5

const Sheet = ({ profile }: { profile: Profile }) => {
  const { t } = useLingui()
  const tab = useProfileTab()
  const figures = useHeadFigures(profile)
  const acts = useNextActs(profile)
  const { contact } = profile
  const alive = contact.deleted_at === null
  return (
    <div className={classes['page']}>
      <ProfileHeader profile={profile} />
      {contact.deleted_at !== null && <InBin contact={contact} at={contact.deleted_at} />}
      {figures.length > 0 && <FigureStrip figures={figures} label={t`Chiffres du client`} />}
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <ProfileTabs profile={profile} tab={tab} />
        </div>
        <aside className={classes['side']}>
          {alive && <TodoCard contact={contact} acts={acts} />}
          {tab !== 'interactions' && profile.activities && (
            <Card flush title={<Trans>Derniers échanges</Trans>}>
              <ActivityDigest activities={profile.activities.data.slice(0, latest)} />
            </Card>
          )}
        </aside>
      </div>
    </div>
  )
}

/** «Profil client» (U5): who the customer is, what is insured, claimed and due, what is to be done, what was said, all in one place. */
export const ProfilePage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const me = useMe()
  const { data: profile, error, refetch } = useProfile(id)
  const contact = profile?.contact
  usePageTitle(contact?.name ?? t`Client`)
  const [name, code, path] = [contact?.name, contact?.code, `/contacts/${id}`]
  const gone = error instanceof ApiProblem && error.status === 404
  useEffect(() => {
    if (name !== undefined && code !== undefined)
      rememberRecord(me.id, { id, kind: 'contact', title: name || code, detail: code, to: path })
    else if (gone) forgetRecord(me.id, id)
  }, [me.id, id, name, code, path, gone])
  if (gone)
    return (
      <Blank
        icon={<UserX aria-hidden="true" />}
        title={<Trans>Ce client est introuvable</Trans>}
        acts={
          <LinkButton to="/contacts">
            <Trans>Voir les clients</Trans>
          </LinkButton>
        }
      >
        <Trans>Il n’existe pas, ou il n’est pas dans votre périmètre.</Trans>
      </Blank>
    )
  if (error && !profile) return <Failure error={error} again={() => refetch()} />
  if (!profile)
    return (
      <div className={classes['page']}>
        <SkeletonRows rows={10} />
      </div>
    )
  return <Sheet key={id} profile={profile} />
}

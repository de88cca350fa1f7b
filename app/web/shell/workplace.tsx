import { lazy, Suspense, useCallback, useMemo, useState, type ComponentType } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { useLiveAnswers } from '#kernel/web/events/live-answers.ts'
import { TimeZoneContext } from '#kernel/web/formats.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { forgetDrafts } from '#kernel/web/forms/drafts.ts'
import { sessionOf, SessionProvider, type SignedIn } from '#kernel/web/session.tsx'
import { markSignedIn } from '#kernel/web/signed-in-mark.ts'
import { NoticesContext } from '#kernel/web/notices.tsx'
import { RecordPathsContext } from '#kernel/web/record-paths.ts'
import { ListToolsContext, type ListToolProps } from '#kernel/web/ui/list/list-tools.ts'
import { Toasts } from '#kernel/web/ui/toasts.tsx'
import { signOut } from '#capabilities/identity/web/index.ts'
import { capabilities } from '../capabilities.ts'
import { SearchDialog } from '../search/search-dialog.tsx'
import { LineBanner } from './line-banner.tsx'
import { Navigation } from './navigation.tsx'
import { personKey } from './person-key.ts'
import { PhoneBar } from './phone-bar.tsx'
import { SessionEnded } from './session-ended.tsx'
import { TopBar } from './top-bar.tsx'
import { useFolded } from './use-folded.ts'
import { useLook } from './use-look.ts'
import { useReentry } from './use-reentry.ts'
import { useSearchKey } from './use-search-key.ts'
import classes from './workplace.module.css'

/** Company and person change what the session answers. */
const alsoRefresh: Readonly<Record<string, readonly string[]>> = (() => {
  const all: Record<string, string[]> = { organization: ['me'] }
  for (const { refreshes = {} } of capabilities)
    for (const [object, others] of Object.entries(refreshes)) all[object] = [...(all[object] ?? []), ...others]
  return all
})()

const notices = capabilities.flatMap((capability) => capability.notices ?? [])
const recordPaths: Readonly<Record<string, string>> = Object.assign({}, ...capabilities.map(({ records }) => records))

const listTools = capabilities.flatMap(({ listTool: load }) => {
  if (!load) return []
  const Tool = lazy(async () => ({ default: await load() }))
  const Waiting: ComponentType<ListToolProps> = (props) => (
    <Suspense fallback={null}>
      <Tool {...props} />
    </Suspense>
  )
  return [Waiting]
})

/** Fails when the server was not told: whoever sits down next must not find the session open. */
const leave = async () => {
  await call(signOut, {}, { quiet: true }).catch((error: unknown) => {
    if (!(error instanceof ApiProblem && error.status === 401)) throw error
  })
  markSignedIn(false)
  forgetDrafts()
  // A fresh page: nothing of this person stays in memory.
  location.assign('/sign-in')
}

/** The place of work of a signed-in person: navigation, top bar, page; session, colours and live answers. */
export const Workplace = ({ me }: { me: SignedIn }) => {
  const client = useQueryClient()
  const renew = useCallback((next: SignedIn) => client.setQueryData(personKey, next), [client])
  const session = useMemo(() => sessionOf(me, { renew, leave }), [me, renew])
  const reentry = useReentry()
  const [searching, setSearching] = useState(false)
  const { folded, turn } = useFolded()
  useLook(me)
  useLiveAnswers(alsoRefresh, !reentry.ended, reentry.end)
  useSearchKey(() => setSearching(true))
  return (
    <SessionProvider session={session}>
      <TimeZoneContext value={me.organization.time_zone}>
        <NoticesContext value={notices}>
          <RecordPathsContext value={recordPaths}>
            <ListToolsContext value={listTools}>
              <div className={classes['workplace']} data-folded={folded ? '' : undefined}>
                <Navigation folded={folded} onFold={turn} />
                <div className={classes['side']}>
                  <TopBar onSearch={() => setSearching(true)} />
                  <LineBanner />
                  <main id="main" tabIndex={-1} className={classes['main']}>
                    <Outlet />
                  </main>
                </div>
                <PhoneBar />
              </div>
            </ListToolsContext>
            <Toasts />
            {searching && <SearchDialog onClose={() => setSearching(false)} />}
          </RecordPathsContext>
        </NoticesContext>
        {reentry.ended && <SessionEnded login={me.email} name={me.name} onBack={reentry.back} />}
      </TimeZoneContext>
    </SessionProvider>
  )
}

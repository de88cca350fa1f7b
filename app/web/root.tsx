import { Outlet } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import classes from './root.module.css'
import { useArrival } from './use-arrival.ts'

/** What every page has: the way past the navigation, and the focus on the page that was opened. */
export const Root = () => {
  useArrival()
  return (
    <>
      <a href="#main" className={classes['skip']}>
        <Trans>Aller au contenu</Trans>
      </a>
      <Outlet />
    </>
  )
}

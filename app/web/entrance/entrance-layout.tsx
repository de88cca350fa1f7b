import { Outlet } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { ProfilePicture } from '../welcome/profile-picture.tsx'
import { PublicFooter, PublicHeader } from '../welcome/public-header.tsx'
import classes from './entrance-layout.module.css'

/** The pages of the way in: the form on one side, a glimpse of what waits behind it on the other where there is room. */
export const EntranceLayout = () => (
  <div className={classes['layout']}>
    <div className={classes['side']}>
      <PublicHeader />
      <main id="main" tabIndex={-1} className={classes['main']}>
        <Outlet />
      </main>
      <PublicFooter />
    </div>
    <aside className={classes['aside']} aria-hidden="true">
      <p className={classes['promise']}>
        <Trans>Gérez mieux votre relation client</Trans>
      </p>
      <div className={classes['picture']}>
        <ProfilePicture />
      </div>
    </aside>
  </div>
)

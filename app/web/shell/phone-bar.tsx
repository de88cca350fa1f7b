import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { Menu as MenuIcon } from 'lucide-react'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { KindIcon } from '#kernel/web/ui/navigation-icon.tsx'
import { useNavigation } from './use-navigation.ts'
import classes from './phone-bar.module.css'

/** Within reach of the thumb: the four places gone to most, and all the others. */
export const PhoneBar = () => {
  const { t, i18n } = useLingui()
  const parts = useNavigation()
  const [open, setOpen] = useState(false)
  const first = parts.flatMap(({ entries }) => entries).slice(0, 4)
  return (
    <nav className={classes['bar']} aria-label={t`Navigation`}>
      {first.map((entry) => (
        <Link key={entry.to} to={entry.to} className={classes['place'] ?? ''} activeProps={{ 'data-here': '' }}>
          <KindIcon kind={entry.icon} />
          <span>{i18n._(entry.label)}</span>
        </Link>
      ))}
      <button type="button" className={classes['place']} onClick={() => setOpen(true)} aria-haspopup="dialog">
        <MenuIcon aria-hidden="true" />
        <span>
          <Trans>Plus</Trans>
        </span>
      </button>
      {open && (
        <Dialog title={t`Aller à`} kind="side" onClose={() => setOpen(false)}>
          {parts.map(({ group, title, entries }) => (
            <section key={group} className={classes['part']}>
              <h3>{title}</h3>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.to}>
                    <Link to={entry.to} onClick={() => setOpen(false)} activeProps={{ 'data-here': '' }}>
                      <KindIcon kind={entry.icon} />
                      {i18n._(entry.label)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </Dialog>
      )}
    </nav>
  )
}

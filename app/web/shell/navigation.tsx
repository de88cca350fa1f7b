import { Link } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { useMe } from '#kernel/web/session.tsx'
import { CompanyMark } from '#kernel/web/ui/mark.tsx'
import { KindIcon } from '#kernel/web/ui/navigation-icon.tsx'
import { useNavigation } from './use-navigation.ts'
import classes from './navigation.module.css'

/** The navigation at the side: by what people do, only what this person may use; folds to icons. */
export const Navigation = ({ folded, onFold }: { folded: boolean; onFold: () => void }) => {
  const { t, i18n } = useLingui()
  const parts = useNavigation()
  const { organization } = useMe()
  return (
    <nav className={classes['navigation']} aria-label={t`Navigation`}>
      <Link to="/home" className={classes['brand'] ?? ''} title={organization.name}>
        <CompanyMark company={{ name: organization.name, logoUrl: organization.logo_url }} nameless={folded} />
      </Link>
      <div className={classes['parts']}>
        {parts.map(({ group, title, entries }) => (
          <section key={group} aria-label={title}>
            <h2 aria-hidden="true">{title}</h2>
            <ul>
              {entries.map((entry) => {
                const label = i18n._(entry.label)
                return (
                  <li key={entry.to}>
                    <Link
                      to={entry.to}
                      className={classes['entry'] ?? ''}
                      activeProps={{ 'data-here': '' }}
                      title={folded ? label : undefined}
                      aria-label={folded ? label : undefined}
                    >
                      <KindIcon kind={entry.icon} />
                      <span>{label}</span>
                    </Link>
                  </li>
                )
              })}
            </ul>
          </section>
        ))}
      </div>
      <button type="button" className={classes['fold']} onClick={onFold} aria-expanded={!folded} title={folded ? t`Déplier` : undefined}>
        {folded ? <PanelLeftOpen aria-hidden="true" /> : <PanelLeftClose aria-hidden="true" />}
        <span>{folded ? t`Déplier` : t`Réduire`}</span>
      </button>
    </nav>
  )
}

import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { Mark } from '#kernel/web/ui/mark.tsx'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import classes from './fault.module.css'

/** An address that leads nowhere. */
export const NotFoundPage = () => {
  const { t } = useLingui()
  usePageTitle(t`Page introuvable`)
  return (
    <main id="main" tabIndex={-1} className={classes['fault']}>
      <Link to="/" aria-label={t`Accueil`}>
        <Mark size={40} />
      </Link>
      <h1>
        <Trans>Cette adresse ne mène nulle part</Trans>
      </h1>
      <p>
        <Trans>Elle est peut-être incomplète, ou la fiche a été supprimée, ou elle ne vous est pas ouverte.</Trans>
      </p>
      <div className={classes['acts']}>
        <LinkButton to="/" kind="primary">
          <Trans>Revenir à l’accueil</Trans>
        </LinkButton>
      </div>
    </main>
  )
}

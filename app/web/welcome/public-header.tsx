import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { CompanyMark } from '#kernel/web/ui/mark.tsx'
import { PageChoices } from '#kernel/web/ui/page-choices.tsx'
import classes from './public-header.module.css'

/** The line above every page before signing in: the product, the language, the theme. */
export const PublicHeader = () => (
  <header className={classes['header']}>
    <Link to="/" search={{ welcome: '1' }} className={classes['home'] ?? ''}>
      <CompanyMark company={null} />
    </Link>
    <PageChoices />
  </header>
)

/** The line below. */
export const PublicFooter = () => (
  <footer className={classes['footer']}>
    <span>ASSURA-CRM</span>
    <Link to="/terms">
      <Trans>Conditions d’utilisation</Trans>
    </Link>
    <a href="/unsupported.html">
      <Trans>Navigateurs pris en charge</Trans>
    </a>
  </footer>
)

import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight, Building2, Languages, Lock, ScrollText } from 'lucide-react'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import { ForWhom } from './for-whom.tsx'
import { ProfilePicture } from './profile-picture.tsx'
import { PublicFooter, PublicHeader } from './public-header.tsx'
import classes from './welcome-page.module.css'

const Begin = () => (
  <LinkButton to="/start" kind="primary" size="large" icon={null}>
    <span className={classes['begin']}>
      <Trans>Commencer</Trans>
      <ArrowRight aria-hidden="true" />
    </span>
  </LinkButton>
)

const Facts = () => (
  <ul className={classes['facts']}>
    <li>
      <Lock aria-hidden="true" />
      <h3>
        <Trans>Chacun chez soi</Trans>
      </h3>
      <p>
        <Trans>
          Chaque compagnie ne voit que ses données, chaque agence que ses clients. La cloison est dans la base elle-même, pas dans un écran.
        </Trans>
      </p>
    </li>
    <li>
      <ScrollText aria-hidden="true" />
      <h3>
        <Trans>Rien ne s’efface sans trace</Trans>
      </h3>
      <p>
        <Trans>Qui a fait quoi, quand, avant et après: le journal est scellé, et chaque modification d’une fiche se relit.</Trans>
      </p>
    </li>
    <li>
      <Languages aria-hidden="true" />
      <h3>
        <Trans>Votre langue, celle du client</Trans>
      </h3>
      <p>
        <Trans>Français, arabe et anglais, de droite à gauche quand il le faut. Chacun choisit la sienne.</Trans>
      </p>
    </li>
    <li>
      <Building2 aria-hidden="true" />
      <h3>
        <Trans>À vos couleurs</Trans>
      </h3>
      <p>
        <Trans>Déposez votre logo: l’application en prend les teintes et les rend lisibles partout, en clair comme en sombre.</Trans>
      </p>
    </li>
  </ul>
)

/** G1 «Page d’accueil»: the promise, the product, what each gains, one button in. */
export const WelcomePage = () => {
  const { t } = useLingui()
  usePageTitle(t`Gérez mieux votre relation client`)
  return (
    <div className={classes['welcome']}>
      <PublicHeader />
      <main id="main" tabIndex={-1}>
        <section className={classes['hero']}>
          <p className={classes['eyebrow']}>
            <Trans>La relation client des compagnies d’assurance</Trans>
          </p>
          <h1>
            <Trans>Gérez mieux votre relation client</Trans>
          </h1>
          <p className={classes['lead']}>
            <Trans>Chaque assuré, chaque police, chaque échange sur une seule fiche, du guichet de l’agence à la direction générale.</Trans>
          </p>
          <Begin />
        </section>
        <div className={classes['picture']}>
          <ProfilePicture />
        </div>
        <section className={classes['part']} aria-labelledby="whom">
          <h2 id="whom">
            <Trans>Une compagnie, un seul endroit, et à chacun sa vue</Trans>
          </h2>
          <ForWhom />
        </section>
        <section className={classes['part']} aria-labelledby="built">
          <h2 id="built">
            <Trans>Bâti pour un assureur, pas adapté après coup</Trans>
          </h2>
          <Facts />
        </section>
        <section className={classes['last']}>
          <h2>
            <Trans>Votre compagnie peut commencer aujourd’hui</Trans>
          </h2>
          <p>
            <Trans>Inscrivez-vous, déposez votre logo, invitez vos agences, importez vos clients depuis votre fichier Excel.</Trans>
          </p>
          <Begin />
        </section>
      </main>
      <PublicFooter />
    </div>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Mail, Phone, Plus, Search, TriangleAlert } from 'lucide-react'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Aside, Bills, Figures, Policies, Rail } from './picture-parts.tsx'
import classes from './profile-picture.module.css'

/** The client's page drawn in small with the product's own parts, in the reader's language, theme and direction. */
export const ProfilePicture = () => {
  const { t } = useLingui()
  return (
    <figure
      className={classes['frame']}
      aria-label={t`Aperçu de la fiche d’un client: ses polices, son solde, les échanges et ce qu’il faut faire maintenant.`}
    >
      <div aria-hidden="true" className={classes['window']} inert>
        <Rail />
        <div className={classes['main']}>
          <div className={classes['top']}>
            <span className={classes['search']}>
              <Search />
              <Trans>Rechercher un client, une police, une plaque…</Trans>
            </span>
            <span className={classes['button']}>
              <Plus />
              <Trans>Créer</Trans>
            </span>
          </div>
          <div className={classes['page']}>
            <div className={classes['head']}>
              <span className={classes['face']}>AB</span>
              <div>
                <h3>
                  <bdi>{t`Amina Benali`}</bdi>
                </h3>
                <div className={classes['meta']}>
                  <bdi>16083-004512</bdi>
                  <span>{t`Agence Hydra`}</span>
                  <bdi>0550 12 34 56</bdi>
                  <Chip tone="good">{t`Cliente depuis 2014`}</Chip>
                </div>
              </div>
              <span className={joined(classes['button'], classes['optional'])}>
                <Phone />
                <Trans>Appeler</Trans>
              </span>
              <span className={joined(classes['button'], classes['strong'])}>
                <Mail />
                <Trans>Écrire</Trans>
              </span>
            </div>
            <Figures />
            <div className={classes['columns']}>
              <div className={classes['stack']}>
                <div className={classes['card']}>
                  <div className={classes['tabs']}>
                    <span>
                      <Trans>Assuré</Trans>
                    </span>
                    <b>
                      <Trans>Polices</Trans> <i>3</i>
                    </b>
                    <span>
                      <Trans>Sinistres</Trans> <i>1</i>
                    </span>
                    <span>
                      <Trans>Créances</Trans> <i>2</i>
                    </span>
                    <span className={classes['late']}>
                      <Trans>Rappels</Trans> <i>2</i>
                    </span>
                  </div>
                  <div className={classes['alert']}>
                    <TriangleAlert />
                    <Trans>La police auto arrive à échéance dans 18 jours.</Trans>
                  </div>
                  <Policies />
                </div>
                <div className={joined(classes['card'], classes['second'])}>
                  <h4>
                    <Trans>Créances</Trans>
                  </h4>
                  <Bills />
                </div>
              </div>
              <Aside />
            </div>
          </div>
        </div>
      </div>
    </figure>
  )
}

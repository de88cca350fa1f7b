import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { usePageTitle } from '#kernel/web/ui/page.tsx'
import { PublicFooter, PublicHeader } from '../welcome/public-header.tsx'
import { termsEdition } from './terms-edition.ts'
import classes from './terms-page.module.css'

const Article = ({ title, children }: { title: ReactNode; children: ReactNode }) => (
  <li>
    <h2>{title}</h2>
    <p>{children}</p>
  </li>
)

/** The rules and conditions that a person accepts on signing up; their edition and the time of acceptance are kept. */
export const TermsPage = () => {
  const { t } = useLingui()
  usePageTitle(t`Règles et conditions d’utilisation`)
  return (
    <div className={classes['page']}>
      <PublicHeader />
      <main id="main" tabIndex={-1}>
        <h1>
          <Trans>Règles et conditions d’utilisation</Trans>
        </h1>
        <p className={classes['edition']}>
          <Trans>
            Édition <bdi>{termsEdition}</bdi>
          </Trans>
        </p>
        <ol>
          <Article title={<Trans>Objet</Trans>}>
            <Trans>
              ASSURA-CRM est mis à la disposition d’une compagnie d’assurance pour gérer sa relation avec ses clients. Les présentes règles
              lient la compagnie inscrite et chaque personne qu’elle y invite.
            </Trans>
          </Article>
          <Article title={<Trans>Comptes</Trans>}>
            <Trans>
              L’administrateur inscrit la compagnie et répond des accès qu’il ouvre. Un compte appartient à une seule personne: son mot de
              passe ne se partage pas, et toute suspicion d’usage par un tiers est signalée sans délai à l’administrateur.
            </Trans>
          </Article>
          <Article title={<Trans>Données de la compagnie</Trans>}>
            <Trans>
              Les données saisies ou importées restent la propriété de la compagnie. Elles sont séparées de celles des autres compagnies, et
              la compagnie peut les exporter à tout moment.
            </Trans>
          </Article>
          <Article title={<Trans>Données à caractère personnel</Trans>}>
            <Trans>
              La compagnie est responsable du traitement au sens de la loi n° 18-07 du 10 juin 2018 modifiée. Elle ne recueille que les
              données utiles à ses contrats, informe les personnes, recueille leur consentement quand il est requis, et répond à leurs
              demandes d’accès, de rectification et d’opposition.
            </Trans>
          </Article>
          <Article title={<Trans>Usage loyal</Trans>}>
            <Trans>
              Chacun n’accède qu’aux dossiers que sa fonction demande. La consultation de données sensibles sans motif, l’extraction de
              fichiers à des fins étrangères au service et les envois non sollicités sont interdits.
            </Trans>
          </Article>
          <Article title={<Trans>Journal</Trans>}>
            <Trans>
              Les actions sont consignées avec leur auteur, leur date et les valeurs modifiées, dans un journal qui ne peut être altéré. Il
              sert à la sécurité, au contrôle interne et à la preuve.
            </Trans>
          </Article>
          <Article title={<Trans>Sécurité et disponibilité</Trans>}>
            <Trans>
              L’exploitant de l’installation la tient à jour, la sauvegarde et prévient l’administrateur des interruptions prévues. En cas
              de violation de données, il l’avise sans délai pour que les déclarations légales soient faites à temps.
            </Trans>
          </Article>
          <Article title={<Trans>Fin</Trans>}>
            <Trans>
              La compagnie peut cesser d’utiliser ASSURA-CRM quand elle le souhaite. Ses données lui sont remises, puis effacées, sauf
              celles que la loi oblige à conserver.
            </Trans>
          </Article>
        </ol>
      </main>
      <PublicFooter />
    </div>
  )
}

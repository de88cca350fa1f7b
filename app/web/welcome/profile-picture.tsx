import { Trans, useLingui } from '@lingui/react/macro'
import {
  Building2,
  CalendarDays,
  CircleCheck,
  House,
  Inbox,
  Mail,
  MessageCircle,
  Phone,
  Plus,
  RefreshCw,
  Search,
  Shield,
  TriangleAlert,
  Umbrella,
  UsersRound,
  Wallet,
} from 'lucide-react'
import { Chip, type Tone } from '#kernel/web/ui/chip.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Mark } from '#kernel/web/ui/mark.tsx'
import classes from './profile-picture.module.css'

const Rail = () => (
  <div className={classes['rail']}>
    <div className={classes['brand']}>
      <Mark size={22} />
      <span>Alliance</span>
    </div>
    {(
      [
        [House, <Trans key="home">Accueil</Trans>],
        [UsersRound, <Trans key="contacts">Clients</Trans>],
        [Building2, <Trans key="accounts">Comptes</Trans>],
        [Inbox, <Trans key="inbox">Messages</Trans>],
        [CalendarDays, <Trans key="calendar">Agenda</Trans>],
        [Shield, <Trans key="policies">Polices</Trans>],
        [Umbrella, <Trans key="claims">Sinistres</Trans>],
        [Wallet, <Trans key="receivables">Créances</Trans>],
      ] as const
    ).map(([Picture, label], at) => (
      <div key={at} className={joined(classes['entry'], at === 1 && classes['here'])}>
        <Picture />
        <span>{label}</span>
      </div>
    ))}
  </div>
)

const Figures = () => (
  <div className={classes['figures']}>
    <div>
      <span>
        <Trans>Primes en vigueur</Trans>
      </span>
      <b>
        <bdi>84 520,00 DA</bdi>
      </b>
    </div>
    <div>
      <span>
        <Trans>Sinistres / primes</Trans>
      </span>
      <b>
        <bdi>41 %</bdi>
      </b>
    </div>
    <div>
      <span>
        <Trans>Solde dû</Trans>
      </span>
      <b>
        <bdi>12 400,00 DA</bdi>
      </b>
    </div>
    <div>
      <span>
        <Trans>Satisfaction</Trans>
      </span>
      <b>
        <bdi>9 / 10</bdi>
      </b>
    </div>
  </div>
)

const Policies = () => {
  const { t } = useLingui()
  const rows: ReadonlyArray<readonly [string, string, string, string, string, Tone, string]> = [
    ['160832611000044', t`Automobile`, t`Tous risques`, '11/12/2026', '68 240,00 DA', 'warn', t`À renouveler`],
    ['160832614000318', t`Habitation`, t`Multirisque`, '02/05/2027', '11 780,00 DA', 'good', t`En vigueur`],
    ['160832615000107', t`Catastrophes naturelles`, t`Habitation`, '02/05/2027', '4 500,00 DA', 'good', t`En vigueur`],
  ]
  return (
    <div className={classes['rows']}>
      {rows.map(([number, product, formula, day, amount, tone, state]) => (
        <div key={number} className={classes['row']}>
          <b>
            <bdi>{number}</bdi>
          </b>
          <span>
            {product}
            <small>{formula}</small>
          </span>
          <span className={classes['late']}>
            <bdi>{day}</bdi>
          </span>
          <span className={classes['amount']}>
            <bdi>{amount}</bdi>
          </span>
          <Chip tone={tone}>{state}</Chip>
        </div>
      ))}
    </div>
  )
}

const Aside = () => (
  <div className={classes['aside']}>
    <div className={classes['card']}>
      <h4>
        <Trans>À faire maintenant</Trans>
      </h4>
      <p>
        <RefreshCw />
        <span>
          <Trans>Proposer le renouvellement auto</Trans>
          <small>
            <Trans>échéance dans 18 jours</Trans>
          </small>
        </span>
      </p>
      <p>
        <Phone />
        <span>
          <Trans>Rappeler au sujet de la quittance</Trans>
          <small>
            <Trans>promesse du 15/11 dépassée</Trans>
          </small>
        </span>
      </p>
    </div>
    <div className={classes['card']}>
      <h4>
        <Trans>Interactions</Trans>
      </h4>
      <p>
        <MessageCircle />
        <span>
          <Trans>Demande d’attestation</Trans>
          <small>
            <Trans>aujourd’hui, document envoyé</Trans>
          </small>
        </span>
      </p>
      <p>
        <CircleCheck />
        <span>
          <Trans>Paiement reçu</Trans>
          <small>
            <bdi>12 400,00 DA</bdi>
          </small>
        </span>
      </p>
    </div>
  </div>
)

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
              <Aside />
            </div>
          </div>
        </div>
      </div>
    </figure>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import {
  Building2,
  CalendarDays,
  CircleCheck,
  House,
  Inbox,
  MessageCircle,
  Phone,
  RefreshCw,
  Shield,
  Umbrella,
  UsersRound,
  Wallet,
} from 'lucide-react'
import { formatCentimes } from '#kernel/shared/money.ts'
import { useLanguage } from '#kernel/web/i18n.tsx'
import { Chip, type Tone } from '#kernel/web/ui/chip.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Mark } from '#kernel/web/ui/mark.tsx'
import classes from './profile-picture.module.css'

/** The navigation. */
export const Rail = () => (
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

/** The client at a glance. */
export const Figures = () => {
  const { language } = useLanguage()
  const figures = [
    [<Trans key="premiums">Primes en vigueur</Trans>, formatCentimes(8_452_000, language)],
    [<Trans key="ratio">Sinistres / primes</Trans>, '41\u00a0%'],
    [<Trans key="due">Solde dû</Trans>, formatCentimes(1_240_000, language)],
    [<Trans key="satisfaction">Satisfaction</Trans>, '9 / 10'],
  ] as const
  return (
    <div className={classes['figures']}>
      {figures.map(([name, figure], at) => (
        <div key={at}>
          <span>{name}</span>
          <b>
            <bdi>{figure}</bdi>
          </b>
        </div>
      ))}
    </div>
  )
}

interface PictureRow {
  readonly number: string
  readonly what: string
  readonly detail: string
  readonly day: string
  readonly centimes: number
  readonly tone: Tone
  readonly state: string
}

const Rows = ({ rows }: { rows: readonly PictureRow[] }) => {
  const { language } = useLanguage()
  return (
    <div>
      {rows.map((row) => (
        <div key={row.number} className={classes['row']}>
          <b>
            <bdi>{row.number}</bdi>
          </b>
          <span>
            {row.what}
            <small>{row.detail}</small>
          </span>
          <span className={classes['late']}>
            <bdi>{row.day}</bdi>
          </span>
          <span className={classes['amount']}>
            <bdi>{formatCentimes(row.centimes, language)}</bdi>
          </span>
          <Chip tone={row.tone}>{row.state}</Chip>
        </div>
      ))}
    </div>
  )
}

/** The policies of the client. */
export const Policies = () => {
  const { t } = useLingui()
  const inForce = { tone: 'good' as const, state: t`En vigueur` }
  return (
    <Rows
      rows={[
        {
          number: '160832611000044',
          what: t`Automobile`,
          detail: t`Tous risques`,
          day: '11/12/2026',
          centimes: 6_824_000,
          tone: 'warn',
          state: t`À renouveler`,
        },
        { number: '160832614000318', what: t`Habitation`, detail: t`Multirisque`, day: '02/05/2027', centimes: 1_178_000, ...inForce },
        { number: '160832615000107', what: t`Cat-Nat`, detail: t`Habitation`, day: '02/05/2027', centimes: 450_000, ...inForce },
      ]}
    />
  )
}

/** What the client owes. */
export const Bills = () => {
  const { t } = useLingui()
  return (
    <Rows
      rows={[
        {
          number: 'Q-2026-118204',
          what: t`Automobile`,
          detail: t`échue depuis 32 jours`,
          day: '22/10/2026',
          centimes: 1_240_000,
          tone: 'bad',
          state: t`Promesse dépassée`,
        },
        {
          number: 'Q-2026-121877',
          what: t`Automobile`,
          detail: t`échéance annuelle`,
          day: '11/12/2026',
          centimes: 6_824_000,
          tone: 'neutral',
          state: t`Non échue`,
        },
      ]}
    />
  )
}

/** What to do now, and what was said last. */
export const Aside = () => (
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

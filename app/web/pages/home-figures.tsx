import type { ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { identityOperations } from '#capabilities/identity/contract.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import classes from './home.module.css'

const counted = { limit: 1, total: 'capped' } as const
const lately = JSON.stringify({ created_at: { within: 'last_7_days' } })

interface FigureProps {
  readonly to: string
  readonly label: ReactNode
  readonly total: number | null | undefined
  readonly failed: boolean
  readonly detail?: ReactNode
}

/** One figure that leads to its rows; beyond ten thousand the list counts no further. */
const Figure = ({ to, label, total, failed, detail }: FigureProps) => {
  const formats = useFormats()
  return (
    <Link to={to} className={classes['figure']}>
      <span>{label}</span>
      <strong>
        {failed ? '–' : total === undefined ? '…' : total === null ? <Trans>plus de {formats.count(10_000)}</Trans> : formats.count(total)}
      </strong>
      {detail && <em>{detail}</em>}
    </Link>
  )
}

const ContactFigures = () => {
  const formats = useFormats()
  const all = useRead(customerOperations.listContacts, counted)
  const fresh = useRead(customerOperations.listContacts, { ...counted, filter: lately })
  const since = fresh.data?.total
  return (
    <Figure
      to="/contacts"
      label={<Trans>Clients</Trans>}
      total={all.data?.total}
      failed={all.isError}
      detail={typeof since === 'number' && <Trans>{formats.count(since)} depuis sept jours</Trans>}
    />
  )
}

const AccountFigure = () => {
  const { data, isError } = useRead(customerOperations.listAccounts, counted)
  return <Figure to="/accounts" label={<Trans>Comptes</Trans>} total={data?.total} failed={isError} />
}

const PeopleFigure = () => {
  const { data, isError } = useRead(identityOperations.countUsers, {})
  return (
    <Figure
      to="/users"
      label={<Trans>Utilisateurs actifs</Trans>}
      total={data?.active}
      failed={isError}
      detail={data && <Plural value={data.invited} one="# invitation en attente" other="# invitations en attente" />}
    />
  )
}

const AgencyFigure = () => {
  const { data, isError } = useRead(organizationOperations.listAgencies, counted)
  return <Figure to="/agencies" label={<Trans>Agences</Trans>} total={data?.total} failed={isError} />
}

/** The figures of what this person may see. */
export const HomeFigures = () => {
  const { can } = useSession()
  return (
    <nav className={classes['figures']}>
      {can('contact.view') && <ContactFigures />}
      {can('account.view') && <AccountFigure />}
      {can('user.view') && <PeopleFigure />}
      {can('agency.view') && <AgencyFigure />}
    </nav>
  )
}

import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { recentRecords } from '#kernel/web/recent.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import classes from './home.module.css'

const shown = 8

const Line = ({ to, title, detail, end }: { to: string; title: string; detail: ReactNode; end?: ReactNode }) => (
  <li>
    <Link to={to}>
      <b>
        <bdi>{title}</bdi>
      </b>
      <span>{detail}</span>
      {end && <time>{end}</time>}
    </Link>
  </li>
)

const Quiet = ({ children }: { children: ReactNode }) => <p className={classes['quiet']}>{children}</p>

/** The customers registered last within reach. */
export const NewestContacts = () => {
  const formats = useFormats()
  const { data, isPending, isError } = useRead(customerOperations.listContacts, { limit: shown, total: 'none' })
  return (
    <Card
      title={<Trans>Derniers clients inscrits</Trans>}
      aside={
        <Link to="/contacts">
          <Trans>Tous</Trans>
        </Link>
      }
      flush
    >
      {isPending && <SkeletonRows rows={shown} />}
      {isError && (
        <Quiet>
          <Trans>La liste n’a pas pu être lue.</Trans>
        </Quiet>
      )}
      {data?.data.length === 0 && (
        <Quiet>
          <Trans>Aucun client pour l’instant.</Trans>
        </Quiet>
      )}
      <ul className={classes['lines']}>
        {data?.data.map((contact) => (
          <Line
            key={contact.id}
            to={`/contacts/${contact.id}`}
            title={contact.name}
            detail={
              <>
                <bdi>{contact.code}</bdi> · <bdi>{contact.agency_name}</bdi>
              </>
            }
            end={formats.ago(contact.created_at)}
          />
        ))}
      </ul>
    </Card>
  )
}

/** The records opened last in this browser. */
export const RecentRecords = ({ userId }: { userId: string }) => {
  const records = recentRecords(userId)
  return (
    <Card title={<Trans>Consultés récemment</Trans>} flush>
      {records.length === 0 && (
        <Quiet>
          <Trans>Les fiches que vous ouvrez se retrouvent ici.</Trans>
        </Quiet>
      )}
      <ul className={classes['lines']}>
        {records.map((record) => (
          <Line key={record.id} to={record.to} title={record.title} detail={<bdi>{record.detail}</bdi>} />
        ))}
      </ul>
    </Card>
  )
}

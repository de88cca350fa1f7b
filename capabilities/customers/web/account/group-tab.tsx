import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans } from '@lingui/react/macro'
import { Building2, Network, Plus } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { useNavigate } from '@tanstack/react-router'
import { customerOperations, type Account } from '../../contract.ts'
import classes from './account.module.css'

const mostShown = 200

const Node = ({
  account,
  here = false,
  children,
}: {
  account: Pick<Account, 'id' | 'name' | 'code'> & { contacts?: number }
  here?: boolean
  children?: ReactNode
}) => (
  <li>
    <div className={classes['node']} aria-current={here ? 'page' : undefined}>
      <Building2 aria-hidden="true" />
      {here ? (
        <b>
          <bdi>{account.name}</bdi>
        </b>
      ) : (
        <Link to={`/accounts/${account.id}` as '.'}>
          <bdi>{account.name}</bdi>
        </Link>
      )}
      {account.contacts !== undefined && account.contacts > 0 && (
        <small>
          <Plural value={account.contacts} one="# membre" other="# membres" />
        </small>
      )}
    </div>
    {children}
  </li>
)

const below = (ids: readonly string[]) => ({
  filter: JSON.stringify({ parent_id: ids }),
  sort: 'name',
  limit: mostShown,
  total: 'none' as const,
})

/** «Groupe»: the company above, and two levels below. */
export const GroupTab = ({ account }: { account: Account }) => {
  const { can } = useSession()
  const navigate = useNavigate()
  // One question a level, whatever the number of companies.
  const { data, error, isPending, refetch } = useRead(customerOperations.listAccounts, below([account.id]))
  const children = data?.data ?? []
  const { data: further } = useRead(customerOperations.listAccounts, below(children.map((child) => child.id)), {
    enabled: children.length > 0,
  })
  if (isPending) return <SkeletonRows rows={3} />
  if (error) return <Failure error={error} again={() => refetch()} />
  const add = can('account.create') && account.deleted_at === null && (
    <Button
      icon={<Plus aria-hidden="true" />}
      onClick={() => void navigate({ to: '/accounts/new', search: () => ({ parent: account.id }) })}
    >
      <Trans>Ajouter une filiale</Trans>
    </Button>
  )
  if (children.length === 0 && account.parent_id === null)
    return (
      <Blank
        icon={<Network aria-hidden="true" />}
        title={<Trans>Cette société ne fait partie d’aucun groupe</Trans>}
        acts={
          <>
            {add}
            {account.can.edit && (
              <LinkButton to={`/accounts/${account.id}/edit`}>
                <Trans>Choisir une société mère</Trans>
              </LinkButton>
            )}
          </>
        }
      >
        <Trans>Un groupe se lit de haut en bas: la société mère, puis ses filiales.</Trans>
      </Blank>
    )
  const own = (
    <Node account={account} here>
      {children.length > 0 && (
        <ul>
          {children.map((child) => {
            const theirs = further?.data.filter((one) => one.parent_id === child.id) ?? []
            return (
              <Node key={child.id} account={child}>
                {theirs.length > 0 && (
                  <ul>
                    {theirs.map((one) => (
                      <Node key={one.id} account={one} />
                    ))}
                  </ul>
                )}
              </Node>
            )
          })}
        </ul>
      )}
    </Node>
  )
  return (
    <div>
      {add && <div className={classes['bar']}>{add}</div>}
      <ul className={classes['tree']}>
        {account.parent_id !== null ? (
          <Node account={{ id: account.parent_id, name: account.parent_name ?? '', code: '' }}>
            <ul>{own}</ul>
          </Node>
        ) : (
          own
        )}
      </ul>
    </div>
  )
}

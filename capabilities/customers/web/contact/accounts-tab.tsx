import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { Building2, House, Landmark } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { customerOperations, type Contact } from '../../contract.ts'
import { useCustomerWords } from '../use-customer-words.ts'
import classes from './contact.module.css'

/** «Comptes»: the companies and households to which the contact belongs, and as what. */
export const AccountsTab = ({ contact }: { contact: Contact }) => {
  const words = useCustomerWords()
  const { can } = useSession()
  const { data, error, isPending, refetch } = useRead(customerOperations.contactAccounts, { id: contact.id })
  if (isPending) return <SkeletonRows rows={3} />
  if (error) return <Failure error={error} again={() => refetch()} />
  if (data.data.length === 0)
    return (
      <Blank
        icon={<Landmark aria-hidden="true" />}
        title={<Trans>Aucun compte</Trans>}
        acts={
          can('account.view') && (
            <LinkButton to="/accounts">
              <Trans>Voir les comptes</Trans>
            </LinkButton>
          )
        }
      >
        <Trans>
          Un compte réunit les membres d’un foyer ou les personnes d’une société; on y ajoute ce client depuis la page du compte.
        </Trans>
      </Blank>
    )
  return (
    <ul className={classes['accounts']}>
      {data.data.map((one) => (
        <li key={one.account_id}>
          {one.kind === 'household' ? <House aria-hidden="true" /> : <Building2 aria-hidden="true" />}
          <div>
            <Link to={`/accounts/${one.account_id}` as '.'}>
              <bdi>{one.name}</bdi>
            </Link>
            <small>
              {words.accountKind[one.kind]} · {words.role[one.role]}
              {one.since !== null && (
                <>
                  {' · '}
                  <Trans>
                    depuis le <DayText day={one.since} />
                  </Trans>
                </>
              )}
              {one.until !== null && (
                <>
                  {' '}
                  <Trans>
                    jusqu’au <DayText day={one.until} />
                  </Trans>
                </>
              )}
            </small>
          </div>
          {one.main && (
            <Chip tone="accent" plain>
              <Trans>Compte principal</Trans>
            </Chip>
          )}
        </li>
      ))}
    </ul>
  )
}

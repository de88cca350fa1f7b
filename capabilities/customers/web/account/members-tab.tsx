import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Ellipsis, Pencil, UserMinus, UserRoundPlus, UsersRound } from 'lucide-react'
import type { OutputOf } from '#kernel/shared/contract.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { refreshObjects, useRead } from '#kernel/web/query.ts'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Menu } from '#kernel/web/ui/menu.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations, type Account } from '../../contract.ts'
import { PhoneText } from '../phone-text.tsx'
import { useCustomerWords } from '../use-customer-words.ts'
import { MemberDialog } from './member-dialog.tsx'
import classes from './account.module.css'

export type Member = OutputOf<typeof customerOperations.listMembers>['data'][number]

/** «Membres»: who belongs to the account, as what, since when. */
export const MembersTab = ({ account }: { account: Account }) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useRead(customerOperations.listMembers, { id: account.id })
  const [editing, setEditing] = useState<Member | 'new' | null>(null)
  const may = account.can.edit && account.deleted_at === null
  if (isPending) return <SkeletonRows rows={4} />
  if (error) return <Failure error={error} again={() => refetch()} />
  const refused = (problem: unknown) => {
    toast(problem instanceof ApiProblem && problem.status > 0 ? problem.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
  }
  const put = async ({ contact_id, role, since, until, main }: Member) => {
    await call(customerOperations.setMember, { id: account.id, contact_id, role, since, until, main })
    await refreshObjects(client, ['account', 'contact'])
  }
  const remove = async (member: Member) => {
    try {
      await call(customerOperations.removeMember, { id: account.id, contact_id: member.contact_id })
      await refreshObjects(client, ['account', 'contact'])
      const name = member.name
      toast(t`${name} ne fait plus partie du compte`, {
        act: { label: <Trans>Annuler</Trans>, run: () => put(member).catch(refused) },
      })
    } catch (problem) {
      refused(problem)
    }
  }
  const add = may && (
    <Button icon={<UserRoundPlus aria-hidden="true" />} onClick={() => setEditing('new')}>
      <Trans>Ajouter un membre</Trans>
    </Button>
  )
  return (
    <div>
      {data.data.length === 0 && data.out_of_reach === 0 ? (
        <Blank icon={<UsersRound aria-hidden="true" />} title={<Trans>Aucun membre pour l’instant</Trans>} acts={add}>
          {account.kind === 'household' ? (
            <Trans>Ajoutez le chef de famille, le conjoint, les enfants assurés.</Trans>
          ) : (
            <Trans>Ajoutez le dirigeant, les salariés assurés, les représentants.</Trans>
          )}
        </Blank>
      ) : (
        <>
          {add && <div className={classes['bar']}>{add}</div>}
          <ul className={classes['members']}>
            {data.data.map((member) => (
              <li key={member.contact_id}>
                <Avatar name={member.name} />
                <div>
                  <Link to={`/contacts/${member.contact_id}` as '.'}>
                    <bdi>{member.name || member.code}</bdi>
                  </Link>
                  <small>
                    <bdi dir="ltr">{member.code}</bdi>
                    {member.mobile !== null && (
                      <>
                        {' · '}
                        <PhoneText phone={member.mobile} />
                      </>
                    )}
                    {member.since !== null && (
                      <>
                        {' · '}
                        <Trans>
                          depuis le <DayText day={member.since} />
                        </Trans>
                      </>
                    )}
                    {member.until !== null && (
                      <>
                        {' '}
                        <Trans>
                          jusqu’au <DayText day={member.until} />
                        </Trans>
                      </>
                    )}
                  </small>
                </div>
                <span className={classes['role']}>
                  <span>{words.role[member.role]}</span>
                  {member.main && (
                    <Chip tone="accent" plain>
                      <Trans>Compte principal</Trans>
                    </Chip>
                  )}
                </span>
                {may && (
                  <Menu
                    label={t`Actions sur le membre`}
                    entries={[
                      { key: 'edit', label: t`Modifier le rôle`, icon: <Pencil aria-hidden="true" />, act: () => setEditing(member) },
                      {
                        key: 'remove',
                        label: t`Retirer du compte`,
                        icon: <UserMinus aria-hidden="true" />,
                        danger: true,
                        act: () => void remove(member),
                      },
                    ]}
                  >
                    {(opener) => (
                      <IconButton {...opener} label={t`Actions: ${member.name}`} size="small">
                        <Ellipsis aria-hidden="true" />
                      </IconButton>
                    )}
                  </Menu>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {data.out_of_reach > 0 && (
        <p className={classes['beyond']}>
          <Plural value={data.out_of_reach} one="# membre dans une autre agence" other="# membres dans une autre agence" />
        </p>
      )}
      {editing !== null && <MemberDialog account={account} member={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </div>
  )
}

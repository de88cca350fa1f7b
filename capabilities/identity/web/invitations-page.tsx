import { useState } from 'react'
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Trans, useLingui } from '@lingui/react/macro'
import { MailPlus, RotateCw, X } from 'lucide-react'
import { useAddressParam } from '#kernel/web/address.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { refreshObjects } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { ConfirmDialog } from '#kernel/web/ui/confirm-dialog.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import table from '#kernel/web/ui/table.module.css'
import { identityOperations, type Invitation } from '../contract.ts'
import { useRoleNames } from './entrance/role-names.ts'
import { InvitePanel } from './invite-panel.tsx'
import { InviteButton, PeopleTabs } from './people-tabs.tsx'
import { invitationTones, useUserWords } from './use-user-words.ts'
import classes from './people.module.css'

const aPage = 100

const useInvitations = (status: string) =>
  useInfiniteQuery({
    queryKey: [identityOperations.listInvitations.name, status],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(
        identityOperations.listInvitations,
        { limit: aPage, ...(status !== 'all' && { filter: JSON.stringify({ status }) }), ...(pageParam && { cursor: pageParam }) },
        { signal },
      ),
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  })

const RowActs = ({ invitation, onCancel }: { invitation: Invitation; onCancel: () => void }) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const { email } = invitation
  const resend = async () => {
    setBusy(true)
    try {
      await call(identityOperations.resendInvitation, { id: invitation.id })
      toast(t`Invitation renvoyée à ${email}; l’ancien lien ne fonctionne plus`)
      await refreshObjects(client, ['invitation', 'user'])
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  if (invitation.status === 'accepted' || invitation.status === 'cancelled') return null
  return (
    <>
      <Button size="small" kind="quiet" busy={busy} icon={<RotateCw aria-hidden="true" />} onClick={() => void resend()}>
        <Trans>Renvoyer</Trans>
      </Button>
      <IconButton size="small" label={t`Annuler l’invitation de ${email}`} onClick={onCancel}>
        <X aria-hidden="true" />
      </IconButton>
    </>
  )
}

const InvitationTable = ({ invitations }: { invitations: readonly Invitation[] }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const client = useQueryClient()
  const roles = useRoleNames()
  const words = useUserWords()
  const [leaving, setLeaving] = useState<Invitation | null>(null)
  return (
    <div className={table['scroll']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Personne</Trans>
            </th>
            <th scope="col" className={table['wide']}>
              <Trans>Agence</Trans>
            </th>
            <th scope="col" className={table['wide']}>
              <Trans>Rôle</Trans>
            </th>
            <th scope="col">
              <Trans>État</Trans>
            </th>
            <th scope="col" className={table['wide']}>
              <Trans>Envoyée</Trans>
            </th>
            <th scope="col" className={table['wide']}>
              <Trans>Expire</Trans>
            </th>
            <th scope="col" className={table['end']} aria-label={t`Actions`} />
          </tr>
        </thead>
        <tbody>
          {invitations.map((invitation) => (
            <tr key={invitation.id}>
              <td>
                <bdi dir="ltr">{invitation.email}</bdi>
                <small>{invitation.name ? <bdi>{invitation.name}</bdi> : <Trans>par {invitation.invited_by}</Trans>}</small>
              </td>
              <td className={table['wide']}>
                <bdi dir="ltr">{invitation.agency_number}</bdi> <bdi>{invitation.agency_name}</bdi>
              </td>
              <td className={table['wide']}>{roles[invitation.role]}</td>
              <td>
                <Chip tone={invitationTones[invitation.status]}>{words.invitation[invitation.status]}</Chip>
              </td>
              <td className={table['wide']}>{invitation.sent_at ? <Moment at={invitation.sent_at} /> : <Trans>en cours</Trans>}</td>
              <td className={table['wide']}>
                {invitation.status === 'pending' || invitation.status === 'expired' ? <Moment at={invitation.expires_at} /> : '–'}
              </td>
              <td className={table['end']}>
                {can('user.create') && <RowActs invitation={invitation} onCancel={() => setLeaving(invitation)} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {leaving && (
        <ConfirmDialog
          title={t`Annuler cette invitation?`}
          danger
          act={<Trans>Annuler l’invitation</Trans>}
          onClose={() => setLeaving(null)}
          onConfirm={async () => {
            await call(identityOperations.cancelInvitation, { id: leaving.id })
            await refreshObjects(client, ['invitation', 'user'])
          }}
        >
          {leaving.status === 'expired' ? (
            <Trans>
              Le lien envoyé à <bdi dir="ltr">{leaving.email}</bdi> a expiré; l’invitation quitte cette liste.
            </Trans>
          ) : (
            <Trans>
              Le lien envoyé à <bdi dir="ltr">{leaving.email}</bdi> ne fonctionnera plus.
            </Trans>
          )}
        </ConfirmDialog>
      )}
    </div>
  )
}

/** Invitations: who has yet to answer, to send again or to cancel. */
export const InvitationsPage = () => {
  const { t } = useLingui()
  const words = useUserWords()
  const [chosen, choose] = useAddressParam('status')
  const status = chosen ?? 'pending'
  const { data, error, refetch, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInvitations(status)
  const invitations = data?.pages.flatMap((page) => page.data) ?? []
  return (
    <div className={classes['people']}>
      <PeopleTabs />
      <div>
        <Page
          title={t`Invitations`}
          acts={
            <>
              <SelectField
                label={<span className={classes['unseen']}>{t`État`}</span>}
                value={status}
                options={[
                  ...Object.entries(words.invitation).map(([value, label]) => ({ value, label })),
                  { value: 'all', label: t`Toutes` },
                ]}
                onChange={(event) => choose(event.target.value === 'pending' ? null : event.target.value)}
              />
              <InviteButton />
            </>
          }
        >
          <Card flush>
            {isPending ? (
              <SkeletonRows />
            ) : error ? (
              <Failure error={error} again={refetch} />
            ) : invitations.length === 0 ? (
              <Blank icon={<MailPlus aria-hidden="true" />} title={<Trans>Aucune invitation ici</Trans>} acts={<InviteButton />}>
                <Trans>Les invitations en attente se renvoient ou s’annulent d’ici.</Trans>
              </Blank>
            ) : (
              <InvitationTable invitations={invitations} />
            )}
          </Card>
          {hasNextPage && (
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              <Trans>Voir les suivantes</Trans>
            </Button>
          )}
        </Page>
      </div>
      <InvitePanel />
    </div>
  )
}

import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { LogOut, UserRoundCheck, UserRoundX } from 'lucide-react'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { keyOf, refreshObjects, useRead } from '#kernel/web/query.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { ConfirmDialog } from '#kernel/web/ui/confirm-dialog.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { identityOperations, type User } from '../contract.ts'
import { RightsInWords } from './rights-in-words.tsx'
import { statusTones, useUserWords } from './use-user-words.ts'
import { UserForm, type Rights } from './user-form.tsx'
import classes from './user.module.css'

const useUserActs = (user: User) => {
  const { t } = useLingui()
  const client = useQueryClient()
  const show = (now: User) => {
    client.setQueryData(keyOf(identityOperations.getUser, { id: now.id }), now)
    void refreshObjects(client, ['user'])
  }
  const { id, name } = user
  return {
    show,
    suspend: async () => {
      show(await call(identityOperations.suspendUser, { id }))
      toast(t`${name} est suspendu`)
    },
    reactivate: async () => {
      try {
        show(await call(identityOperations.reactivateUser, { id }))
        toast(t`${name} peut de nouveau se connecter`)
      } catch (error) {
        toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`L’action n’a pas abouti. Réessayez.`, { tone: 'bad' })
      }
    },
    endSessions: async () => {
      const { ended } = await call(identityOperations.endUserSessions, { id })
      toast(ended === 0 ? t`Aucune session n’était ouverte` : t`Sessions fermées: ${ended}`)
    },
  }
}

const Acts = ({ user }: { user: User }) => {
  const { t } = useLingui()
  const acts = useUserActs(user)
  const [asking, setAsking] = useState<'suspend' | 'sessions' | null>(null)
  const { name } = user
  return (
    <>
      {user.can.edit && user.status === 'active' && (
        <Button icon={<LogOut aria-hidden="true" />} onClick={() => setAsking('sessions')}>
          <Trans>Fermer ses sessions</Trans>
        </Button>
      )}
      {user.can.suspend && (
        <Button kind="danger" icon={<UserRoundX aria-hidden="true" />} onClick={() => setAsking('suspend')}>
          <Trans>Suspendre</Trans>
        </Button>
      )}
      {user.can.edit && user.status === 'suspended' && (
        <Button kind="primary" icon={<UserRoundCheck aria-hidden="true" />} onClick={() => void acts.reactivate()}>
          <Trans>Réactiver</Trans>
        </Button>
      )}
      {asking === 'suspend' && (
        <ConfirmDialog
          title={t`Suspendre ${name}?`}
          act={<Trans>Suspendre</Trans>}
          danger
          onConfirm={acts.suspend}
          onClose={() => setAsking(null)}
        >
          <Trans>
            Ses sessions se ferment aussitôt et la connexion lui est refusée. Ses dossiers ne changent pas; vous pourrez réactiver le
            compte.
          </Trans>
        </ConfirmDialog>
      )}
      {asking === 'sessions' && (
        <ConfirmDialog
          title={t`Fermer toutes les sessions de ${name}?`}
          act={<Trans>Fermer les sessions</Trans>}
          onConfirm={acts.endSessions}
          onClose={() => setAsking(null)}
        >
          <Trans>Chaque appareil devra se reconnecter avec le mot de passe.</Trans>
        </ConfirmDialog>
      )}
    </>
  )
}

const UserSheet = ({ user }: { user: User }) => {
  const { t } = useLingui()
  const { instant } = useFormats()
  const me = useMe()
  const words = useUserWords()
  // What is being chosen in the form, before it is saved.
  const [chosen, setChosen] = useState<Rights | null>(null)
  const { show } = useUserActs(user)
  return (
    <Page
      title={user.name}
      heading={
        <span className={classes['name']}>
          <Avatar name={user.name} size="large" />
          <bdi>{user.name}</bdi>
          <Chip tone={statusTones[user.status]}>{words.status[user.status]}</Chip>
          {user.id === me.id && <Chip plain>{t`vous`}</Chip>}
        </span>
      }
      back={{ to: '/users', label: <Trans>Utilisateurs</Trans> }}
      acts={<Acts user={user} />}
    >
      <div className={classes['columns']}>
        <UserForm user={user} onRights={setChosen} onSaved={show} />
        <div className={classes['aside']}>
          <RightsInWords role={(chosen ?? user).role} scope={(chosen ?? user).scope} />
          <Card title={<Trans>Compte</Trans>}>
            <KeyValues
              facts={[
                { key: 'email', name: t`E-mail`, value: <a href={`mailto:${user.email}`}>{user.email}</a> },
                { key: 'user_name', name: t`Nom d’utilisateur`, value: user.user_name && <bdi dir="ltr">{user.user_name}</bdi> },
                { key: 'confirmed', name: t`Confirmé`, value: user.confirmed_at && <bdi>{instant(user.confirmed_at)}</bdi> },
                { key: 'seen', name: t`Dernière activité`, value: user.last_seen_at && <Moment at={user.last_seen_at} /> },
                { key: 'created', name: t`Ajouté`, value: <bdi>{instant(user.created_at)}</bdi> },
              ]}
            />
          </Card>
        </div>
      </div>
    </Page>
  )
}

/** One person: details, role and reach with what they allow in words, agency, sessions, suspension. */
export const UserPage = () => {
  const { t } = useLingui()
  const { id = '' } = useParams({ strict: false })
  const { data: user, error, refetch } = useRead(identityOperations.getUser, { id })
  if (user) return <UserSheet key={user.id} user={user} />
  return (
    <Page title={t`Utilisateur`} back={{ to: '/users', label: <Trans>Utilisateurs</Trans> }}>
      <Card flush>
        {!error ? (
          <SkeletonRows />
        ) : error instanceof ApiProblem && (error.status === 404 || error.status === 400) ? (
          <Blank
            title={<Trans>Cette personne est introuvable</Trans>}
            acts={
              <LinkButton to="/users">
                <Trans>Voir les utilisateurs</Trans>
              </LinkButton>
            }
          />
        ) : (
          <Failure error={error} again={refetch} />
        )}
      </Card>
    </Page>
  )
}

import { useLingui } from '@lingui/react/macro'
import { formatPhone } from '#kernel/shared/phone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import type { User } from '../contract.ts'
import { useReachNames, useRoleNames } from './entrance/role-names.ts'
import { statusTones, useUserWords } from './use-user-words.ts'
import classes from './user.module.css'

/** A person beside the list: who, where, what role. */
export const UserQuick = ({ user }: { user: User }) => {
  const { t } = useLingui()
  const { instant } = useFormats()
  const roles = useRoleNames()
  const reaches = useReachNames()
  const words = useUserWords()
  return (
    <div className={classes['quick']}>
      <header className={classes['who']}>
        <Avatar name={user.name} size="large" />
        <div>
          <h2>
            <bdi>{user.name}</bdi>
          </h2>
          <p>{user.function && <bdi>{user.function}</bdi>}</p>
          <Chip tone={statusTones[user.status]}>{words.status[user.status]}</Chip>
        </div>
      </header>
      <KeyValues
        facts={[
          { key: 'email', name: t`E-mail`, value: <a href={`mailto:${user.email}`}>{user.email}</a> },
          { key: 'phone', name: t`Téléphone`, value: user.phone && <bdi dir="ltr">{formatPhone(user.phone)}</bdi> },
          {
            key: 'agency',
            name: t`Agence`,
            value: (
              <>
                <bdi dir="ltr">{user.agency_number}</bdi> <bdi>{user.agency_name}</bdi>
              </>
            ),
          },
          { key: 'role', name: t`Rôle`, value: roles[user.role] },
          { key: 'scope', name: t`Portée`, value: reaches[user.scope] },
          { key: 'seen', name: t`Dernière activité`, value: user.last_seen_at && <Moment at={user.last_seen_at} /> },
          { key: 'confirmed', name: t`Confirmé le`, value: user.confirmed_at && <bdi>{instant(user.confirmed_at)}</bdi> },
        ]}
      />
    </div>
  )
}

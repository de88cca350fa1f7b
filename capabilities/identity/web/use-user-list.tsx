import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ShieldCheck, UserRound, UserRoundX, UsersRound } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { Avatar } from '#kernel/web/ui/avatar.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Column, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { agencyName, searchAgencies } from '#capabilities/organization/web/index.ts'
import { identityOperations, type User } from '../contract.ts'
import { useReachNames, useRoleNames } from './entrance/role-names.ts'
import { UserQuick } from './user-quick.tsx'
import { statusTones, useUserWords } from './use-user-words.ts'
import classes from './people.module.css'

const optionsOf = (names: Readonly<Record<string, string>>) => Object.entries(names).map(([value, label]) => ({ value, label }))

/** The list of people: its columns, what may be asked of each, its views. */
export const useUserList = (): ListDefinition<User> => {
  const { t, i18n } = useLingui()
  const words = useUserWords()
  const roles = useRoleNames()
  const reaches = useReachNames()
  return useMemo(() => {
    const common = { sortable: true, filterable: true, shown: true }
    const columns: readonly Column<User>[] = [
      {
        key: 'name',
        label: t`Nom`,
        kind: 'text',
        width: 230,
        ...common,
        cell: (row) => (
          <span className={classes['person']}>
            <Avatar name={row.name} />
            <span>
              <bdi>{row.name}</bdi>
            </span>
          </span>
        ),
      },
      { key: 'email', label: t`E-mail`, kind: 'text', width: 230, ...common, cell: (row) => <bdi dir="ltr">{row.email}</bdi> },
      {
        key: 'function',
        label: t`Fonction`,
        kind: 'text',
        width: 190,
        ...common,
        cell: (row) => row.function && <bdi>{row.function}</bdi>,
      },
      {
        key: 'role',
        label: t`Rôle`,
        kind: 'choice',
        width: 128,
        ...common,
        values: { options: optionsOf(roles) },
        cell: (row) => roles[row.role],
      },
      {
        key: 'scope',
        label: t`Portée`,
        kind: 'choice',
        width: 150,
        ...common,
        shown: false,
        values: { options: optionsOf(reaches) },
        cell: (row) => reaches[row.scope],
      },
      {
        key: 'agency_id',
        label: t`Agence`,
        kind: 'reference',
        width: 190,
        ...common,
        values: { search: searchAgencies, name: agencyName },
        cell: (row) => (
          <>
            <bdi dir="ltr">{row.agency_number}</bdi> <bdi>{row.agency_name}</bdi>
          </>
        ),
      },
      {
        key: 'status',
        label: t`État`,
        kind: 'choice',
        width: 108,
        ...common,
        values: { options: optionsOf(words.status) },
        cell: (row) => <Chip tone={statusTones[row.status]}>{words.status[row.status]}</Chip>,
      },
      {
        key: 'last_seen_at',
        label: t`Dernière activité`,
        kind: 'instant',
        width: 140,
        ...common,
        cell: (row) => row.last_seen_at && <Moment at={row.last_seen_at} />,
      },
      {
        key: 'confirmed_at',
        label: t`Confirmé`,
        kind: 'instant',
        width: 140,
        ...common,
        shown: false,
        cell: (row) => row.confirmed_at && <Moment at={row.confirmed_at} />,
      },
      {
        key: 'created_at',
        label: t`Ajouté`,
        kind: 'instant',
        width: 140,
        ...common,
        shown: false,
        cell: (row) => <Moment at={row.created_at} />,
      },
    ]
    return {
      name: 'user',
      read: (request, options) => call(identityOperations.listUsers, request, options),
      columns,
      defaultSort: 'name',
      words: {
        title: t`Utilisateurs`,
        count: (count) => plural(count, { one: '# personne', other: '# personnes' }),
        beyondCount: t`plus de ${i18n.number(10_000)} personnes`,
        search: t`Nom, e-mail, numéro d’agence…`,
        selected: (count) => plural(count, { one: '# personne choisie', other: '# personnes choisies' }),
        news: (count) => plural(count, { one: '# nouvelle personne', other: '# nouvelles personnes' }),
        noMatch: t`Personne ne correspond à ces filtres`,
      },
      views: [
        { key: 'all', label: t`Tout le monde`, filter: null, icon: <UsersRound aria-hidden="true" /> },
        { key: 'active', label: t`Actifs`, filter: { status: 'active' }, icon: <UserRound aria-hidden="true" /> },
        { key: 'administrators', label: t`Administrateurs`, filter: { role: 'administrator' }, icon: <ShieldCheck aria-hidden="true" /> },
        { key: 'suspended', label: t`Suspendus`, filter: { status: 'suspended' }, icon: <UserRoundX aria-hidden="true" /> },
      ],
      titleOf: (row) => row.name,
      pathOf: (row) => `/users/${row.id}`,
      phone: (row) => ({
        title: <bdi>{row.name}</bdi>,
        detail: (
          <>
            {roles[row.role]} · <bdi dir="ltr">{row.agency_number}</bdi> <bdi>{row.agency_name}</bdi>
          </>
        ),
        aside: row.status === 'active' ? undefined : <Chip tone={statusTones[row.status]}>{words.status[row.status]}</Chip>,
      }),
      quick: (row) => <UserQuick user={row} />,
    }
  }, [t, i18n, words, roles, reaches])
}

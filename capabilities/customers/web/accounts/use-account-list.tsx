import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Building2, House, Trash2, UsersRound } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Column, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import { useWilayas } from '#capabilities/organization/web/index.ts'
import { customerOperations, type Account } from '../../contract.ts'
import { accountName, searchAccounts } from '../account-choice.tsx'
import { useContactValues } from '../contacts/use-contact-values.ts'
import { PhoneText } from '../phone-text.tsx'
import { useAccountWords } from '../use-account-words.ts'
import { optionsOf, useCustomerWords } from '../use-customer-words.ts'

const shownTags = 3
const parents = { search: searchAccounts, name: accountName }

/** The list of accounts: companies and households. */
export const useAccountList = (): ListDefinition<Account> => {
  const { t, i18n } = useLingui()
  const words = useCustomerWords()
  const fields = useAccountWords()
  const { options: wilayas, nameOf: wilayaName } = useWilayas()
  const values = useContactValues()
  const { count: figure, amount } = useFormats()
  const roomy = !useNarrow(1500)
  const mayDelete = useSession().can('account.delete')
  return useMemo(() => {
    const common = { sortable: true, filterable: true }
    const columns: readonly Column<Account>[] = [
      { key: 'name', label: t`Compte`, kind: 'text', width: 240, shown: true, ...common, cell: (row) => <bdi>{row.name}</bdi> },
      { key: 'code', label: t`Code`, kind: 'text', width: 140, shown: true, ...common, cell: (row) => <bdi dir="ltr">{row.code}</bdi> },
      {
        key: 'kind',
        label: t`Type`,
        kind: 'choice',
        width: 92,
        shown: true,
        ...common,
        values: { options: optionsOf(words.accountKind) },
        cell: (row) => words.accountKind[row.kind],
      },
      {
        key: 'contacts',
        label: fields.contacts,
        kind: 'integer',
        width: 92,
        shown: true,
        align: 'end',
        cell: (row) => figure(row.contacts),
      },
      {
        key: 'sector',
        label: fields.sector,
        kind: 'text',
        width: 140,
        shown: true,
        ...common,
        cell: (row) => row.sector && <bdi>{row.sector}</bdi>,
      },
      {
        key: 'phone',
        label: fields.phone,
        kind: 'text',
        width: 128,
        shown: true,
        filterable: true,
        cell: (row) => row.phone && <PhoneText phone={row.phone} />,
      },
      {
        key: 'wilaya',
        label: fields.wilaya,
        kind: 'choice',
        width: 106,
        shown: true,
        ...common,
        values: { options: wilayas },
        cell: (row) => wilayaName(row.wilaya),
      },
      {
        key: 'agency_id',
        label: fields.agency_id,
        kind: 'reference',
        width: 146,
        shown: true,
        filterable: true,
        values: values.agency,
        cell: (row) => <bdi>{row.agency_name}</bdi>,
      },
      {
        key: 'owner_id',
        label: t`Chargé`,
        kind: 'reference',
        width: 140,
        shown: roomy,
        filterable: true,
        values: values.owner,
        cell: (row) => row.owner_name && <bdi>{row.owner_name}</bdi>,
      },
      {
        key: 'employees',
        label: fields.employees,
        kind: 'integer',
        width: 92,
        align: 'end',
        ...common,
        cell: (row) => row.employees !== null && figure(row.employees),
      },
      {
        key: 'revenue_centimes',
        label: fields.revenue_centimes,
        kind: 'money',
        width: 160,
        align: 'end',
        ...common,
        cell: (row) => row.revenue_centimes !== null && <bdi>{amount(row.revenue_centimes, { decimals: 'needed' })}</bdi>,
      },
      {
        key: 'parent_id',
        label: fields.parent_id,
        kind: 'reference',
        width: 180,
        filterable: true,
        values: parents,
        cell: (row) => row.parent_name && <bdi>{row.parent_name}</bdi>,
      },
      {
        key: 'tags',
        label: fields.tags,
        kind: 'tags',
        width: 180,
        filterable: true,
        values: values.tags,
        cell: (row) =>
          row.tags.slice(0, shownTags).map((tag) => (
            <Chip key={tag.id} plain>
              <bdi>{tag.name}</bdi>
            </Chip>
          )),
      },
      {
        key: 'email',
        label: fields.email,
        kind: 'text',
        width: 190,
        filterable: true,
        cell: (row) => row.email && <bdi dir="ltr">{row.email}</bdi>,
      },
      { key: 'created_at', label: t`Créé`, kind: 'instant', width: 120, ...common, cell: (row) => <Moment at={row.created_at} /> },
    ]
    return {
      name: 'account',
      read: (request, options) => call(customerOperations.listAccounts, request, options),
      columns,
      defaultSort: '-created_at',
      views: [
        { key: 'all', label: t`Tous les comptes`, filter: null, icon: <UsersRound aria-hidden="true" /> },
        { key: 'companies', label: t`Sociétés`, filter: { kind: 'company' }, icon: <Building2 aria-hidden="true" /> },
        { key: 'households', label: t`Foyers`, filter: { kind: 'household' }, icon: <House aria-hidden="true" /> },
        ...(mayDelete ? [{ key: 'bin', label: t`Corbeille`, filter: { deleted: true }, icon: <Trash2 aria-hidden="true" /> }] : []),
      ],
      words: {
        title: t`Comptes`,
        count: (count) => plural(count, { one: '# compte', other: '# comptes' }),
        beyondCount: t`plus de ${i18n.number(10_000)} comptes`,
        search: t`Nom, code, téléphone…`,
        selected: (count) => plural(count, { one: '# compte sélectionné', other: '# comptes sélectionnés' }),
        news: (count) => plural(count, { one: '# nouveau compte', other: '# nouveaux comptes' }),
        noMatch: t`Aucun compte ne correspond`,
      },
      titleOf: (row) => row.name,
      pathOf: (row) => `/accounts/${row.id}`,
      phone: (row) => ({
        title: <bdi>{row.name}</bdi>,
        detail: (
          <>
            {words.accountKind[row.kind]} · {plural(row.contacts, { one: '# membre', other: '# membres' })}
            {row.wilaya !== null && <> · {wilayaName(row.wilaya)}</>}
          </>
        ),
      }),
    }
  }, [t, i18n, words, fields, wilayas, wilayaName, values, figure, amount, mayDelete, roomy])
}

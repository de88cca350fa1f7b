import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Trash2, UserRound, UsersRound } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useMe, useSession } from '#kernel/web/session.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Column, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { DayText, Moment } from '#kernel/web/ui/moment.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import { CommuneName, useWilayas } from '#capabilities/organization/web/index.ts'
import { customerOperations, type ContactRow } from '../../contract.ts'
import { NameOf } from '../name-of.tsx'
import { PhoneText } from '../phone-text.tsx'
import { optionsOf, statusTones, useCustomerWords } from '../use-customer-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import { ContactQuick } from './contact-quick.tsx'
import { useContactValues } from './use-contact-values.ts'

const shownTags = 3

/** The list of contacts: its columns, what may be asked of each, its views. */
export const useContactList = (): ListDefinition<ContactRow> => {
  const { t, i18n } = useLingui()
  const words = useCustomerWords()
  const fields = useFieldWords()
  const { options: wilayas, nameOf: wilayaName } = useWilayas()
  const values = useContactValues()
  const me = useMe()
  const { can } = useSession()
  const mayDelete = can('contact.delete')
  const roomy = !useNarrow(1500)
  return useMemo(() => {
    const common = { sortable: true, filterable: true }
    const columns: readonly Column<ContactRow>[] = [
      { key: 'name', label: t`Client`, kind: 'text', width: 232, shown: true, ...common, cell: (row) => <NameOf name={row.name} /> },
      { key: 'code', label: t`Code`, kind: 'text', width: 130, shown: true, ...common, cell: (row) => <bdi dir="ltr">{row.code}</bdi> },
      {
        key: 'kind',
        label: t`Type`,
        kind: 'choice',
        width: 112,
        shown: true,
        ...common,
        values: { options: optionsOf(words.kind) },
        cell: (row) => words.kind[row.kind],
      },
      {
        key: 'mobile',
        label: t`Mobile`,
        kind: 'text',
        width: 140,
        shown: true,
        ...common,
        cell: (row) => row.mobile && <PhoneText phone={row.mobile} />,
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
        key: 'commune',
        label: fields.commune,
        kind: 'choice',
        width: 130,
        filterable: true,
        values: values.commune,
        cell: (row) => row.commune && <CommuneName wilaya={row.wilaya} code={row.commune} />,
      },
      {
        key: 'agency_id',
        label: fields.agency_id,
        kind: 'reference',
        width: 140,
        shown: true,
        filterable: true,
        values: values.agency,
        cell: (row) => <bdi>{row.agency_name}</bdi>,
      },
      {
        key: 'owner_id',
        label: t`Chargé`,
        kind: 'reference',
        width: 130,
        shown: true,
        filterable: true,
        values: values.owner,
        cell: (row) => row.owner_name && <bdi>{row.owner_name}</bdi>,
      },
      {
        key: 'status',
        label: fields.status,
        kind: 'choice',
        width: 150,
        shown: true,
        ...common,
        values: { options: optionsOf(words.status) },
        cell: (row) => <Chip tone={statusTones[row.status]}>{words.status[row.status]}</Chip>,
      },
      {
        key: 'registered_on',
        label: t`Inscrit le`,
        kind: 'day',
        width: 108,
        shown: roomy,
        ...common,
        cell: (row) => <DayText day={row.registered_on} />,
      },
      {
        key: 'tags',
        label: fields.tags,
        kind: 'tags',
        width: 190,
        shown: roomy,
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
        width: 200,
        ...common,
        cell: (row) => row.email && <bdi dir="ltr">{row.email}</bdi>,
      },
      {
        key: 'phone',
        label: fields.phone,
        kind: 'text',
        width: 122,
        ...common,
        cell: (row) => row.phone && <PhoneText phone={row.phone} />,
      },
      {
        key: 'birth_date',
        label: fields.birth_date,
        kind: 'day',
        width: 130,
        ...common,
        ages: true,
        cell: (row) => row.birth_date && <DayText day={row.birth_date} />,
      },
      {
        key: 'profession',
        label: fields.profession,
        kind: 'text',
        width: 150,
        ...common,
        cell: (row) => row.profession && <bdi>{row.profession}</bdi>,
      },
      { key: 'sector', label: fields.sector, kind: 'text', width: 150, ...common, cell: (row) => row.sector && <bdi>{row.sector}</bdi> },
      {
        key: 'account_id',
        label: fields.account_id,
        kind: 'reference',
        width: 170,
        filterable: true,
        values: values.account,
        cell: (row) => row.account_name && <bdi>{row.account_name}</bdi>,
      },
      {
        key: 'address',
        label: fields.address,
        kind: 'text',
        width: 220,
        filterable: true,
        cell: (row) => row.address && <bdi>{row.address}</bdi>,
      },
      {
        key: 'postcode',
        label: fields.postcode,
        kind: 'text',
        width: 100,
        ...common,
        cell: (row) => row.postcode && <bdi dir="ltr">{row.postcode}</bdi>,
      },
      {
        key: 'language',
        label: fields.language,
        kind: 'choice',
        width: 120,
        ...common,
        values: { options: optionsOf(words.language) },
        cell: (row) => words.language[row.language],
      },
      { key: 'source', label: fields.source, kind: 'text', width: 130, ...common, cell: (row) => row.source && <bdi>{row.source}</bdi> },
      {
        key: 'external_id',
        label: fields.external_id,
        kind: 'text',
        width: 140,
        ...common,
        cell: (row) => row.external_id && <bdi dir="ltr">{row.external_id}</bdi>,
      },
      {
        key: 'valid_until',
        label: fields.valid_until,
        kind: 'day',
        width: 126,
        ...common,
        cell: (row) => row.valid_until && <DayText day={row.valid_until} />,
      },
      { key: 'created_at', label: t`Créé`, kind: 'instant', width: 120, ...common, cell: (row) => <Moment at={row.created_at} /> },
      { key: 'updated_at', label: t`Modifié`, kind: 'instant', width: 120, ...common, cell: (row) => <Moment at={row.updated_at} /> },
      {
        key: 'last_name',
        label: fields.last_name,
        kind: 'text',
        width: 150,
        ...common,
        cell: (row) => row.last_name && <bdi>{row.last_name}</bdi>,
      },
      {
        key: 'first_name',
        label: fields.first_name,
        kind: 'text',
        width: 140,
        ...common,
        cell: (row) => row.first_name && <bdi>{row.first_name}</bdi>,
      },
      {
        key: 'company_name',
        label: fields.company_name,
        kind: 'text',
        width: 200,
        ...common,
        cell: (row) => row.company_name && <bdi>{row.company_name}</bdi>,
      },
      { key: 'nif', label: fields.nif, kind: 'text', filterable: true },
      { key: 'rc', label: fields.rc, kind: 'text', filterable: true },
      { key: 'employer', label: fields.employer, kind: 'text', filterable: true },
      { key: 'employees', label: fields.employees, kind: 'integer', filterable: true },
      { key: 'revenue_centimes', label: fields.revenue_centimes, kind: 'money', filterable: true },
    ]
    return {
      name: 'contact',
      read: (request, options) => call(customerOperations.listContacts, request, options),
      columns,
      defaultSort: '-created_at',
      views: [
        { key: 'all', label: t`Tous les clients`, filter: null, icon: <UsersRound aria-hidden="true" /> },
        { key: 'mine', label: t`Mes clients`, filter: { owner_id: me.id }, icon: <UserRound aria-hidden="true" /> },
        ...(mayDelete ? [{ key: 'bin', label: t`Corbeille`, filter: { deleted: true }, icon: <Trash2 aria-hidden="true" /> }] : []),
      ],
      words: {
        title: t`Clients`,
        count: (count) => plural(count, { one: '# client', other: '# clients' }),
        beyondCount: t`plus de ${i18n.number(10_000)} clients`,
        search: t`Nom, code, téléphone, e-mail…`,
        selected: (count) => plural(count, { one: '# client sélectionné', other: '# clients sélectionnés' }),
        news: (count) => plural(count, { one: '# nouveau client', other: '# nouveaux clients' }),
        noMatch: t`Aucun client ne correspond`,
      },
      titleOf: (row) => row.name || row.code,
      pathOf: (row) => `/contacts/${row.id}`,
      phone: (row) => ({
        title: <NameOf name={row.name} />,
        detail: (
          <>
            {row.mobile ? <PhoneText phone={row.mobile} /> : <bdi dir="ltr">{row.code}</bdi>}
            {row.wilaya !== null && <> · {wilayaName(row.wilaya)}</>}
          </>
        ),
        aside: <Chip tone={statusTones[row.status]}>{words.status[row.status]}</Chip>,
      }),
      quick: (row) => <ContactQuick row={row} />,
    }
  }, [t, i18n, words, fields, wilayas, wilayaName, values, me.id, mayDelete, roomy])
}

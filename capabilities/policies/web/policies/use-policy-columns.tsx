import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { Column, ColumnValues } from '#kernel/web/ui/list/definition.ts'
import { DayText, Moment } from '#kernel/web/ui/moment.tsx'
import { colleagueSearch } from '#capabilities/identity/web/index.ts'
import { agencyName, searchAgencies } from '#capabilities/organization/web/index.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { useProductWords } from '#capabilities/products/web/index.ts'
import { policyOperations, type PolicyRow } from '../../contract.ts'
import { PolicyState } from '../policy-state.tsx'
import { optionsOf, usePolicyWords } from '../use-policy-words.ts'
import { useProductName } from '../use-product-name.ts'

const agencies: ColumnValues = { search: searchAgencies, name: agencyName }
const products: ColumnValues = {
  search: async (text, signal) => {
    const q = text.trim()
    const page = await call(productOperations.listProducts, { ...(q !== '' && { q }), limit: 50, total: 'none' }, { signal })
    return page.data.map(({ id, name, code }) => ({ value: id, label: name, detail: code }))
  },
  name: async (id) => (await call(productOperations.getProduct, { id })).name,
}
const owners: ColumnValues = {
  search: colleagueSearch(),
  name: async (id) => {
    const page = await call(policyOperations.listPolicies, { filter: JSON.stringify({ owner_id: id }), limit: 1, total: 'none' })
    return page.data[0]?.owner_name ?? null
  },
}

/** The columns of the list of policies; sorted only by what has an index. */
export const usePolicyColumns = (): readonly Column<PolicyRow>[] => {
  const { t } = useLingui()
  const words = usePolicyWords()
  const { duration } = useProductWords()
  const nameOf = useProductName()
  const { amount } = useFormats()
  return useMemo(
    () => [
      {
        key: 'number',
        label: t`Police`,
        kind: 'text',
        width: 172,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => <bdi dir="ltr">{row.number}</bdi>,
      },
      { key: 'contact', label: t`Client`, kind: 'text', width: 168, shown: true, cell: (row) => <bdi>{row.contact_name}</bdi> },
      {
        key: 'product_id',
        label: t`Produit`,
        kind: 'reference',
        width: 164,
        shown: true,
        filterable: true,
        values: products,
        cell: (row) => <bdi>{nameOf(row)}</bdi>,
      },
      {
        key: 'insured_label',
        label: t`Objet assuré`,
        kind: 'text',
        width: 196,
        shown: true,
        filterable: true,
        cell: (row) => row.insured_label && <bdi>{row.insured_label}</bdi>,
      },
      {
        key: 'expiry_date',
        label: t`Échéance`,
        kind: 'day',
        width: 108,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => <DayText day={row.expiry_date} />,
      },
      {
        key: 'total_premium_centimes',
        label: t`Prime TTC`,
        kind: 'money',
        width: 124,
        shown: true,
        filterable: true,
        align: 'end',
        cell: (row) => <bdi dir="ltr">{amount(row.total_premium_centimes)}</bdi>,
      },
      {
        key: 'status',
        label: t`État`,
        kind: 'choice',
        width: 206,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.status) },
        cell: (row) => <PolicyState status={row.status} />,
      },
      {
        key: 'agency_id',
        label: t`Agence`,
        kind: 'reference',
        width: 140,
        filterable: true,
        values: agencies,
        cell: (row) => <bdi>{row.agency_name}</bdi>,
      },
      {
        key: 'owner_id',
        label: t`Chargé`,
        kind: 'reference',
        width: 130,
        filterable: true,
        values: owners,
        cell: (row) => row.owner_name && <bdi>{row.owner_name}</bdi>,
      },
      {
        key: 'formula_name',
        label: t`Formule`,
        kind: 'text',
        width: 150,
        filterable: true,
        cell: (row) => row.formula_name && <bdi>{row.formula_name}</bdi>,
      },
      {
        key: 'effective_date',
        label: t`Effet`,
        kind: 'day',
        width: 112,
        filterable: true,
        cell: (row) => <DayText day={row.effective_date} />,
      },
      {
        key: 'subscribed_on',
        label: t`Souscription`,
        kind: 'day',
        width: 112,
        filterable: true,
        cell: (row) => <DayText day={row.subscribed_on} />,
      },
      {
        key: 'net_premium_centimes',
        label: t`Prime nette`,
        kind: 'money',
        width: 130,
        filterable: true,
        align: 'end',
        cell: (row) => <bdi dir="ltr">{amount(row.net_premium_centimes)}</bdi>,
      },
      {
        key: 'contract_type',
        label: t`Type de contrat`,
        kind: 'choice',
        width: 150,
        filterable: true,
        values: { options: optionsOf(words.contractType) },
        cell: (row) => words.contractType[row.contract_type],
      },
      {
        key: 'duration_code',
        label: t`Durée`,
        kind: 'choice',
        width: 100,
        filterable: true,
        values: { options: ['12m', '6m', '3m', '1m', '20d', '10d', '3d'].map((value) => ({ value, label: duration(value) })) },
        cell: (row) => duration(row.duration_code),
      },
      {
        key: 'periodicity',
        label: t`Fractionnement`,
        kind: 'choice',
        width: 130,
        filterable: true,
        values: { options: optionsOf(words.periodicity) },
        cell: (row) => words.periodicity[row.periodicity],
      },
      {
        key: 'end_reason',
        label: t`Motif de fin`,
        kind: 'choice',
        width: 190,
        filterable: true,
        values: { options: optionsOf(words.endReason) },
        cell: (row) => row.end_reason && (words.endReason[row.end_reason as keyof typeof words.endReason] ?? <bdi>{row.end_reason}</bdi>),
      },
      {
        key: 'intermediary',
        label: t`Intermédiaire`,
        kind: 'text',
        width: 150,
        filterable: true,
        cell: (row) => row.intermediary && <bdi>{row.intermediary}</bdi>,
      },
      {
        key: 'external_id',
        label: t`Identifiant externe`,
        kind: 'text',
        width: 140,
        filterable: true,
        cell: (row) => row.external_id && <bdi dir="ltr">{row.external_id}</bdi>,
      },
      {
        key: 'created_at',
        label: t`Créée`,
        kind: 'instant',
        width: 120,
        sortable: true,
        filterable: true,
        cell: (row) => <Moment at={row.created_at} />,
      },
    ],
    [t, words, duration, nameOf, amount],
  )
}

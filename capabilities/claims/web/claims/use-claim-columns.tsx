import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { Column, ColumnValues } from '#kernel/web/ui/list/definition.ts'
import { DayText, Moment } from '#kernel/web/ui/moment.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import { colleagueSearch } from '#capabilities/identity/web/index.ts'
import { agencyName, searchAgencies, useWilayas } from '#capabilities/organization/web/index.ts'
import { claimOperations, type ClaimRow } from '../../contract.ts'
import { ClaimState } from '../claim-state.tsx'
import { ClockText } from '../clock-text.tsx'
import { optionsOf, useClaimWords } from '../use-claim-words.ts'
import { useClaimProduct } from '../use-claim-product.ts'
import classes from '../claims.module.css'

const agencies: ColumnValues = { search: searchAgencies, name: agencyName }
const owners: ColumnValues = {
  search: colleagueSearch(),
  name: async (id) => {
    const page = await call(claimOperations.listClaims, { filter: JSON.stringify({ owner_id: id }), limit: 1, total: 'none' })
    return page.data[0]?.owner_name ?? null
  },
}

/** The columns of the list of claims; sorted only by what has an index. */
export const useClaimColumns = (): readonly Column<ClaimRow>[] => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { amount } = useFormats()
  const { productOf } = useClaimProduct()
  const { options: wilayas, nameOf } = useWilayas()
  const roomy = !useNarrow(1500)
  return useMemo(() => {
    const money = (key: keyof ClaimRow, label: string, more: Partial<Column<ClaimRow>> = {}): Column<ClaimRow> => ({
      key,
      label,
      kind: 'money',
      width: 112,
      filterable: true,
      align: 'end',
      cell: (row) => typeof row[key] === 'number' && <bdi dir="ltr">{amount(row[key], { decimals: 'needed' })}</bdi>,
      ...more,
    })
    const columns: Column<ClaimRow>[] = [
      {
        key: 'number',
        label: t`Sinistre`,
        kind: 'text',
        width: 184,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => (
          <>
            <bdi dir="ltr">{row.number}</bdi>
            {row.flags.length > 0 && (
              <span className={classes['flagged']} title={row.flags.map((flag) => words.flag[flag]).join(', ')}>
                <TriangleAlert aria-hidden="true" />
              </span>
            )}
          </>
        ),
      },
      { key: 'contact', label: t`Client`, kind: 'text', width: 160, shown: true, cell: (row) => <bdi>{row.contact_name}</bdi> },
      {
        key: 'nature',
        label: t`Nature`,
        kind: 'choice',
        width: 170,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.nature) },
        cell: (row) => words.nature[row.nature],
      },
      {
        key: 'status',
        label: t`État`,
        kind: 'choice',
        width: 150,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.status) },
        cell: (row) => <ClaimState status={row.status} />,
      },
      {
        key: 'due_on',
        label: t`Délai`,
        kind: 'day',
        width: 240,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => <ClockText clock={row.clock} />,
      },
      money('reserve_centimes', t`Provision`, { shown: true }),
      money('paid_centimes', t`Réglé`, { shown: true }),
      {
        key: 'declared_on',
        label: t`Déclaré le`,
        kind: 'day',
        width: 112,
        shown: roomy,
        sortable: true,
        filterable: true,
        cell: (row) => <DayText day={row.declared_on} />,
      },
      {
        key: 'occurred_on',
        label: t`Survenu le`,
        kind: 'day',
        width: 112,
        filterable: true,
        cell: (row) => <DayText day={row.occurred_on} />,
      },
      { key: 'policy_number', label: t`Police`, kind: 'text', width: 150, cell: (row) => <bdi dir="ltr">{row.policy_number}</bdi> },
      { key: 'product', label: t`Produit`, kind: 'text', width: 180, cell: (row) => <bdi>{productOf(row)}</bdi> },
      {
        key: 'insured_label',
        label: t`Bien`,
        kind: 'text',
        width: 200,
        cell: (row) => row.insured_label && <bdi>{row.insured_label}</bdi>,
      },
      {
        key: 'due_kind',
        label: t`Délai en cours`,
        kind: 'choice',
        width: 150,
        filterable: true,
        values: { options: optionsOf(words.clock) },
        cell: (row) => row.clock && words.clock[row.clock.kind],
      },
      money('granted_centimes', t`Accordé`),
      { ...money('net_cost_centimes', t`Coût net`), filterable: false },
      money('recovery_expected_centimes', t`Recours attendu`),
      {
        key: 'expert_name',
        label: t`Expert`,
        kind: 'text',
        width: 160,
        filterable: true,
        cell: (row) => row.expert_name && <bdi>{row.expert_name}</bdi>,
      },
      {
        key: 'flagged',
        label: t`Points signalés`,
        kind: 'boolean',
        width: 200,
        filterable: true,
        cell: (row) => row.flags.map((flag) => words.flag[flag]).join(', '),
      },
      {
        key: 'wilaya',
        label: t`Wilaya`,
        kind: 'choice',
        width: 110,
        filterable: true,
        values: { options: wilayas },
        cell: (row) => nameOf(row.wilaya),
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
        label: t`Gestionnaire`,
        kind: 'reference',
        width: 140,
        filterable: true,
        values: owners,
        cell: (row) => row.owner_name && <bdi>{row.owner_name}</bdi>,
      },
      {
        key: 'channel',
        label: t`Canal`,
        kind: 'choice',
        filterable: true,
        values: { options: optionsOf(words.channel) },
      },
      { key: 'injured', label: t`Blessés`, kind: 'integer', filterable: true },
      {
        key: 'settled_on',
        label: t`Réglé le`,
        kind: 'day',
        width: 112,
        filterable: true,
        cell: (row) => row.settled_on && <DayText day={row.settled_on} />,
      },
      {
        key: 'closed_on',
        label: t`Clos le`,
        kind: 'day',
        width: 112,
        filterable: true,
        cell: (row) => row.closed_on && <DayText day={row.closed_on} />,
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
        label: t`Saisi`,
        kind: 'instant',
        width: 120,
        sortable: true,
        filterable: true,
        cell: (row) => <Moment at={row.created_at} />,
      },
    ]
    return columns
  }, [t, words, amount, productOf, wilayas, nameOf, roomy])
}

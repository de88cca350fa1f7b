import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Ban, CircleCheck, Clock, Files, Wallet } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Column, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { DayText, Moment } from '#kernel/web/ui/moment.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import { receivableOperations } from '../../contract.ts'
import type { ReceivableRow } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { BillQuick } from '../bill/bill-quick.tsx'
import { optionsOf, statusTones, useReceivableWords } from '../use-receivable-words.ts'
import { useListValues } from './use-list-values.ts'

/** The list of bills: its columns, what may be asked of each, its views. */
export const useReceivableList = (): ListDefinition<ReceivableRow> => {
  const { t, i18n } = useLingui()
  const words = useReceivableWords()
  const values = useListValues()
  const { day } = useFormats()
  const roomy = !useNarrow(1500)
  return useMemo(() => {
    const columns: readonly Column<ReceivableRow>[] = [
      {
        key: 'number',
        label: t`Quittance`,
        kind: 'text',
        width: 150,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => <bdi dir="ltr">{row.number}</bdi>,
      },
      {
        key: 'contact_id',
        label: t`Client`,
        kind: 'reference',
        width: 200,
        shown: true,
        filterable: true,
        values: values.contact,
        cell: (row) => <bdi>{row.contact_name || row.contact_code}</bdi>,
      },
      {
        key: 'policy',
        label: t`Police`,
        kind: 'text',
        width: 156,
        shown: true,
        cell: (row) => row.policy_number && <bdi dir="ltr">{row.policy_number}</bdi>,
      },
      {
        key: 'due_date',
        label: t`Échéance`,
        kind: 'day',
        width: 108,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => <DayText day={row.due_date} />,
      },
      {
        key: 'amount_centimes',
        label: t`Montant`,
        kind: 'money',
        width: 128,
        shown: true,
        filterable: true,
        align: 'end',
        cell: (row) => <Amount centimes={row.amount_centimes} />,
      },
      {
        key: 'balance_centimes',
        label: t`Solde`,
        kind: 'money',
        width: 128,
        shown: true,
        filterable: true,
        align: 'end',
        cell: (row) => <Amount centimes={row.balance_centimes} strong={row.balance_centimes !== 0} />,
      },
      {
        key: 'bucket',
        label: t`Ancienneté`,
        kind: 'choice',
        width: 104,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.bucket) },
        cell: (row) => row.bucket && words.bucket[row.bucket],
      },
      {
        key: 'status',
        label: t`Statut`,
        kind: 'choice',
        width: 160,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.status) },
        cell: (row) => <Chip tone={statusTones[row.status]}>{words.status[row.status]}</Chip>,
      },
      {
        key: 'agency_id',
        label: t`Agence`,
        kind: 'reference',
        width: 150,
        shown: roomy,
        filterable: true,
        values: values.agency,
        cell: (row) => <bdi>{row.agency_name}</bdi>,
      },
      {
        key: 'kind',
        label: t`Type`,
        kind: 'choice',
        width: 120,
        filterable: true,
        values: { options: optionsOf(words.kind) },
        cell: (row) => words.kind[row.kind],
      },
      {
        key: 'days_late',
        label: t`Jours de retard`,
        kind: 'integer',
        width: 110,
        filterable: true,
        align: 'end',
        cell: (row) => row.days_late,
      },
      {
        key: 'issued_on',
        label: t`Émise le`,
        kind: 'day',
        width: 108,
        filterable: true,
        cell: (row) => <DayText day={row.issued_on} />,
      },
      {
        key: 'promise',
        label: t`Promesse`,
        kind: 'text',
        width: 190,
        cell: (row) => row.promise && `${words.promise[row.promise.state]} · ${day(row.promise.due_on)}`,
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
    ]
    return {
      name: 'receivable',
      read: (request, options) => call(receivableOperations.listReceivables, request, options),
      columns,
      defaultSort: '-due_date',
      views: [
        { key: 'open', label: t`À encaisser`, filter: { open: true }, icon: <Wallet aria-hidden="true" /> },
        { key: 'late', label: t`En retard`, filter: { late: true }, icon: <Clock aria-hidden="true" /> },
        { key: 'settled', label: t`Réglées`, filter: { settled: true }, icon: <CircleCheck aria-hidden="true" /> },
        { key: 'ended', label: t`Annulées`, filter: { ended: true }, icon: <Ban aria-hidden="true" /> },
        { key: 'all', label: t`Toutes`, filter: null, icon: <Files aria-hidden="true" /> },
      ],
      words: {
        title: t`Créances`,
        count: (count) => plural(count, { one: '# quittance', other: '# quittances' }),
        beyondCount: t`plus de ${i18n.number(10_000)} quittances`,
        search: t`Numéro, client, police…`,
        selected: (count) => plural(count, { one: '# quittance sélectionnée', other: '# quittances sélectionnées' }),
        news: (count) => plural(count, { one: '# nouvelle quittance', other: '# nouvelles quittances' }),
        noMatch: t`Aucune quittance ne correspond`,
      },
      titleOf: (row) => row.contact_name || row.number,
      pathOf: (row) => `/receivables/${row.id}`,
      phone: (row) => ({
        title: <bdi>{row.contact_name || row.contact_code}</bdi>,
        detail: (
          <>
            <bdi dir="ltr">{row.number}</bdi> · {day(row.due_date)}
          </>
        ),
        aside: <Amount centimes={row.balance_centimes === 0 ? row.amount_centimes : row.balance_centimes} />,
      }),
      quick: (row) => <BillQuick row={row} />,
    }
  }, [t, i18n, words, values, day, roomy])
}

import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { CalendarDays, CircleSlash, Files, PiggyBank } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip, type Tone } from '#kernel/web/ui/chip.tsx'
import type { Column, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { DayText, Moment } from '#kernel/web/ui/moment.tsx'
import { useNarrow } from '#kernel/web/ui/use-narrow.ts'
import { receivableOperations } from '../../contract.ts'
import type { PaymentRow } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { PaymentQuick } from '../payment/payment-quick.tsx'
import { optionsOf, stateTones, useReceivableWords } from '../use-receivable-words.ts'
import { useListValues } from './use-list-values.ts'

const allocationTones: Readonly<Record<PaymentRow['allocation'], Tone>> = { full: 'good', part: 'info', none: 'warn' }

/** How a payment stands: what of it settles bills, or that it counts no more. */
const State = ({ row }: { row: PaymentRow }) => {
  const words = useReceivableWords()
  if (row.state !== 'recorded') return <Chip tone={stateTones[row.state]}>{words.state[row.state]}</Chip>
  return <Chip tone={allocationTones[row.allocation]}>{words.allocation[row.allocation]}</Chip>
}

/** The list of payments: its columns, what may be asked of each, its views. */
export const usePaymentList = (): ListDefinition<PaymentRow> => {
  const { t, i18n } = useLingui()
  const words = useReceivableWords()
  const values = useListValues()
  const { day } = useFormats()
  const roomy = !useNarrow(1500)
  return useMemo(() => {
    const columns: readonly Column<PaymentRow>[] = [
      {
        key: 'number',
        label: t`Reçu`,
        kind: 'text',
        width: 170,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => <bdi dir="ltr">{row.number}</bdi>,
      },
      {
        key: 'paid_on',
        label: t`Date`,
        kind: 'day',
        width: 108,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => <DayText day={row.paid_on} />,
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
        key: 'mode',
        label: t`Mode`,
        kind: 'choice',
        width: 150,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.mode) },
        cell: (row) => words.mode[row.mode],
      },
      {
        key: 'reference',
        label: t`Référence`,
        kind: 'text',
        width: 140,
        shown: true,
        filterable: true,
        cell: (row) => row.reference && <bdi dir="ltr">{row.reference}</bdi>,
      },
      {
        key: 'amount_centimes',
        label: t`Montant`,
        kind: 'money',
        width: 130,
        shown: true,
        filterable: true,
        align: 'end',
        cell: (row) => <Amount centimes={row.amount_centimes} />,
      },
      {
        key: 'allocation',
        label: t`Affectation`,
        kind: 'choice',
        width: 160,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.allocation) },
        cell: (row) => <State row={row} />,
      },
      {
        key: 'available_centimes',
        label: t`Avoir`,
        kind: 'money',
        width: 120,
        shown: roomy,
        filterable: true,
        align: 'end',
        cell: (row) => row.available_centimes !== 0 && <Amount centimes={row.available_centimes} />,
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
      { key: 'bank', label: t`Banque`, kind: 'text', width: 140, filterable: true, cell: (row) => row.bank && <bdi>{row.bank}</bdi> },
      {
        key: 'state',
        label: t`État`,
        kind: 'choice',
        width: 120,
        filterable: true,
        values: { options: optionsOf(words.state) },
        cell: (row) => words.state[row.state],
      },
      { key: 'by', label: t`Encaissé par`, kind: 'text', width: 140, cell: (row) => <bdi>{row.created_by_name}</bdi> },
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
    return {
      name: 'payment',
      read: (request, options) => call(receivableOperations.listPayments, request, options),
      columns,
      defaultSort: '-created_at',
      views: [
        { key: 'all', label: t`Tous les encaissements`, filter: null, icon: <Files aria-hidden="true" /> },
        { key: 'today', label: t`Du jour`, filter: { paid_on: { within: 'today' } }, icon: <CalendarDays aria-hidden="true" /> },
        { key: 'credit', label: t`Avoirs`, filter: { credit: true }, icon: <PiggyBank aria-hidden="true" /> },
        { key: 'bounced', label: t`Chèques impayés`, filter: { state: 'bounced' }, icon: <CircleSlash aria-hidden="true" /> },
      ],
      words: {
        title: t`Encaissements`,
        count: (count) => plural(count, { one: '# paiement', other: '# paiements' }),
        beyondCount: t`plus de ${i18n.number(10_000)} paiements`,
        search: t`Numéro de reçu, de chèque, client…`,
        selected: (count) => plural(count, { one: '# paiement sélectionné', other: '# paiements sélectionnés' }),
        news: (count) => plural(count, { one: '# nouveau paiement', other: '# nouveaux paiements' }),
        noMatch: t`Aucun paiement ne correspond`,
      },
      titleOf: (row) => row.contact_name || row.number,
      pathOf: (row) => `/payments/${row.id}`,
      phone: (row) => ({
        title: <bdi>{row.contact_name || row.contact_code}</bdi>,
        detail: (
          <>
            {day(row.paid_on)} · {words.mode[row.mode]}
          </>
        ),
        aside: <Amount centimes={row.amount_centimes} />,
      }),
      quick: (row) => <PaymentQuick row={row} />,
    }
  }, [t, i18n, words, values, day, roomy])
}

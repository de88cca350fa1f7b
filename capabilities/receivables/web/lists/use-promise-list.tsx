import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Files, HeartCrack, Hourglass } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Column, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { DayText } from '#kernel/web/ui/moment.tsx'
import type { PromiseRow } from '../../answers.ts'
import { receivableOperations } from '../../contract.ts'
import { Amount } from '../amount.tsx'
import { optionsOf, promiseTones, useReceivableWords } from '../use-receivable-words.ts'
import { useListValues } from './use-list-values.ts'

/** The list of promises to pay. */
export const usePromiseList = (): ListDefinition<PromiseRow> => {
  const { t, i18n } = useLingui()
  const words = useReceivableWords()
  const values = useListValues()
  const { day } = useFormats()
  return useMemo(() => {
    const columns: readonly Column<PromiseRow>[] = [
      {
        key: 'contact_id',
        label: t`Client`,
        kind: 'reference',
        width: 220,
        shown: true,
        filterable: true,
        values: values.contact,
        cell: (row) => <bdi>{row.contact_name || row.contact_code}</bdi>,
      },
      {
        key: 'bill',
        label: t`Quittance`,
        kind: 'text',
        width: 150,
        shown: true,
        cell: (row) => <bdi dir="ltr">{row.receivable_number}</bdi>,
      },
      {
        key: 'due_on',
        label: t`Promis pour le`,
        kind: 'day',
        width: 124,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => <DayText day={row.due_on} />,
      },
      {
        key: 'amount_centimes',
        label: t`Promis`,
        kind: 'money',
        width: 130,
        shown: true,
        filterable: true,
        align: 'end',
        cell: (row) => <Amount centimes={row.amount_centimes} />,
      },
      {
        key: 'kept',
        label: t`Tenu`,
        kind: 'money',
        width: 130,
        shown: true,
        align: 'end',
        cell: (row) => <Amount centimes={row.kept_centimes} />,
      },
      {
        key: 'balance',
        label: t`Solde de la quittance`,
        kind: 'money',
        width: 160,
        shown: true,
        align: 'end',
        cell: (row) => <Amount centimes={row.balance_centimes} />,
      },
      {
        key: 'state',
        label: t`État`,
        kind: 'choice',
        width: 200,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.promise) },
        cell: (row) => <Chip tone={promiseTones[row.state]}>{words.promise[row.state]}</Chip>,
      },
      {
        key: 'agency_id',
        label: t`Agence`,
        kind: 'reference',
        width: 150,
        filterable: true,
        values: values.agency,
        cell: (row) => <bdi>{row.agency_name}</bdi>,
      },
      {
        key: 'promised_on',
        label: t`Notée le`,
        kind: 'day',
        width: 108,
        filterable: true,
        cell: (row) => <DayText day={row.promised_on} />,
      },
      { key: 'by', label: t`Notée par`, kind: 'text', width: 140, cell: (row) => <bdi>{row.recorded_by_name}</bdi> },
      { key: 'note', label: t`Remarque`, kind: 'text', width: 220, cell: (row) => row.note && <bdi>{row.note}</bdi> },
    ]
    return {
      name: 'promise',
      read: (request, options) => call(receivableOperations.listPromises, request, options),
      columns,
      defaultSort: '-due_on',
      views: [
        { key: 'waiting', label: t`En cours`, filter: { state: 'waiting' }, icon: <Hourglass aria-hidden="true" /> },
        { key: 'broken', label: t`Non tenues`, filter: { state: ['broken', 'part_kept'] }, icon: <HeartCrack aria-hidden="true" /> },
        { key: 'all', label: t`Toutes`, filter: null, icon: <Files aria-hidden="true" /> },
      ],
      words: {
        title: t`Promesses de paiement`,
        count: (count) => plural(count, { one: '# promesse', other: '# promesses' }),
        beyondCount: t`plus de ${i18n.number(10_000)} promesses`,
        search: t`Rechercher…`,
        selected: (count) => plural(count, { one: '# promesse sélectionnée', other: '# promesses sélectionnées' }),
        news: (count) => plural(count, { one: '# nouvelle promesse', other: '# nouvelles promesses' }),
        noMatch: t`Aucune promesse ne correspond`,
      },
      titleOf: (row) => row.contact_name || row.receivable_number,
      pathOf: (row) => `/receivables/${row.receivable_id}`,
      phone: (row) => ({
        title: <bdi>{row.contact_name || row.contact_code}</bdi>,
        detail: (
          <>
            {day(row.due_on)} · {words.promise[row.state]}
          </>
        ),
        aside: <Amount centimes={row.amount_centimes} />,
      }),
    }
  }, [t, i18n, words, values, day])
}

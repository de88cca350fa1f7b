import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { CalendarCheck, CircleCheck, ListTodo, MailWarning, PhoneOutgoing, ShieldOff, ShieldX } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Column, ColumnValues, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { DayText } from '#kernel/web/ui/moment.tsx'
import { agencyName, searchAgencies } from '#capabilities/organization/web/index.ts'
import { recoveryOperations, type RecoveryRow } from '../../recovery-contract.ts'
import { RecoveryQuick } from './recovery-quick.tsx'
import { stateTones, useRecoveryWords } from './use-recovery-words.ts'

const agencies: ColumnValues = { search: searchAgencies, name: agencyName }
const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The cases of recovery: what is to be done today first. */
export const useRecoveryList = (): ListDefinition<RecoveryRow> => {
  const { t, i18n } = useLingui()
  const words = useRecoveryWords()
  const formats = useFormats()
  return useMemo(() => {
    const columns: readonly Column<RecoveryRow>[] = [
      { key: 'contact', label: t`Client`, kind: 'text', width: 210, shown: true, cell: (row) => <bdi>{row.contact_name}</bdi> },
      {
        key: 'next_step',
        label: t`À faire`,
        kind: 'choice',
        width: 176,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.step) },
        cell: (row) => row.next_step && words.step[row.next_step],
      },
      {
        key: 'next_on',
        label: t`À partir du`,
        kind: 'day',
        width: 108,
        shown: true,
        sortable: true,
        filterable: true,
        cell: (row) => row.next_on && <DayText day={row.next_on} />,
      },
      {
        key: 'state',
        label: t`État`,
        kind: 'choice',
        width: 168,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.state) },
        cell: (row) => <Chip tone={stateTones[row.state]}>{words.state[row.state]}</Chip>,
      },
      {
        key: 'balance_centimes',
        label: t`Reste dû`,
        kind: 'money',
        width: 128,
        shown: true,
        filterable: true,
        align: 'end',
        cell: (row) => <bdi>{formats.amount(row.balance_centimes)}</bdi>,
      },
      {
        key: 'due_date',
        label: t`Échéance`,
        kind: 'day',
        width: 108,
        shown: true,
        filterable: true,
        cell: (row) => <DayText day={row.due_date} />,
      },
      {
        key: 'days_late',
        label: t`Retard`,
        kind: 'integer',
        width: 84,
        shown: true,
        align: 'end',
        cell: (row) => plural(row.days_late, { one: '# j', other: '# j' }),
      },
      { key: 'policy', label: t`Police`, kind: 'text', width: 150, shown: true, cell: (row) => <bdi dir="ltr">{row.policy_number}</bdi> },
      { key: 'product', label: t`Produit`, kind: 'text', width: 170, cell: (row) => <bdi>{row.product_name}</bdi> },
      { key: 'receivable', label: t`Quittance`, kind: 'text', width: 140, cell: (row) => <bdi dir="ltr">{row.receivable_number}</bdi> },
      {
        key: 'agency_id',
        label: t`Agence`,
        kind: 'reference',
        width: 140,
        shown: true,
        filterable: true,
        values: agencies,
        cell: (row) => <bdi>{row.agency_name}</bdi>,
      },
    ]
    return {
      name: 'recovery',
      read: (request, options) => call(recoveryOperations.listRecovery, request, options),
      columns,
      defaultSort: 'next_on',
      views: [
        { key: 'today', label: t`À faire aujourd’hui`, filter: { ready: true }, icon: <CalendarCheck aria-hidden="true" /> },
        {
          key: 'reminders',
          label: t`Relances`,
          filter: { ready: true, next_step: ['reminder_sms', 'reminder_email', 'reminder_call'] },
          icon: <PhoneOutgoing aria-hidden="true" />,
        },
        {
          key: 'notices',
          label: t`Mises en demeure`,
          filter: { ready: true, next_step: 'formal_notice' },
          icon: <MailWarning aria-hidden="true" />,
        },
        {
          key: 'suspensions',
          label: t`Suspensions`,
          filter: { ready: true, next_step: 'suspension' },
          icon: <ShieldOff aria-hidden="true" />,
        },
        {
          key: 'terminations',
          label: t`Résiliations`,
          filter: { ready: true, next_step: 'termination' },
          icon: <ShieldX aria-hidden="true" />,
        },
        { key: 'open', label: t`Tous les dossiers en cours`, filter: { open: true }, icon: <ListTodo aria-hidden="true" /> },
        { key: 'closed', label: t`Dossiers clos`, filter: { open: false }, icon: <CircleCheck aria-hidden="true" /> },
      ],
      words: {
        title: t`Recouvrement`,
        count: (count) => plural(count, { one: '# dossier', other: '# dossiers' }),
        beyondCount: t`plus de ${i18n.number(10_000)} dossiers`,
        search: t`Client, police, quittance…`,
        selected: (count) => plural(count, { one: '# dossier sélectionné', other: '# dossiers sélectionnés' }),
        news: (count) => plural(count, { one: '# nouveau dossier', other: '# nouveaux dossiers' }),
        noMatch: t`Aucun dossier ne correspond`,
      },
      titleOf: (row) => row.contact_name,
      pathOf: (row) => `/recovery/${row.id}`,
      phone: (row) => ({
        title: <bdi>{row.contact_name}</bdi>,
        detail: (
          <>
            {row.next_step ? words.step[row.next_step] : words.state[row.state]} · <bdi>{formats.amount(row.balance_centimes)}</bdi>
          </>
        ),
        aside: <Chip tone={stateTones[row.state]}>{words.state[row.state]}</Chip>,
      }),
      quick: (row) => <RecoveryQuick row={row} />,
    }
  }, [t, i18n, words, formats])
}

import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { CalendarClock, CalendarDays, CircleCheck, CircleX, MailPlus, MailWarning, RefreshCw } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Column, ColumnValues, ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { DayText } from '#kernel/web/ui/moment.tsx'
import { agencyName, searchAgencies } from '#capabilities/organization/web/index.ts'
import { renewalOperations, type RenewalRow } from '../../renewal-contract.ts'
import { RenewalQuick } from './renewal-quick.tsx'
import { outcomeTones, useRenewalWords } from './use-renewal-words.ts'

const agencies: ColumnValues = { search: searchAgencies, name: agencyName }
const optionsOf = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }))
const coming = { expiry_date: { within: 'next_60_days' }, outcome: 'open' }

/** The portfolio that comes to expiry: terms by their last day, with notice and outcome. */
export const useRenewalList = (): ListDefinition<RenewalRow> => {
  const { t, i18n } = useLingui()
  const words = useRenewalWords()
  const formats = useFormats()
  return useMemo(() => {
    const columns: readonly Column<RenewalRow>[] = [
      { key: 'contact', label: t`Client`, kind: 'text', width: 200, shown: true, cell: (row) => <bdi>{row.contact_name}</bdi> },
      {
        key: 'number',
        label: t`Police`,
        kind: 'text',
        width: 148,
        shown: true,
        filterable: true,
        cell: (row) => <bdi dir="ltr">{row.number}</bdi>,
      },
      { key: 'product', label: t`Produit`, kind: 'text', width: 170, shown: true, cell: (row) => <bdi>{row.product_name}</bdi> },
      {
        key: 'insured',
        label: t`Bien assuré`,
        kind: 'text',
        width: 180,
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
        label: t`Prime`,
        kind: 'money',
        width: 128,
        shown: true,
        filterable: true,
        align: 'end',
        cell: (row) => <bdi>{formats.amount(row.total_premium_centimes)}</bdi>,
      },
      {
        key: 'noticed',
        label: t`Avis`,
        kind: 'boolean',
        width: 120,
        shown: true,
        filterable: true,
        cell: (row) =>
          row.noticed_on ? (
            <DayText day={row.noticed_on} />
          ) : row.notice_late ? (
            <Chip tone="bad">{t`En retard`}</Chip>
          ) : (
            <span>{t`À faire`}</span>
          ),
      },
      {
        key: 'outcome',
        label: t`Suite`,
        kind: 'choice',
        width: 138,
        shown: true,
        filterable: true,
        values: { options: optionsOf(words.outcome) },
        cell: (row) => <Chip tone={outcomeTones[row.outcome]}>{words.outcome[row.outcome]}</Chip>,
      },
      {
        key: 'outcome_reason',
        label: t`Motif`,
        kind: 'choice',
        width: 150,
        filterable: true,
        values: { options: optionsOf(words.reason) },
        cell: (row) => row.outcome_reason && (words.reason[row.outcome_reason as keyof typeof words.reason] ?? row.outcome_reason),
      },
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
      name: 'renewal',
      read: (request, options) => call(renewalOperations.listRenewals, request, options),
      columns,
      defaultSort: 'expiry_date',
      views: [
        { key: 'coming', label: t`À échoir sous 60 jours`, filter: coming, icon: <CalendarClock aria-hidden="true" /> },
        { key: 'unnoticed', label: t`Avis à faire`, filter: { ...coming, noticed: false }, icon: <MailPlus aria-hidden="true" /> },
        { key: 'late', label: t`Avis en retard`, filter: { ...coming, notice_late: true }, icon: <MailWarning aria-hidden="true" /> },
        {
          key: 'past',
          label: t`Échues sans suite`,
          filter: { expiry_date: { within: 'last_90_days' }, outcome: 'open' },
          icon: <RefreshCw aria-hidden="true" />,
        },
        {
          key: 'renewed',
          label: t`Renouvelées`,
          filter: { expiry_date: { within: 'last_90_days' }, outcome: 'renewed' },
          icon: <CircleCheck aria-hidden="true" />,
        },
        {
          key: 'lost',
          label: t`Non renouvelées`,
          filter: { expiry_date: { within: 'last_90_days' }, outcome: 'not_renewed' },
          icon: <CircleX aria-hidden="true" />,
        },
        { key: 'all', label: t`Toutes les échéances`, filter: null, icon: <CalendarDays aria-hidden="true" /> },
      ],
      words: {
        title: t`Échéances`,
        count: (count) => plural(count, { one: '# échéance', other: '# échéances' }),
        beyondCount: t`plus de ${i18n.number(10_000)} échéances`,
        search: t`Client, police, plaque…`,
        selected: (count) => plural(count, { one: '# échéance sélectionnée', other: '# échéances sélectionnées' }),
        news: (count) => plural(count, { one: '# nouvelle échéance', other: '# nouvelles échéances' }),
        noMatch: t`Aucune échéance ne correspond`,
      },
      titleOf: (row) => row.contact_name,
      pathOf: (row) => `/policies/${row.policy_id}`,
      phone: (row) => ({
        title: <bdi>{row.contact_name}</bdi>,
        detail: (
          <>
            <bdi>{row.product_name}</bdi> · <DayText day={row.expiry_date} />
          </>
        ),
        aside: <Chip tone={outcomeTones[row.outcome]}>{words.outcome[row.outcome]}</Chip>,
      }),
      quick: (row) => <RenewalQuick row={row} />,
    }
  }, [t, i18n, words, formats])
}

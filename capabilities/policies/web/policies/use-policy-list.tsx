import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { CalendarX2, CircleDollarSign, FilePen, RefreshCw, Shield, ShieldCheck, ShieldOff } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useMe } from '#kernel/web/session.tsx'
import type { ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { policyOperations, type PolicyRow } from '../../contract.ts'
import { PolicyState } from '../policy-state.tsx'
import { usePolicyColumns } from './use-policy-columns.tsx'
import { PolicyQuick } from './policy-quick.tsx'

/** The list of policies: its columns, what may be asked of each, its views. */
export const usePolicyList = (): ListDefinition<PolicyRow> => {
  const { t, i18n } = useLingui()
  const columns = usePolicyColumns()
  const { day } = useFormats()
  const me = useMe()
  return useMemo(
    () => ({
      name: 'policy',
      read: (request, options) => call(policyOperations.listPolicies, request, options),
      columns,
      defaultSort: '-created_at',
      views: [
        { key: 'all', label: t`Toutes les polices`, filter: null, icon: <Shield aria-hidden="true" /> },
        {
          key: 'running',
          label: t`En vigueur`,
          filter: { status: ['in_force', 'to_renew', 'renewed'] },
          icon: <ShieldCheck aria-hidden="true" />,
        },
        { key: 'to_renew', label: t`À renouveler`, filter: { status: 'to_renew' }, icon: <RefreshCw aria-hidden="true" /> },
        {
          key: 'awaiting',
          label: t`En attente de paiement`,
          filter: { status: 'awaiting_payment' },
          icon: <CircleDollarSign aria-hidden="true" />,
        },
        { key: 'suspended', label: t`Suspendues`, filter: { status: 'suspended' }, icon: <ShieldOff aria-hidden="true" /> },
        { key: 'past', label: t`Échues`, filter: { status: ['lapsed', 'expired'] }, icon: <CalendarX2 aria-hidden="true" /> },
        { key: 'drafts', label: t`Projets`, filter: { status: 'draft', owner_id: me.id }, icon: <FilePen aria-hidden="true" /> },
      ],
      words: {
        title: t`Polices`,
        count: (count) => plural(count, { one: '# police', other: '# polices' }),
        beyondCount: t`plus de ${i18n.number(10_000)} polices`,
        search: t`Numéro, plaque, châssis, client…`,
        selected: (count) => plural(count, { one: '# police sélectionnée', other: '# polices sélectionnées' }),
        news: (count) => plural(count, { one: '# nouvelle police', other: '# nouvelles polices' }),
        noMatch: t`Aucune police ne correspond`,
      },
      titleOf: (row) => row.contact_name,
      pathOf: (row) => `/policies/${row.id}`,
      phone: (row) => ({
        title: <bdi>{row.contact_name}</bdi>,
        detail: (
          <>
            <bdi>{day(row.end_date ?? row.expiry_date)}</bdi> · <bdi>{row.insured_label ?? row.number}</bdi>
          </>
        ),
        aside: <PolicyState status={row.status} />,
      }),
      quick: (row) => <PolicyQuick row={row} />,
    }),
    [t, i18n, columns, me.id, day],
  )
}

import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { CircleCheck, CircleDollarSign, ClockAlert, Inbox, SearchCheck, Trash2, Umbrella, UserRound } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useMe, useSession } from '#kernel/web/session.tsx'
import type { ListDefinition } from '#kernel/web/ui/list/definition.ts'
import { claimOperations, type ClaimRow } from '../../contract.ts'
import { claimStatuses, endedStatuses, isOpen } from '../../rules.ts'
import { ClaimState } from '../claim-state.tsx'
import { ClockText } from '../clock-text.tsx'
import { useClaimWords } from '../use-claim-words.ts'
import { ClaimQuick } from './claim-quick.tsx'
import { useClaimColumns } from './use-claim-columns.tsx'

const open = claimStatuses.filter(isOpen)

/** The list of claims: its columns, its views by what is to be done, its panel. */
export const useClaimList = (): ListDefinition<ClaimRow> => {
  const { t, i18n } = useLingui()
  const columns = useClaimColumns()
  const words = useClaimWords()
  const me = useMe()
  const { can } = useSession()
  const { day, today } = useFormats()
  const mayDelete = can('claim.delete')
  const now = today()
  return useMemo(
    () => ({
      name: 'claim',
      read: (request, options) => call(claimOperations.listClaims, request, options),
      columns,
      defaultSort: '-declared_on',
      views: [
        { key: 'open', label: t`Ouverts`, filter: { status: open }, icon: <Inbox aria-hidden="true" /> },
        { key: 'late', label: t`En retard`, filter: { due_on: { lt: now } }, icon: <ClockAlert aria-hidden="true" /> },
        {
          key: 'expertise',
          label: t`En expertise`,
          filter: { status: ['in_expertise', 'expertised', 'counter_expertise'] },
          icon: <SearchCheck aria-hidden="true" />,
        },
        {
          key: 'to_settle',
          label: t`À régler`,
          filter: { status: ['granted', 'in_settlement', 'part_settled'] },
          icon: <CircleDollarSign aria-hidden="true" />,
        },
        { key: 'ended', label: t`Clos`, filter: { status: [...endedStatuses] }, icon: <CircleCheck aria-hidden="true" /> },
        { key: 'mine', label: t`Mes dossiers`, filter: { owner_id: me.id, status: open }, icon: <UserRound aria-hidden="true" /> },
        { key: 'all', label: t`Tous les sinistres`, filter: null, icon: <Umbrella aria-hidden="true" /> },
        ...(mayDelete ? [{ key: 'bin', label: t`Corbeille`, filter: { deleted: true }, icon: <Trash2 aria-hidden="true" /> }] : []),
      ],
      words: {
        title: t`Sinistres`,
        count: (count) => plural(count, { one: '# sinistre', other: '# sinistres' }),
        beyondCount: t`plus de ${i18n.number(10_000)} sinistres`,
        search: t`Numéro, plaque du tiers…`,
        selected: (count) => plural(count, { one: '# sinistre sélectionné', other: '# sinistres sélectionnés' }),
        news: (count) => plural(count, { one: '# nouveau sinistre', other: '# nouveaux sinistres' }),
        noMatch: t`Aucun sinistre ne correspond`,
      },
      titleOf: (row) => row.number,
      pathOf: (row) => `/claims/${row.id}`,
      phone: (row) => ({
        title: <bdi>{row.contact_name}</bdi>,
        detail: (
          <>
            {row.clock !== null && row.clock.left <= 30 ? <ClockText clock={row.clock} /> : <bdi>{day(row.occurred_on)}</bdi>} ·{' '}
            {words.nature[row.nature]}
          </>
        ),
        aside: <ClaimState status={row.status} />,
      }),
      quick: (row) => <ClaimQuick row={row} />,
    }),
    [t, i18n, columns, words, me.id, mayDelete, now, day],
  )
}

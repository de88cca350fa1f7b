import { msg } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { NavigationEntry, NavigationGroup } from '#kernel/web/capability.ts'
import { useSession } from '#kernel/web/session.tsx'
import { capabilities } from '../capabilities.ts'

export interface NavigationPart {
  readonly group: NavigationGroup
  readonly title: string
  readonly entries: readonly NavigationEntry[]
}

const order: readonly NavigationGroup[] = ['relation', 'sales', 'insurance', 'service', 'marketing', 'steering', 'administration']

const own: readonly NavigationEntry[] = [{ group: 'relation', rank: 0, label: msg`Accueil`, icon: 'home', to: '/home' }]

/** What this person may go to, by group; groups without entries are left out. */
export const useNavigation = (): readonly NavigationPart[] => {
  const { t } = useLingui()
  const { can } = useSession()
  const titles: Record<NavigationGroup, string> = {
    relation: t`Relation`,
    sales: t`Ventes`,
    insurance: t`Assurance`,
    service: t`Service`,
    marketing: t`Marketing`,
    steering: t`Pilotage`,
    administration: t`Administration`,
  }
  const allowed = [...own, ...capabilities.flatMap((capability) => capability.navigation ?? [])]
    .filter(({ needs }) => needs === undefined || can(needs))
    .sort((a, b) => a.rank - b.rank)
  return order
    .map((group) => ({ group, title: titles[group], entries: allowed.filter((entry) => entry.group === group) }))
    .filter(({ entries }) => entries.length > 0)
}

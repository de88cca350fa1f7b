import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { fold } from '#kernel/shared/fold.ts'
import { searchOperations } from '#kernel/shared/search-contract.ts'
import { call } from '#kernel/web/api.ts'
import type { WebCapability } from '#kernel/web/capability.ts'
import { recentRecords } from '#kernel/web/recent.ts'
import { useSession } from '#kernel/web/session.tsx'
import { KindIcon, type NavigationIcon } from '#kernel/web/ui/navigation-icon.tsx'

/** One line of the dialog: a record, a page, or something to create. */
export interface Finding {
  readonly key: string
  readonly icon: ReactNode
  readonly title: string
  readonly detail: string
  readonly code: string | null
  readonly to: string
  readonly search?: Readonly<Record<string, string>>
}
export interface FindingGroup {
  readonly key: string
  readonly label: string
  readonly items: readonly Finding[]
}
export interface Findings {
  readonly groups: readonly FindingGroup[]
  /** The words as understood, when a typing error was mended. */
  readonly corrected: string | null
  readonly state: 'ready' | 'waiting' | 'failed'
}

const pauseMs = 120
const aKind = 6
const shortest = 2

const useSettled = (text: string): string => {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** What ⌘K finds for a text: records by kind, pages and things to create; before anything is typed, the records opened lately. */
export const useFindings = (text: string, capabilities: readonly WebCapability[]): Findings => {
  const { t, i18n } = useLingui()
  const { me, can } = useSession()
  const typed = text.trim()
  const q = useSettled(typed)
  const asked = q.length >= shortest
  const records = useQuery({
    queryKey: [searchOperations.find.name, q],
    queryFn: ({ signal }) => call(searchOperations.find, { q, limit: aKind }, { signal }),
    enabled: asked,
    placeholderData: (before) => before,
  })
  const sources = useQuery({
    queryKey: ['search sources'],
    queryFn: async () => (await Promise.all(capabilities.flatMap((capability) => (capability.search ? [capability.search()] : [])))).flat(),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const allowed = (sources.data ?? []).filter(({ needs }) => needs === undefined || can(needs))
  const others = useQueries({
    queries: allowed.map((source, at) => ({
      queryKey: ['search source', at, q],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.find(q, signal),
      enabled: asked,
    })),
  })
  const kinds: Readonly<Record<string, { label: string; icon: NavigationIcon }>> = useMemo(
    () => ({
      contact: { label: t`Clients`, icon: 'contact' },
      account: { label: t`Comptes`, icon: 'account' },
      policy: { label: t`Polices`, icon: 'policy' },
      claim: { label: t`Sinistres`, icon: 'claim' },
      receivable: { label: t`Créances`, icon: 'receivable' },
    }),
    [t],
  )
  const iconOf = (kind: string): NavigationIcon => kinds[kind]?.icon ?? 'document'

  if (typed.length < shortest) {
    const recent = recentRecords(me.id).map(({ id, kind, title, detail, to }): Finding => ({
      key: id,
      icon: <KindIcon kind={iconOf(kind)} />,
      title,
      detail: '',
      code: detail,
      to,
    }))
    const groups = [
      { key: 'recent', label: t`Ouverts récemment`, items: recent },
      { key: 'create', label: t`Créer`, items: creationsFor('') },
    ]
    return { groups: groups.filter(({ items }) => items.length > 0), corrected: null, state: 'ready' }
  }

  function creationsFor(words: string): Finding[] {
    return capabilities
      .flatMap((capability) => capability.creations ?? [])
      .filter(({ needs, label }) => can(needs) && fold(i18n._(label)).includes(words))
      .sort((a, b) => a.rank - b.rank)
      .map((creation) => {
        const [to = '', query = ''] = creation.to.split('?')
        return {
          key: creation.to,
          icon: <Plus aria-hidden="true" />,
          title: i18n._(creation.label),
          detail: '',
          code: null,
          to,
          search: Object.fromEntries(new URLSearchParams(query)),
        }
      })
  }
  const wanted = fold(typed)
  const pages = capabilities
    .flatMap((capability) => capability.navigation ?? [])
    .filter(({ needs, label }) => (needs === undefined || can(needs)) && fold(i18n._(label)).includes(wanted))
    .map((entry): Finding => ({
      key: entry.to,
      icon: <KindIcon kind={entry.icon} />,
      title: i18n._(entry.label),
      detail: '',
      code: null,
      to: entry.to,
    }))
  const found = (records.data?.groups ?? []).map(({ kind, items }): FindingGroup => ({
    key: kind,
    label: kinds[kind]?.label ?? kind,
    items: items.map((item) => ({
      key: item.id,
      icon: <KindIcon kind={iconOf(kind)} />,
      title: item.title,
      detail: item.subtitle === null || item.subtitle === item.code ? '' : item.subtitle,
      code: item.code,
      to: item.path,
    })),
  }))
  const further = allowed.map((source, at): FindingGroup => ({
    key: `source-${at}`,
    label: i18n._(source.kind),
    items: (others[at]?.data ?? []).slice(0, aKind).map((one) => ({
      key: one.id,
      icon: <KindIcon kind={source.icon} />,
      title: one.title,
      detail: one.detail,
      code: null,
      to: one.to,
    })),
  }))
  const groups = [
    ...found,
    ...further,
    { key: 'pages', label: t`Aller à`, items: pages },
    { key: 'create', label: t`Créer`, items: creationsFor(wanted) },
  ].filter(({ items }) => items.length > 0)
  const waiting = q !== typed || records.isPending || others.some((other) => other.isPending)
  return { groups, corrected: records.data?.corrected ?? null, state: records.error ? 'failed' : waiting ? 'waiting' : 'ready' }
}

import { createContext, use, useMemo, type ComponentType } from 'react'
import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { Notice, NoticeValues, WebCapability } from './capability.ts'

type Load = NonNullable<WebCapability['notices']>

/** What the capabilities of this program can say; the shell gives it. */
export const NoticesContext = createContext<readonly Load[]>([])

const Unknown: ComponentType<{ values: NoticeValues }> = () => <Trans>Il y a du nouveau</Trans>
const unknown: Notice = { icon: 'inbox', Sentence: Unknown }

/** How kinds of notification are said: their words come with the first one shown; a kind that this program does not know is said neutrally. */
export const useNotices = (): ((kind: string) => Notice | null) => {
  const loads = use(NoticesContext)
  const { data } = useQuery({
    queryKey: ['notices of the program', loads.length],
    queryFn: async () => Object.assign({}, ...(await Promise.all(loads.map((load) => load())))) as Readonly<Record<string, Notice>>,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return useMemo(() => (kind) => (data ? (Object.hasOwn(data, kind) ? (data[kind] ?? unknown) : unknown) : null), [data])
}

import { useEffect, useState } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useLiveLine } from '#kernel/web/events/live-answers.ts'
import { keyOf, refreshObjects, useRead } from '#kernel/web/query.ts'
import { exchangeOperations, type ImportPreview, type ImportRun } from '../../contract.ts'
import { isWorking } from './use-import-words.ts'

/** Events bring news at once; should the line be down, or a proxy keep events back, the server is asked. */
const askedEveryMs = { lineUp: 10_000, lineDown: 2_500 }

/** One import as it stands, kept true while the server works on it. */
export const useRun = (id: string) => {
  const read = useRead(exchangeOperations.getImport, { id })
  const lineUp = useLiveLine()
  const { data: run, refetch } = read
  const working = run !== undefined && isWorking(run)
  useEffect(() => {
    if (!working) return undefined
    const timer = setInterval(() => void refetch(), lineUp ? askedEveryMs.lineUp : askedEveryMs.lineDown)
    return () => clearInterval(timer)
  }, [working, lineUp, refetch])
  return read
}

/** What was understood of the file; asked again whenever the import has moved, the former answer staying in sight meanwhile. */
export const usePreview = (run: ImportRun, enabled: boolean) =>
  useQuery<ImportPreview>({
    queryKey: [...keyOf(exchangeOperations.previewImport, { id: run.id }), run.version],
    queryFn: ({ signal }) => call(exchangeOperations.previewImport, { id: run.id }, { signal }),
    enabled: enabled && run.state !== 'reading',
    placeholderData: (former) => former,
  })

type Act = 'checkImport' | 'startImport' | 'resumeImport' | 'revertImport' | 'cancelImport'

/** The acts on an import: the answer is on screen at once, a refusal is kept to be shown. */
export const useActs = (id: string) => {
  const client = useQueryClient()
  const [busy, setBusy] = useState<Act | null>(null)
  const [refusal, setRefusal] = useState<ApiProblem | null>(null)
  const act = async (name: Act, more: { revert?: boolean } = {}): Promise<void> => {
    const run = await call(exchangeOperations[name], { id, ...more })
    client.setQueryData(keyOf(exchangeOperations.getImport, { id }), run)
    void refreshObjects(client, ['import'])
  }
  const press = async (name: Act): Promise<void> => {
    setBusy(name)
    setRefusal(null)
    try {
      await act(name)
    } catch (error) {
      setRefusal(error instanceof ApiProblem ? error : new ApiProblem({ status: 0, code: 'network' }))
    } finally {
      setBusy(null)
    }
  }
  return { act, press, busy, refusal }
}

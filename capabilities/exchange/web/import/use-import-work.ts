import { useMemo } from 'react'
import { useRead } from '#kernel/web/query.ts'
import { useMe, useSession } from '#kernel/web/session.tsx'
import { exchangeOperations, type ImportRun } from '../../contract.ts'
import { useEndedImports } from './use-ended-imports.ts'
import { useImportWords, workingStates } from './use-import-words.ts'
import type { Work } from '#kernel/web/ui/work-in-progress.tsx'

const asked = { filter: JSON.stringify({ state: { in: workingStates } }), limit: 20, total: 'none' } as const

/** The part of the whole that is done, null where the present state can't tell. */
export const shareDone = (run: Pick<ImportRun, 'state' | 'progress'>): number | null =>
  run.state === 'checking' || run.state === 'staging' || run.state === 'applying' || run.state === 'reverting' ? run.progress : null

/** The imports that run now; says when one of one’s own ends. */
export const useImportWork = (): readonly Work[] => {
  const { can } = useSession()
  const me = useMe()
  const { states } = useImportWords()
  const { data } = useRead(exchangeOperations.listImports, asked, { enabled: can('import.view') })
  const runs = data?.data
  useEndedImports(
    useMemo(() => new Map(runs?.filter((run) => run.made_by.id === me.id).map((run) => [run.id, run.file_name])), [runs, me.id]),
  )
  return (runs ?? []).map((run) => ({
    key: run.id,
    label: run.file_name,
    detail: states[run.state],
    progress: shareDone(run),
    to: `/imports/${run.id}`,
  }))
}

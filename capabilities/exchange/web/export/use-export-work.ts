import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { exchangeOperations } from '../../contract.ts'
import type { Work } from '#kernel/web/ui/work-in-progress.tsx'
import { useReadyExports } from './export-ready.ts'
import { useExportWords } from './use-export-words.ts'

const asked = { filter: JSON.stringify({ state: { in: ['queued', 'running'] } }), limit: 20, total: 'none' } as const

/** One's own exports that are being written now; says when one is ready. */
export const useExportWork = (): readonly Work[] => {
  const { can } = useSession()
  const states = useExportWords()
  useReadyExports()
  const { data } = useRead(exchangeOperations.listExports, asked, { enabled: can('export.view') })
  return (data?.data ?? []).map((run) => ({
    key: run.id,
    label: run.file_name,
    detail: states[run.state],
    progress: run.state === 'running' ? run.progress : null,
    to: '/exports',
  }))
}

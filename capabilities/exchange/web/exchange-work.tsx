import { useReportWork } from '#kernel/web/ui/work-in-progress.tsx'
import { useExportWork } from './export/use-export-work.ts'
import { useImportWork } from './import/use-import-work.ts'

/** Tells the imports and exports that run; shows nothing itself. */
export const ExchangeWork = () => {
  useReportWork('imports', useImportWork())
  useReportWork('exports', useExportWork())
  return null
}

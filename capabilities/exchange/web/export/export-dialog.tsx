import { useState } from 'react'
import { ExportFollow } from './export-follow.tsx'
import { ExportForm } from './export-form.tsx'
import type { ListToolProps } from '#kernel/web/ui/list/list-tools.ts'
import type { ExportObject, ExportRun } from '../../contract.ts'

/** Takes a list out as a file: what is asked first, then how far it is, until the file is there. */
export const ExportDialog = ({ object, tool, onClose }: { object: ExportObject; tool: ListToolProps; onClose: () => void }) => {
  const [run, setRun] = useState<ExportRun | null>(null)
  return run === null ? (
    <ExportForm object={object} tool={tool} onBegun={setRun} onClose={onClose} />
  ) : (
    <ExportFollow key={run.id} begun={run} onAgain={() => setRun(null)} onClose={onClose} />
  )
}

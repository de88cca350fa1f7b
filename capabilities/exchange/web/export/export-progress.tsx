import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import type { ExportRun } from '../../contract.ts'
import { ProgressBar } from '#kernel/web/ui/progress-bar.tsx'

/** How far a file is: a bar, and rows of how many. */
export const ExportProgress = ({ run }: { run: Pick<ExportRun, 'state' | 'progress' | 'rows_written' | 'rows_total'> }) => {
  const { count } = useFormats()
  const written = count(run.rows_written)
  const total = count(run.rows_total ?? 0)
  const known = run.rows_total !== null && run.state === 'running'
  return (
    <ProgressBar
      value={known ? run.progress : null}
      label={
        known ? (
          <Trans>
            Lignes écrites: {written} sur {total}
          </Trans>
        ) : (
          <Trans>Préparation…</Trans>
        )
      }
    />
  )
}

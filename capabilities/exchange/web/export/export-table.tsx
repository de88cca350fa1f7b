import { Trans, useLingui } from '@lingui/react/macro'
import { Download, Square } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import table from '#kernel/web/ui/table.module.css'
import type { ExportRun } from '../../contract.ts'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import { ExportProgress } from './export-progress.tsx'
import { takeFile } from './take-file.ts'
import { useStopExport } from './use-export-acts.ts'
import { exportTones, underWay, useExportWords } from './use-export-words.ts'
import classes from './export.module.css'

const nothing = <span aria-hidden="true">–</span>

const ExportRow = ({ run, busy, onStop }: { run: ExportRun; busy: boolean; onStop: () => void }) => {
  const { t } = useLingui()
  const states = useExportWords()
  const { count } = useFormats()
  const size = useFileSize()
  const { file_name: name } = run
  return (
    <tr>
      <td>
        <span className={classes['file']}>
          <bdi>{name}</bdi>
        </span>
        <small>
          <Moment at={run.created_at} />
        </small>
      </td>
      <td>
        {run.state === 'running' ? (
          <div className={classes['going']}>
            <ExportProgress run={run} />
          </div>
        ) : (
          <Chip tone={exportTones[run.state]}>{states[run.state]}</Chip>
        )}
        {run.failure !== null && <small>{run.failure.message}</small>}
      </td>
      <td className={`${table['end']} ${table['wide']}`}>{run.state === 'done' ? <bdi>{count(run.rows_written)}</bdi> : nothing}</td>
      <td className={`${table['end']} ${table['wide']}`}>
        {run.state === 'done' && run.file_bytes !== null ? <bdi>{size(run.file_bytes)}</bdi> : nothing}
      </td>
      <td className={table['wide']}>{run.state === 'done' && run.expires_at !== null ? <Moment at={run.expires_at} /> : nothing}</td>
      <td className={table['end']}>
        {run.state === 'done' && (
          <Button
            size="small"
            icon={<Download aria-hidden="true" />}
            className={classes['take']}
            aria-label={t`Télécharger ${name}`}
            onClick={() => takeFile(run.id)}
          >
            <Trans>Télécharger</Trans>
          </Button>
        )}
        {underWay(run) && (
          <IconButton size="small" label={t`Arrêter l’export ${name}`} busy={busy} onClick={onStop}>
            <Square aria-hidden="true" />
          </IconButton>
        )}
      </td>
    </tr>
  )
}

/** One's exports, newest first: what each is, how far it is, and its file. */
export const ExportTable = ({ runs }: { runs: readonly ExportRun[] }) => {
  const { t } = useLingui()
  const { stop, stopping } = useStopExport()
  return (
    <div className={table['scroll']}>
      <table className={table['table']}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Fichier</Trans>
            </th>
            <th scope="col">
              <Trans>État</Trans>
            </th>
            <th scope="col" className={`${table['end']} ${table['wide']}`}>
              <Trans>Lignes</Trans>
            </th>
            <th scope="col" className={`${table['end']} ${table['wide']}`}>
              <Trans>Taille</Trans>
            </th>
            <th scope="col" className={table['wide']}>
              <Trans>Expire</Trans>
            </th>
            <th scope="col" className={table['end']} aria-label={t`Actions`} />
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <ExportRow key={run.id} run={run} busy={stopping === run.id} onStop={() => void stop(run.id)} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

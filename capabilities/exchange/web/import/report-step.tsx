import { useState } from 'react'
import { Trans } from '@lingui/react/macro'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { exchangeOperations, type ImportRun } from '../../contract.ts'
import { CountsSum } from './counts-sum.tsx'
import { Ending } from './ending.tsx'
import { importedLink } from './imported-link.ts'
import { ProgressBar } from '#kernel/web/ui/progress-bar.tsx'
import { MadeCard } from './made-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { ReasonsTable } from './reasons-table.tsx'
import { Refusal } from './refusal.tsx'
import { RevertDialog } from './revert-dialog.tsx'
import { RevertedCard } from './reverted-card.tsx'
import { RowsCard } from './rows-card.tsx'
import { StepFrame } from './step-frame.tsx'
import { useActs } from './use-run.ts'
import { usePace } from './use-pace.ts'

/** True where the file itself was at fault: the way on is another file. */
const isFileFault = (run: ImportRun): boolean => run.failure?.code.startsWith('exchange.file.') ?? false

/** What became of the file: the sum of its rows, the reasons, the rows left out, and the way back. */
export const ReportStep = ({ run, arrived }: { run: ImportRun; arrived: boolean }) => {
  const { can } = useSession()
  const { press, busy, refusal } = useActs(run.id)
  const [reverting, setReverting] = useState(false)
  const object = useRead(exchangeOperations.listImportObjects, {}).data?.data.find((one) => one.object === run.object)
  const link = importedLink(run, object)
  const { left } = usePace(run.state === 'reverting' ? run.progress : null)
  const done = run.state === 'done'
  const otherFile = isFileFault(run)
  const resumable = run.can.resume && !otherFile
  return (
    <StepFrame
      arrived={arrived}
      title={<Ending run={run} />}
      others={
        <>
          {run.can.revert && (
            <Button kind="danger" onClick={() => setReverting(true)}>
              <Trans>Défaire l’import…</Trans>
            </Button>
          )}
          {can('import.create') && run.state !== 'reverting' && !otherFile && (
            <LinkButton to="/imports/new" search={{ object: run.object }}>
              <Trans>Importer un autre fichier</Trans>
            </LinkButton>
          )}
        </>
      }
      next={
        otherFile && can('import.create') ? (
          <LinkButton to="/imports/new" search={{ object: run.object }} kind="primary">
            <Trans>Choisir un autre fichier</Trans>
          </LinkButton>
        ) : resumable ? (
          <Button kind="primary" busy={busy === 'resumeImport'} onClick={() => void press('resumeImport')}>
            {run.started_at === null ? <Trans>Reprendre la préparation</Trans> : <Trans>Continuer l’import</Trans>}
          </Button>
        ) : (
          link && (
            <LinkButton kind="primary" to={link.to} search={link.search}>
              <Trans>Voir ce qui a été créé</Trans>
            </LinkButton>
          )
        )
      }
    >
      <Refusal problem={refusal} />
      {run.failure && <Notice tone="bad">{run.failure.message}</Notice>}
      {run.state === 'reverting' && (
        <Card>
          <ProgressBar value={run.progress} label={<Trans>Retour à l’état d’avant…</Trans>} detail={left ?? undefined} />
        </Card>
      )}
      {run.reverted && <RevertedCard reverted={run.reverted} />}
      {run.counts.rows_read > 0 && (
        <Card title={done ? undefined : <Trans>Ce que l’import avait fait</Trans>}>
          <CountsSum counts={run.counts} />
        </Card>
      )}
      {run.counts.rows_read > 0 && <MadeCard made={run.per_object} />}
      <MoneyCard money={run.money} rows={run.counts.rows_read} />
      <ReasonsTable reasons={run.reasons} />
      {run.can.see_rows && (
        <RowsCard run={run} counts={{ rejected: run.counts.rejected, skipped: run.counts.skipped, kept: run.reverted?.kept ?? 0 }} />
      )}
      {reverting && <RevertDialog run={run} onClose={() => setReverting(false)} />}
    </StepFrame>
  )
}

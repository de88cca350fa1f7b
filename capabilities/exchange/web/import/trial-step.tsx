import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import type { ImportRun } from '../../contract.ts'
import { CountsSum } from './counts-sum.tsx'
import { ProgressBar } from '#kernel/web/ui/progress-bar.tsx'
import { MadeCard } from './made-card.tsx'
import { MoneyCard } from './money-card.tsx'
import { ReasonsTable } from './reasons-table.tsx'
import { Refusal } from './refusal.tsx'
import { RowsCard } from './rows-card.tsx'
import { StepFrame } from './step-frame.tsx'
import { shareDone } from './use-import-work.ts'
import { useActs } from './use-run.ts'
import { usePace } from './use-pace.ts'

const Trying = ({ run, arrived }: { run: ImportRun; arrived: boolean }) => {
  const { t } = useLingui()
  const { share } = useFormats()
  const { press, busy, refusal } = useActs(run.id)
  const done = shareDone(run)
  const { left } = usePace(done)
  return (
    <StepFrame
      arrived={arrived}
      title={<Trans>Essai en cours</Trans>}
      intro={<Trans>Toutes les lignes sont lues, vérifiées et comparées à ce qui existe. Rien n’est enregistré.</Trans>}
      others={
        run.can.cancel && (
          <Button busy={busy === 'cancelImport'} onClick={() => void press('cancelImport')}>
            <Trans>Arrêter l’essai</Trans>
          </Button>
        )
      }
    >
      <Card>
        <ProgressBar
          value={done}
          label={run.state === 'cancelling' ? t`L’essai s’arrête…` : t`Essai de toutes les lignes…`}
          detail={
            <>
              {done !== null && <bdi>{share(Math.floor(done * 100) / 100)}</bdi>}
              {left !== null && <> · {left}</>}
            </>
          }
        />
      </Card>
      <Refusal problem={refusal} />
    </StepFrame>
  )
}

/** The trial: while it goes through the rows, then what would become of them, and why. */
export const TrialStep = ({ run, arrived }: { run: ImportRun; arrived: boolean }) => {
  const { press, busy, refusal } = useActs(run.id)
  const { trial } = run
  if (run.state !== 'checked' || trial === null) return <Trying run={run} arrived={arrived} />
  const useful = trial.created + trial.updated
  return (
    <StepFrame
      arrived={arrived}
      title={<Trans>Résultat de l’essai</Trans>}
      intro={<Trans>Rien n’a été enregistré. Voici ce que l’import ferait de chaque ligne.</Trans>}
      told={useful === 0 && <Trans>Aucune ligne ne serait importée: revoyez les réglages ou le fichier.</Trans>}
      others={
        run.can.edit && (
          <LinkButton to="." search={{ step: 'settings' }} replace>
            <Trans>Modifier les réglages</Trans>
          </LinkButton>
        )
      }
      next={
        run.can.start && (
          <Button kind="primary" busy={busy === 'startImport'} disabled={useful === 0} onClick={() => void press('startImport')}>
            <Plural value={useful} one="Importer # ligne" other="Importer # lignes" />
          </Button>
        )
      }
    >
      <Refusal problem={refusal} />
      <Card>
        <CountsSum counts={trial} trial />
      </Card>
      {trial.rejected === 0 && trial.skipped === 0 && (
        <Notice tone="good">
          <Trans>Toutes les lignes peuvent être importées.</Trans>
        </Notice>
      )}
      <MadeCard made={run.per_object} trial />
      <MoneyCard money={run.money} rows={trial.rows_read} trial />
      <ReasonsTable reasons={run.reasons} />
      {run.can.see_rows && <RowsCard run={run} counts={{ rejected: trial.rejected, skipped: trial.skipped, kept: 0 }} />}
    </StepFrame>
  )
}

import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { FileX } from 'lucide-react'
import { useAddress } from '#kernel/web/address.ts'
import { ApiProblem } from '#kernel/web/api.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { Moment } from '#kernel/web/ui/moment.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import type { ImportRun } from '../../contract.ts'
import { ReadingStep } from './reading-step.tsx'
import { ReportStep } from './report-step.tsx'
import { RunningStep } from './running-step.tsx'
import { SettingsStep } from './settings-step.tsx'
import { stepOf, type ImportStep } from './step-of.ts'
import { Steps } from './steps.tsx'
import { TrialStep } from './trial-step.tsx'
import { useFileSize } from '#kernel/web/use-file-size.ts'
import { useRun } from './use-run.ts'

const screens: Record<ImportStep, typeof RunningStep> = {
  file: ReadingStep,
  settings: SettingsStep,
  trial: TrialStep,
  run: RunningStep,
  report: ReportStep,
}

const Way = ({ run }: { run: ImportRun }) => {
  const { step: wanted } = useAddress()
  // Once the settings were in sight they stay so while the file is read again under them.
  const [read, setRead] = useState(run.state !== 'reading')
  if (!read && run.state !== 'reading') setRead(true)
  const [at, setAt] = useState<{ step: ImportStep; moved: boolean } | null>(null)
  const step = stepOf(run, { read, wanted, before: at?.step })
  if (at?.step !== step) setAt({ step, moved: at !== null })
  const Screen = screens[step]
  return (
    <>
      <Steps step={step} over={run.state === 'done'} untried={run.trial === null} />
      <Screen key={step} run={run} arrived={at?.moved ?? false} />
    </>
  )
}

/** One import, whatever its state: its settings, its trial, its course, its report. */
export const ImportPage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const size = useFileSize()
  const { data: run, error, refetch } = useRun(id)
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 400))
    return (
      <Blank
        icon={<FileX aria-hidden="true" />}
        title={<Trans>Cet import est introuvable</Trans>}
        acts={
          <LinkButton to="/imports">
            <Trans>Voir les imports</Trans>
          </LinkButton>
        }
      >
        <Trans>L’adresse est incomplète, ou cet import n’est pas de votre organisation.</Trans>
      </Blank>
    )
  return (
    <Page
      title={run?.file_name ?? t`Import`}
      heading={run && <bdi>{run.file_name}</bdi>}
      back={{ to: '/imports', label: <Trans>Imports</Trans> }}
      intro={
        run && (
          <>
            {run.object_label} · {size(run.file_bytes)} · <bdi>{run.made_by.name}</bdi>, <Moment at={run.created_at} />
          </>
        )
      }
    >
      {run ? <Way run={run} /> : error ? <Failure error={error} again={refetch} /> : <SkeletonRows rows={6} />}
    </Page>
  )
}

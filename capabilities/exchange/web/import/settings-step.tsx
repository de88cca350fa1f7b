import { Trans } from '@lingui/react/macro'
import { useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { exchangeOperations, type ImportObject, type ImportPreview, type ImportRun } from '../../contract.ts'
import { MappingCard } from './mapping-card.tsx'
import { OthersImport } from './others-import.tsx'
import { Questions } from './questions.tsx'
import { ReadingCard } from './reading-card.tsx'
import { Refusal } from './refusal.tsx'
import { RulesCard } from './rules-card.tsx'
import { SettingsNext, SettingsOthers, SettingsTold } from './settings-foot.tsx'
import { StepFrame } from './step-frame.tsx'
import { usePreview } from './use-run.ts'
import { useSettings } from './use-settings.ts'

interface PartsProps {
  readonly run: ImportRun
  readonly preview: ImportPreview
  readonly fresh: boolean
  readonly objects: readonly ImportObject[]
  readonly object: ImportObject
  readonly arrived: boolean
}

const Parts = ({ run, preview, fresh, objects, object, arrived }: PartsProps) => {
  const hand = useSettings(run, preview, fresh)
  return (
    <StepFrame
      arrived={arrived}
      title={<Trans>Réglages</Trans>}
      intro={<Trans>Vérifiez ce qui a été compris du fichier. Chaque choix est gardé aussitôt: vous pouvez revenir plus tard.</Trans>}
      told={<SettingsTold run={run} preview={preview} object={object} hand={hand} />}
      others={<SettingsOthers run={run} object={object} hand={hand} />}
      next={<SettingsNext run={run} object={object} hand={hand} />}
    >
      <Refusal problem={hand.problem} />
      <Questions run={run} hand={hand} />
      <ReadingCard run={run} preview={preview} objects={objects} object={object} hand={hand} />
      <MappingCard run={run} preview={preview} object={object} hand={hand} />
      <RulesCard object={object} hand={hand} />
    </StepFrame>
  )
}

/** The settings of an import: what was understood, which column fills which field, what becomes of the rows. */
export const SettingsStep = ({ run, arrived }: { run: ImportRun; arrived: boolean }) => {
  const preview = usePreview(run, run.can.see_rows)
  const objects = useRead(exchangeOperations.listImportObjects, {}, { enabled: run.can.see_rows })
  const object = objects.data?.data.find((one) => one.object === run.object)
  if (!run.can.see_rows) return <OthersImport run={run} arrived={arrived} />
  const error = preview.data ? null : (preview.error ?? objects.error)
  if (error) return <Failure error={error} again={() => Promise.all([preview.refetch(), objects.refetch()])} />
  if (!preview.data || !object || !objects.data) return <SkeletonRows rows={10} />
  return (
    <Parts
      run={run}
      preview={preview.data}
      fresh={!preview.isPlaceholderData && !preview.isFetching}
      objects={objects.data.data}
      object={object}
      arrived={arrived}
    />
  )
}

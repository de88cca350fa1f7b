import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { refreshObjects } from '#kernel/web/query.ts'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import type { Activity, ActivityKind } from '../contract.ts'
import type { AboutChoice } from './about-choice.ts'
import { ActivityForm } from './activity-form.tsx'

/** Writes or corrects an interaction over the page. */
export const ActivityDialog = ({
  subjectId,
  activity,
  kind,
  about,
  onClose,
}: {
  subjectId: string
  activity?: Activity
  kind?: ActivityKind
  /** What it may be about: policies, bills and claims of the record. */
  about?: readonly AboutChoice[] | undefined
  onClose: () => void
}) => {
  const { t } = useLingui()
  const client = useQueryClient()
  return (
    <Dialog title={activity ? t`Corriger l’échange` : t`Noter un échange`} onClose={onClose}>
      <ActivityForm
        subjectId={subjectId}
        activity={activity}
        kind={kind}
        about={about}
        onCancel={onClose}
        onDone={() => {
          void refreshObjects(client, ['activity'])
          toast(activity ? t`Échange corrigé` : t`Échange noté`)
          onClose()
        }}
      />
    </Dialog>
  )
}

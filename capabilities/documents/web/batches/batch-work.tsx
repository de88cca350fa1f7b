import { useCallback } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useLingui } from '@lingui/react/macro'
import { useServerEvents } from '#kernel/web/events/live-answers.ts'
import type { ServerEvent } from '#kernel/web/events/stream.ts'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { useReportWork } from '#kernel/web/ui/work-in-progress.tsx'
import { documentOperations } from '../../contract.ts'
import { useBatchWords } from './use-batch-words.ts'

const asked = { filter: JSON.stringify({ state: { in: ['waiting', 'running'] } }), limit: 20, total: 'none' } as const

/** Tells the letters that are being laid out, and says in the corner when they are ready; shows nothing itself. */
export const BatchWork = () => {
  const { t } = useLingui()
  const { can } = useSession()
  const navigate = useNavigate()
  const states = useBatchWords()
  const { data } = useRead(documentOperations.listBatches, asked, { enabled: can('document.create') })
  useReportWork(
    'letters',
    (data?.data ?? []).map((batch) => ({
      key: batch.id,
      label: batch.title,
      detail: states[batch.state],
      progress: batch.progress,
      to: `/document-batches/${batch.id}`,
    })),
  )
  const hear = useCallback(
    ({ name, subject_id: id, facts }: ServerEvent) => {
      if (name !== 'document_batch.progressed' || id === undefined) return
      const open = { label: t`Ouvrir`, run: () => navigate({ to: `/document-batches/${id}` }) }
      if (facts?.['state'] === 'done') toast(t`Vos courriers sont prêts à imprimer`, { act: open })
      if (facts?.['state'] === 'failed') toast(t`La mise en page des courriers s’est arrêtée`, { tone: 'bad', act: open })
    },
    [t, navigate],
  )
  useServerEvents(hear)
  return null
}

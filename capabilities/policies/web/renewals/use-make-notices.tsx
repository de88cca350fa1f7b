import { plural } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { call } from '#kernel/web/api.ts'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { renewalOperations } from '../../renewal-contract.ts'

/** Asks for notices and says where they are printed; the list follows by itself as they are written. */
export const useMakeNotices = () => {
  const navigate = useNavigate()
  return async (which: { ids?: string[]; filter?: string }, language: 'fr' | 'ar' | undefined): Promise<void> => {
    const { wanted, left, batch_id } = await call(renewalOperations.makeNotices, { ...which, ...(language && { language }) })
    const said = plural(wanted, { one: '# avis en préparation', other: '# avis en préparation' })
    const rest = left === 0 ? '' : ` · ${plural(left, { one: '# police reste à faire', other: '# polices restent à faire' })}`
    toast(said + rest, {
      act:
        batch_id === null
          ? undefined
          : { label: <Trans>Suivre</Trans>, run: () => void navigate({ to: `/document-batches/${batch_id}` as '.' }) },
    })
  }
}

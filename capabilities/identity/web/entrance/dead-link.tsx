import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Unlink } from 'lucide-react'
import { EntranceHead } from './entrance-head.tsx'

/** A link that was used, replaced or came too late: what happened, and the way to another. */
export const DeadLink = ({ sentence, children }: { sentence?: string | null | undefined; children: ReactNode }) => {
  const { t } = useLingui()
  return (
    <>
      <EntranceHead title={t`Ce lien ne fonctionne plus`} icon={<Unlink aria-hidden="true" />} tone="bad">
        {sentence || <Trans>Il a déjà servi, ou il a expiré, ou l’adresse est incomplète.</Trans>}
      </EntranceHead>
      {children}
    </>
  )
}

import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '#kernel/web/ui/button.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import type { ListWords } from './definition.ts'
import type { RowStore } from './row-store.ts'

/** How many there are and of what; past ten thousand, «plus de 10 000», with the exact number for whoever wants it. */
export const Count = ({ store, words }: { store: RowStore<{ readonly id: string }>; words: ListWords }) => {
  const { t } = useLingui()
  const [asking, setAsking] = useState(false)
  if (store.total === undefined) return null
  if (store.total !== null) return <span aria-live="polite">{words.count(store.total)}</span>
  const ask = () => {
    setAsking(true)
    store
      .countExactly()
      .catch(() => toast(t`Le compte n’a pas abouti. Réessayez.`, { tone: 'bad' }))
      .finally(() => setAsking(false))
  }
  return (
    <>
      {words.beyondCount} ·{' '}
      <Button kind="link" busy={asking} onClick={ask}>
        <Trans>compter exactement</Trans>
      </Button>
    </>
  )
}

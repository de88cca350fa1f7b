import { useCallback } from 'react'
import { useLingui } from '@lingui/react'
import type { Sentence } from '#kernel/shared/problem.ts'

/** Says a sentence of the shared rules (`identifiers.ts`, `rules.ts`) in the reader's language. */
export const useSentence = (): ((sentence: Sentence) => string) => {
  const { i18n } = useLingui()
  return useCallback(({ id, message, values }) => i18n._({ id, message, ...(values && { values }) }), [i18n])
}

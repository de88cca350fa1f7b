import { useCallback } from 'react'
import { useFormats } from '#kernel/web/formats.ts'
import { useLingui } from '@lingui/react/macro'

/** Says a number of bytes as people do: `3,0 Mo`, `420 Ko`. */
export const useFileSize = (): ((bytes: number) => string) => {
  const { t, i18n } = useLingui()
  const { count } = useFormats()
  return useCallback(
    (bytes) => {
      if (bytes < 1000) return t`${count(bytes)} octets`
      if (bytes < 1_000_000) return t`${count(Math.round(bytes / 1000))} Ko`
      return t`${i18n.number(bytes / 1_000_000, { maximumFractionDigits: 1 })} Mo`
    },
    [t, i18n, count],
  )
}

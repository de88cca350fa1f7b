import { useCallback } from 'react'
import { useFormats } from '#kernel/web/formats.ts'
import { useLingui } from '@lingui/react/macro'

// As the system's own windows count them.
const kilo = 1024

/** Says a number of bytes as people do: `3,0 Mo`, `420 Ko`. */
export const useFileSize = (): ((bytes: number) => string) => {
  const { t, i18n } = useLingui()
  const { count } = useFormats()
  return useCallback(
    (bytes) => {
      if (bytes < kilo) return t`${count(bytes)} octets`
      if (bytes < kilo * kilo) return t`${count(Math.round(bytes / kilo))} Ko`
      return t`${i18n.number(bytes / kilo / kilo, { maximumFractionDigits: 1 })} Mo`
    },
    [t, i18n, count],
  )
}

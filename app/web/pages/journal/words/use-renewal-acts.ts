import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** What was done with renewals, in words, by the name of the operation. */
export const useRenewalActs = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(() => {
    const said = {
      'renewal.make_notices': t`Avis d’échéance demandés`,
      'renewal.write_notices': t`Avis d’échéance établis`,
    }
    return said
  }, [t])
}

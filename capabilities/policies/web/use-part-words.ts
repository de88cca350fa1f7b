import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { PremiumParts } from '../fields.ts'

/** What the parts of a premium are called. */
export const usePartWords = (): Readonly<Record<keyof PremiumParts, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      net_premium_centimes: t`Prime nette`,
      fee_centimes: t`Coût de police`,
      vat_centimes: t`TVA`,
      fga_centimes: t`Fonds de garantie automobile`,
      stamp_centimes: t`Timbre de dimension`,
      graded_stamp_centimes: t`Timbre gradué`,
      vehicle_tax_centimes: t`Taxe sur les véhicules`,
    }),
    [t],
  )
}

import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { PriceObstacle } from '../../cannot-price.ts'

/** Why a premium cannot be reckoned, and what would help; `guarantee` is its name. */
export const useObstacleWords = (): ((code: PriceObstacle, guarantee: string) => string) => {
  const { t } = useLingui()
  return useMemo(
    () => (code, guarantee) => {
      switch (code) {
        case 'unknown_guarantee':
          return t`Ce produit n’a pas la garantie ${guarantee}.`
        case 'no_rate':
          return t`Aucun tarif n’est en vigueur à cette date pour la garantie ${guarantee}.`
        case 'entry_missing':
          return t`Indiquez la prime de la garantie ${guarantee}.`
        case 'unknown_offer':
          return t`Choisissez l’une des offres de la garantie ${guarantee}.`
        case 'value_missing':
          return t`Indiquez la valeur de ce qui est assuré.`
        case 'limit_missing':
          return t`Indiquez le capital de la garantie ${guarantee}.`
        case 'not_in_grid':
          return t`Le barème ne tarife pas ce genre ou cet usage: indiquez la prime de la garantie ${guarantee}.`
        case 'wrong_object':
          return t`La garantie ${guarantee} ne s’applique pas à ce qui est assuré.`
        case 'duration_not_offered':
          return t`Ce produit n’est pas proposé pour cette durée.`
        case 'too_many_rooms':
          return t`Le tarif ne prévoit pas autant de pièces.`
        case 'contents_out_of_range':
          return t`La valeur du contenu sort des limites du tarif.`
        case 'band_missing':
          return t`Le tarif de la garantie ${guarantee} ne va pas jusqu’à cette valeur.`
      }
    },
    [t],
  )
}

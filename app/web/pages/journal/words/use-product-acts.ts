import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'

/** What was done with products and the parameters of law and market, in words, by the name of the operation. */
export const useProductActs = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      'catalogue.seed': t`Catalogue des produits mis en place`,
      'product.create': t`Produit créé`,
      'product.update': t`Produit modifié`,
      'product.set_guarantee': t`Garantie d’un produit modifiée`,
      'product.remove_guarantee': t`Garantie retirée d’un produit`,
      'product.set_formula': t`Formule d’un produit modifiée`,
      'product.add_rate': t`Tarif ajouté`,
      'product.remove_rate': t`Tarif à venir retiré`,
      'parameter.add_value': t`Paramètre modifié à partir d’une date`,
      'parameter.remove_value': t`Valeur à venir d’un paramètre retirée`,
    }),
    [t],
  )
}

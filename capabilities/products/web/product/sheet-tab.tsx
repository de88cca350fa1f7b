import { Trans, useLingui } from '@lingui/react/macro'
import { Card } from '#kernel/web/ui/card.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import type { Product } from '../../contract.ts'
import { useProductWords } from '../use-product-words.ts'

/** «Fiche»: what a product is, for whom, how long, by whom it is carried. */
export const SheetTab = ({ product }: { product: Product }) => {
  const { t } = useLingui()
  const words = useProductWords()
  const facts: ReadonlyArray<{ key: string; name: string; value: string | null }> = [
    { key: 'code', name: t`Code`, value: product.code },
    { key: 'name', name: t`Nom`, value: product.name },
    { key: 'name_ar', name: t`Nom en arabe`, value: product.name_ar },
    { key: 'branch', name: t`Branche`, value: `${product.branch} · ${words.branch[product.branch]}` },
    { key: 'category', name: t`Catégorie comptable`, value: product.category },
    { key: 'object', name: t`Assure`, value: words.object[product.object_kind] },
    { key: 'tariff', name: t`Mode de calcul`, value: words.tariff[product.tariff] },
    { key: 'compulsory', name: t`Assurance obligatoire`, value: product.compulsory ? t`Oui` : t`Non` },
    { key: 'clientele', name: t`Clientèle`, value: words.clientele[product.clientele] },
    { key: 'durations', name: t`Durées proposées`, value: product.durations.map(words.duration).join(', ') },
    { key: 'renewal', name: t`Renouvellement`, value: words.renewal[product.renewal] },
    {
      key: 'carrier',
      name: t`Porteur du risque`,
      value: product.carrier === 'partner' && product.partner_name ? product.partner_name : words.carrier[product.carrier],
    },
    { key: 'cash', name: t`Espèces`, value: words.cash[product.cash_rule] },
    { key: 'active', name: t`En vente`, value: product.active ? t`Oui` : t`Non` },
    { key: 'description', name: t`Description`, value: product.description },
  ]
  return (
    <Card title={<Trans>Fiche du produit</Trans>}>
      <KeyValues facts={facts.map(({ value, ...fact }) => ({ ...fact, value: value === null ? null : <bdi>{value}</bdi> }))} />
    </Card>
  )
}

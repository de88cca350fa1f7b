import { useLingui } from '@lingui/react/macro'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { productOperations } from '#capabilities/products/contract.ts'

const most = 200

/** The product of policies whose rows name none; without a choice they say that it was not told. */
export const ProductChoice = ({ value, onChange }: { value: string | null; onChange: (product: string | null) => void }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const { data } = useRead(productOperations.listProducts, { limit: most }, { enabled: can('product.view') })
  return (
    <SelectField
      label={t`Produit`}
      hint={t`Pour les polices qui n’en nomment pas.`}
      value={value ?? ''}
      none={t`Non précisé`}
      options={(data?.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(event) => onChange(event.target.value || null)}
    />
  )
}

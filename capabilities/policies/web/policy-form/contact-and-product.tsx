import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { useRead } from '#kernel/web/query.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { useProductWords } from '#capabilities/products/web/index.ts'
import { contactSource } from '../contact-source.ts'
import type { PolicyFormValues } from './policy-values.ts'

/** Products that are sold, by name, each with its branch. */
const useSoldProducts = () => {
  const { branch, nameOf } = useProductWords()
  const { data } = useRead(productOperations.listProducts, { filter: JSON.stringify({ active: true }), limit: 200, total: 'none' })
  return (data?.data ?? []).map((product) => ({ value: product.id, label: nameOf(product), detail: branch[product.branch] }))
}

/** Who insures, and which product: the rest of the form follows from it. */
export const ContactAndProduct = ({
  form,
  given,
  onProduct,
}: {
  form: Form<PolicyFormValues>
  /** The customer for whom the form was opened. */
  given: { readonly id: string; readonly name: string; readonly code: string } | null
  onProduct: (id: string) => void
}) => {
  const { t } = useLingui()
  const options = useSoldProducts()
  return (
    <>
      {given ? (
        <p>
          <Trans>
            Pour{' '}
            <Link to={`/contacts/${given.id}` as '.'}>
              <bdi>{given.name}</bdi>
            </Link>{' '}
            <bdi dir="ltr">{given.code}</bdi>
          </Trans>
        </p>
      ) : (
        <PickField
          name="contact_id"
          label={t`Client (souscripteur)`}
          error={form.errors.contact_id}
          source={contactSource}
          value={form.values.contact_id || null}
          shown={form.values.contact_name || null}
          placeholder={t`Nom, code ou téléphone…`}
          onChange={(value, choice) => {
            form.set('contact_id', value ?? '')
            form.set('contact_name', choice?.label ?? '')
          }}
        />
      )}
      <PickField
        name="product_id"
        label={t`Produit`}
        error={form.errors.product_id}
        source={{ options }}
        value={form.values.product_id || null}
        placeholder={t`Automobile, habitation, Cat-Nat…`}
        onChange={(value) => value !== null && onProduct(value)}
      />
    </>
  )
}

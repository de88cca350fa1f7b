import { useRef, useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useAddress } from '#kernel/web/address.ts'
import { call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { keyOf, readOf, refreshObjects, useRead } from '#kernel/web/query.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { policyOperations, type Policy } from '../../contract.ts'
import { ContactAndProduct } from './contact-and-product.tsx'
import { PolicyForm, SendButton } from './policy-form.tsx'
import { newValues, termsOf, withProduct, type PolicyFormValues } from './policy-values.ts'
import { usePolicyRules } from './use-policy-rules.ts'

/** «Nouvelle police»: issued at once, or kept as a project. What is typed stays in this tab until it is sent. */
export const NewPolicyPage = () => {
  const { t } = useLingui()
  const me = useMe()
  const { today } = useFormats()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { contact: contactId = '' } = useAddress()
  const { data: contact, error } = useRead(customerOperations.getContact, { id: contactId }, { enabled: contactId !== '' })
  const [initial] = useState(() => newValues({ contact_id: contactId, agency_id: me.agency.id, owner_id: me.id, today: today() }))
  const asDraft = useRef(false)
  const [sent, setSent] = useState(false)
  const rules = usePolicyRules(() => asDraft.current)
  const form = useForm<PolicyFormValues, Policy>({
    initial,
    rules,
    draft: `policy:new:${contactId}`,
    secret: ['bank_account'],
    send: (values, options) =>
      call(
        policyOperations.createPolicy,
        {
          contact_id: values.contact_id,
          product_id: values.product_id,
          ...(values.agency_id !== '' && { agency_id: values.agency_id }),
          owner_id: values.owner_id === '' ? null : values.owner_id,
          intermediary: values.intermediary || null,
          remarks: values.remarks || null,
          ...termsOf(values),
          issue: !asDraft.current,
          cover_agreed: values.cover_agreed,
          existing_number: values.existing_number.trim() || null,
        },
        options,
      ),
    done: (policy) => {
      client.setQueryData(keyOf(policyOperations.getPolicy, { id: policy.id }), policy)
      void refreshObjects(client, ['policy', 'receivable', 'profile', 'contact', 'renewal'])
      toast(policy.status === 'draft' ? t`Projet enregistré: ${policy.number}` : t`Police émise: ${policy.number}`)
      return navigate({ to: `/policies/${policy.id}` as '.', replace: true })
    },
  })
  const { data: product } = useRead(
    productOperations.getProduct,
    { id: form.values.product_id },
    { enabled: form.values.product_id !== '', keepPrevious: true },
  )
  const wilaya = contact?.wilaya ?? me.agency.number.slice(0, 2)
  const choose = async (id: string) => {
    form.set('product_id', id)
    const chosen = await client.fetchQuery(readOf(productOperations.getProduct, { id }))
    const next = withProduct({ ...form.values, product_id: id }, chosen, wilaya)
    for (const field of ['formula_id', 'guarantees', 'objects', 'duration_code', 'periodicity'] as const) form.set(field, next[field])
  }
  const send = (draft: boolean) => {
    asDraft.current = draft
    setSent(true)
    form.submit()
  }
  if (error && !contact) return <Failure error={error} />
  return (
    <Page
      title={t`Nouvelle police`}
      intro={<Trans>La prime se calcule au fil de la saisie, au tarif du jour d’effet.</Trans>}
      back={
        contact ? { to: `/contacts/${contact.id}`, label: <bdi>{contact.name}</bdi> } : { to: '/policies', label: <Trans>Polices</Trans> }
      }
    >
      <PolicyForm
        form={{
          ...form,
          submit: (event) => {
            event?.preventDefault()
            send(false)
          },
        }}
        initial={initial}
        product={product?.id === form.values.product_id ? product : undefined}
        wilaya={wilaya}
        placed={{ agency: me.agency.name, owner: me.name }}
        cancelTo={contactId === '' ? '/policies' : `/contacts/${contactId}`}
        sent={sent}
        head={
          <ContactAndProduct
            form={form}
            given={contact ? { id: contact.id, name: contact.name, code: contact.code } : null}
            onProduct={(id) => void choose(id)}
          />
        }
        acts={
          <>
            {form.values.existing_number === '' && (
              <Button disabled={form.busy} onClick={() => send(true)}>
                <Trans>Enregistrer le projet</Trans>
              </Button>
            )}
            <SendButton form={form}>
              {form.values.existing_number === '' ? <Trans>Émettre</Trans> : <Trans>Reprendre le contrat</Trans>}
            </SendButton>
          </>
        }
      />
    </Page>
  )
}

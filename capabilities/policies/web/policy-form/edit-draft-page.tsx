import { useState } from 'react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRead } from '#kernel/web/query.ts'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { productOperations } from '#capabilities/products/contract.ts'
import { useProductWords } from '#capabilities/products/web/index.ts'
import { policyOperations, type Policy } from '../../contract.ts'
import { usePolicyMove } from '../moves/use-policy-move.ts'
import { HolderLink } from '../policy/policy-warnings.tsx'
import { PolicyForm, SendButton } from './policy-form.tsx'
import { termsOf, valuesOfPolicy, type PolicyFormValues } from './policy-values.ts'
import { usePolicyRules } from './use-policy-rules.ts'

const always = () => true

const EditDraft = ({ policy }: { policy: Policy }) => {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { nameOf } = useProductWords()
  const move = usePolicyMove(policy)
  const [initial] = useState(() => valuesOfPolicy(policy))
  const { data: product } = useRead(productOperations.getProduct, { id: policy.product_id })
  const form = useForm<PolicyFormValues, Policy>({
    initial,
    rules: usePolicyRules(always),
    draft: `policy:${policy.id}:${policy.version}`,
    secret: ['bank_account'],
    send: (values, options) =>
      move.send(() =>
        call(
          policyOperations.editDraft,
          {
            ...termsOf(values),
            id: policy.id,
            version: policy.version,
            intermediary: values.intermediary || null,
            remarks: values.remarks || null,
          },
          options,
        ),
      ),
    done: (now) => {
      move.done(now, t`Projet enregistré`)
      return navigate({ to: `/policies/${policy.id}` as '.', replace: true })
    },
  })
  return (
    <Page
      title={t`Modifier le projet ${policy.number}`}
      back={{ to: `/policies/${policy.id}`, label: <bdi dir="ltr">{policy.number}</bdi> }}
    >
      <PolicyForm
        form={form}
        initial={initial}
        product={product}
        policyId={policy.id}
        wilaya={policy.objects[0]?.wilaya ?? null}
        cancelTo={`/policies/${policy.id}`}
        sent={false}
        head={
          <p>
            <Trans>
              Pour <HolderLink policy={policy} />
            </Trans>{' '}
            · <bdi>{nameOf({ name: policy.product_name, name_ar: policy.product_name_ar })}</bdi>
          </p>
        }
        acts={
          <SendButton form={form}>
            <Trans>Enregistrer le projet</Trans>
          </SendButton>
        }
      />
    </Page>
  )
}

/** A project is filled in again; once issued it changes only by amendment. */
export const EditDraftPage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: policy, error, refetch } = useRead(policyOperations.getPolicy, { id })
  if (error && !policy) return <Failure error={error} again={() => refetch()} />
  if (!policy) return <SkeletonRows rows={8} />
  if (policy.status !== 'draft')
    return (
      <Page title={policy.number} back={{ to: `/policies/${id}`, label: t`Polices` }}>
        <Blank title={t`Cette police est émise: elle ne change plus que par avenant.`} />
      </Page>
    )
  return <EditDraft policy={policy} />
}

import { useEffect, useMemo, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { call } from '#kernel/web/api.ts'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import type { ChoiceSearch } from '#kernel/web/forms/use-choices.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { useRead } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { PolicyState } from '#capabilities/policies/web/index.ts'
import { policyOperations } from '#capabilities/policies/contract.ts'
import { useClaimProduct } from '../use-claim-product.ts'
import classes from './declare.module.css'

const found = 20
const mostOfContact = 50

const search: ChoiceSearch = async (text, signal) => {
  const q = text.trim()
  const page = await call(policyOperations.listPolicies, { ...(q !== '' && { q }), limit: found, total: 'none' }, { signal })
  return page.data.map((row) => ({
    value: row.id,
    label: `${row.number} · ${row.contact_name}`,
    detail: row.insured_label ?? row.product_name,
  }))
}

interface PolicyChoiceProps {
  readonly value: string
  readonly shown: string | null
  readonly contactId: string | undefined
  readonly error: string | undefined
  readonly onChange: (id: string) => void
}

/** The policy: one of the customer's, by a press; or any, by number, plate or name. */
export const PolicyChoice = ({ value, shown, contactId, error, onChange }: PolicyChoiceProps) => {
  const { t } = useLingui()
  const [anyPolicy, setAny] = useState(false)
  if (contactId !== undefined && !anyPolicy)
    return <OfContact contactId={contactId} value={value} error={error} onChange={onChange} onOther={() => setAny(true)} />
  return (
    <PickField
      label={t`Police`}
      source={{ search }}
      value={value === '' ? null : value}
      shown={shown}
      placeholder={t`Numéro, plaque ou nom du client…`}
      error={error}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}

const OfContact = ({
  contactId,
  value,
  error,
  onChange,
  onOther,
}: Omit<PolicyChoiceProps, 'contactId' | 'shown'> & { contactId: string; onOther: () => void }) => {
  const { t } = useLingui()
  const { day } = useFormats()
  const { productOf } = useClaimProduct()
  const request = useMemo(
    () => ({ filter: JSON.stringify({ contact_id: contactId }), limit: mostOfContact, total: 'none' as const }),
    [contactId],
  )
  const { data } = useRead(policyOperations.listPolicies, request)
  const [only, ...others] = data?.data ?? []
  useEffect(() => {
    // The one policy that a customer has is meant.
    if (only && others.length === 0 && value === '') onChange(only.id)
  })
  if (!data) return <SkeletonRows rows={2} />
  return (
    <fieldset className={classes['choice']} data-wrong={error === undefined ? undefined : ''}>
      <legend>{t`Police`}</legend>
      {data.data.map((row) => (
        <label key={row.id}>
          <input type="radio" name="policy" checked={row.id === value} onChange={() => onChange(row.id)} />
          <span>
            <b>
              <bdi>{row.insured_label ?? productOf(row)}</bdi>
            </b>
            <small>
              <bdi dir="ltr">{row.number}</bdi> · <bdi>{productOf(row)}</bdi> ·{' '}
              <Trans>
                du {day(row.effective_date)} au {day(row.expiry_date)}
              </Trans>
            </small>
          </span>
          <PolicyState status={row.status} />
        </label>
      ))}
      {data.data.length === 0 && (
        <p className={classes['hint']}>
          <Trans>Ce client n’a pas de police.</Trans>
        </p>
      )}
      {error !== undefined && <p className={classes['wrong']}>{error}</p>}
      <Button kind="link" onClick={onOther}>
        <Trans>Une autre police</Trans>
      </Button>
    </fieldset>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import { isDay } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { FieldChange, Policy } from '../../contract.ts'
import { objectFields } from '../objects/object-fields.ts'
import { ObjectValue } from '../objects/object-value.tsx'
import { useObjectWords } from '../objects/use-object-words.ts'
import { usePolicyWords } from '../use-policy-words.ts'
import classes from './policy.module.css'

type Named = Pick<Policy, 'guarantees' | 'object_kind'>

const absent = (value: unknown): boolean => value === null || value === undefined || value === ''

/** One value of a change, in words. */
const ChangeValue = ({ field, value, of }: { field: string; value: unknown; of: Named }) => {
  const formats = useFormats()
  const words = usePolicyWords()
  if (absent(value)) return <span className={classes['none']}>–</span>
  if (field.startsWith('guarantee.')) {
    const { limit_centimes: limit } = value as { limit_centimes?: number | null }
    return limit === null || limit === undefined ? (
      <Trans>acquise</Trans>
    ) : (
      <Trans>
        capital <bdi dir="ltr">{formats.amount(limit, { decimals: 'needed' })}</bdi>
      </Trans>
    )
  }
  const known = objectFields[of.object_kind].find(({ path }) => path === field)
  if (known) return <ObjectValue field={known} value={value} wilaya={null} />
  if (field === 'payment_mode') return words.paymentMode[value as keyof typeof words.paymentMode] ?? (value as string)
  if (field === 'discount_rate') return formats.share(Number(value) / 10_000)
  if (field.endsWith('_centimes')) return <bdi dir="ltr">{formats.amount(Number(value))}</bdi>
  if (typeof value === 'string') return <bdi>{isDay(value) ? formats.day(value) : value}</bdi>
  return <bdi>{typeof value === 'object' ? JSON.stringify(value) : String(value as number | boolean)}</bdi>
}

/** What an amendment changed, field by field: before, then after. */
export const ChangeLines = ({ changes, of }: { changes: readonly FieldChange[]; of: Named }) => {
  const { t } = useLingui()
  const objects = useObjectWords()
  const own: Readonly<Record<string, string>> = {
    formula_id: t`Formule`,
    discount_rate: t`Réduction`,
    contact_id: t`Souscripteur`,
    expiry_date: t`Échéance`,
    total_premium_centimes: t`Prime TTC`,
    payment_mode: t`Mode de paiement`,
    bank_account: t`Domiciliation`,
    objects: t`Objet assuré`,
  }
  const labelOf = (field: string): string => {
    if (!field.startsWith('guarantee.')) return own[field] ?? objects.label[field] ?? field
    const code = field.slice(10)
    return of.guarantees.find((guarantee) => guarantee.code === code)?.name ?? t`Garantie ${code}`
  }
  const shown = changes.filter(({ field }) => field !== 'formula_id')
  if (shown.length === 0) return null
  return (
    <dl className={classes['changes']}>
      {shown.map(({ field, before, after }) => (
        <div key={field + JSON.stringify(before) + JSON.stringify(after)}>
          <dt>{labelOf(field)}</dt>
          <dd>
            <span className={classes['before']}>
              <ChangeValue field={field} value={before} of={of} />
            </span>
            <ArrowRight aria-hidden="true" />
            <span>{absent(after) ? <Trans>retiré</Trans> : <ChangeValue field={field} value={after} of={of} />}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

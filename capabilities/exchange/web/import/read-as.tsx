import { Trans } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import type { ImportObject, ImportPreview } from '../../contract.ts'
import classes from './mapping.module.css'

type Reading = NonNullable<ImportPreview['columns'][number]['readings']>[number]

/** What a sample becomes in its field, where that is not the sample itself: a day, an amount, a choice, a refusal. */
export const ReadAs = ({ reading, sample, field }: { reading: Reading; sample: string; field: ImportObject['fields'][number] }) => {
  const { day, instant, amount, count } = useFormats()
  const { value, problem } = reading
  if (problem !== null) return <span className={classes['problem']}>{problem}</span>
  const shown =
    value === null ? (
      <Trans>vide</Trans>
    ) : field.kind === 'day' && typeof value === 'string' ? (
      day(value, 'long')
    ) : field.kind === 'instant' && typeof value === 'string' ? (
      instant(value)
    ) : field.kind === 'money' && typeof value === 'number' ? (
      amount(value)
    ) : typeof value === 'number' ? (
      count(value)
    ) : typeof value === 'boolean' ? (
      value ? (
        <Trans>oui</Trans>
      ) : (
        <Trans>non</Trans>
      )
    ) : (
      (field.choices.find((choice) => choice.value === value)?.label ?? value)
    )
  if (shown === sample.trim()) return null
  return (
    <span className={classes['read']}>
      <ArrowRight aria-hidden="true" />
      <bdi>{shown}</bdi>
    </span>
  )
}

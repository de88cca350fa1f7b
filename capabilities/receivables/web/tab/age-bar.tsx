import { useLingui } from '@lingui/react/macro'
import { joined } from '#kernel/web/ui/joined.ts'
import type { Ageing } from '../../rows.ts'
import { Amount } from '../amount.tsx'
import { useReceivableWords } from '../use-receivable-words.ts'
import classes from '../receivables.module.css'

/** What is due by age: one bar, its parts as long as their amounts, and each amount in words. */
export const AgeBar = ({ buckets }: { buckets: Ageing }) => {
  const { t } = useLingui()
  const words = useReceivableWords()
  const present = buckets.filter((one) => one.amount_centimes > 0)
  const total = present.reduce((sum, one) => sum + one.amount_centimes, 0)
  if (total === 0) return null
  return (
    <div className={classes['ages']}>
      <div className={classes['bar']} aria-hidden="true">
        {present.map((one) => (
          <i key={one.bucket} className={classes[one.bucket]} style={{ flexGrow: one.amount_centimes / total }} />
        ))}
      </div>
      <ul className={classes['legend']} aria-label={t`Ancienneté de ce qui est dû`}>
        {present.map((one) => (
          <li key={one.bucket}>
            <i className={joined(classes[one.bucket])} aria-hidden="true" />
            <span>{words.bucket[one.bucket]}</span>
            <Amount centimes={one.amount_centimes} />
          </li>
        ))}
      </ul>
    </div>
  )
}

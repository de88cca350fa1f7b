import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { partNames, type PremiumParts } from '../../fields.ts'
import { usePartWords } from '../use-part-words.ts'
import classes from './moves.module.css'

/** What a move asks or gives back, part by part. */
export const MoneyParts = ({ parts, total }: { parts: PremiumParts; total: number }) => {
  const { amount } = useFormats()
  const words = usePartWords()
  return (
    <dl className={classes['money']}>
      {partNames
        .filter((part) => parts[part] !== 0)
        .map((part) => (
          <div key={part}>
            <dt>{words[part]}</dt>
            <dd>
              <bdi dir="ltr">{amount(parts[part])}</bdi>
            </dd>
          </div>
        ))}
      <div>
        <dt>
          {total < 0 ? <Trans>À rendre au client</Trans> : total > 0 ? <Trans>À payer</Trans> : <Trans>Sans incidence sur la prime</Trans>}
        </dt>
        <dd>
          <bdi dir="ltr">{amount(Math.abs(total))}</bdi>
        </dd>
      </div>
    </dl>
  )
}

import type { CSSProperties } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import type { ImportCounts } from '../../contract.ts'
import classes from './counts-sum.module.css'

const parts = ['created', 'updated', 'skipped', 'rejected'] as const

/** What became of the rows, shown as the sum that it is: read = created + updated + skipped + rejected. */
export const CountsSum = ({ counts, trial = false }: { counts: ImportCounts; trial?: boolean }) => {
  const { t } = useLingui()
  const { count } = useFormats()
  const words = trial
    ? { created: t`à créer`, updated: t`à modifier`, skipped: t`ignorées`, rejected: t`refusées` }
    : { created: t`créées`, updated: t`modifiées`, skipped: t`ignorées`, rejected: t`refusées` }
  return (
    <div className={classes['sum']}>
      <dl>
        <div className={classes['read']}>
          <dt>
            <Trans>lignes lues</Trans>
          </dt>
          <dd>
            <bdi>{count(counts.rows_read)}</bdi>
          </dd>
        </div>
        {parts.map((part, at) => (
          <div key={part} data-part={part} data-none={counts[part] === 0 ? '' : undefined}>
            <span aria-hidden="true" className={classes['sign']}>
              {at === 0 ? '=' : '+'}
            </span>
            <dt>{words[part]}</dt>
            <dd>
              <bdi>{count(counts[part])}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {counts.rows_read > 0 && (
        <div aria-hidden="true" className={classes['bar']}>
          {parts.map((part) => counts[part] > 0 && <i key={part} data-part={part} style={{ '--share': counts[part] } as CSSProperties} />)}
        </div>
      )}
    </div>
  )
}

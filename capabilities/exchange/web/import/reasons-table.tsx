import { useId } from 'react'
import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type { ReasonCount } from '../../contract.ts'
import { useImportWords } from './use-import-words.ts'
import classes from './reasons.module.css'

const tones: Readonly<Record<ReasonCount['outcome'], Tone>> = { rejected: 'bad', skipped: 'neutral', flagged: 'warn', kept: 'info' }
const order: readonly ReasonCount['outcome'][] = ['rejected', 'skipped', 'flagged', 'kept']

/** Why rows were left out, or taken with a doubt: one line per reason, most frequent first, with values that show it. */
export const ReasonsTable = ({ reasons }: { reasons: readonly ReasonCount[] }) => {
  const { count } = useFormats()
  const { outcomes } = useImportWords()
  const heading = useId()
  if (reasons.length === 0) return null
  const sorted = reasons.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || b.count - a.count)
  return (
    <Card flush title={<span id={heading}>{<Trans>Motifs</Trans>}</span>}>
      <table className={classes['reasons']} aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Résultat</Trans>
            </th>
            <th scope="col">
              <Trans>Motif</Trans>
            </th>
            <th scope="col">
              <Trans>Exemples</Trans>
            </th>
            <th scope="col">
              <Trans>Lignes</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((reason, at) => (
            <tr key={`${reason.outcome}/${reason.code}/${reason.field}/${at}`}>
              <td>
                <Chip tone={tones[reason.outcome]}>{outcomes[reason.outcome]}</Chip>
              </td>
              <td>
                {reason.message}
                {reason.column !== null && (
                  <small>
                    <Trans>
                      colonne <bdi>{reason.column}</bdi>
                    </Trans>
                  </small>
                )}
                {reason.column === null && reason.field !== null && <small>{reason.field}</small>}
              </td>
              <td className={classes['examples']}>
                {reason.examples.map((example) => (
                  <code key={example}>
                    <bdi>{example}</bdi>
                  </code>
                ))}
              </td>
              <td className={classes['count']}>
                <bdi>{count(reason.count)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import type { IndemnityLine } from '../../indemnity.ts'
import { useClaimWords } from '../use-claim-words.ts'
import classes from './claim.module.css'

/** The computation of the indemnity, line by line, the sum last. */
export const IndemnityLines = ({ lines }: { lines: readonly IndemnityLine[] }) => {
  const words = useClaimWords()
  const { amount, share } = useFormats()
  return (
    <table className={classes['sum']}>
      <caption className={classes['unseen']}>
        <Trans>Calcul de l’indemnité</Trans>
      </caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.code} data-total={line.code === 'indemnity' ? '' : undefined}>
            <th scope="row">
              {words.line[line.code]}
              {line.rate !== null && <> {share(line.rate / 100)}</>}
            </th>
            <td>
              <bdi dir="ltr">{amount(line.amount_centimes)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

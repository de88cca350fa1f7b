import { useId } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import type { ImportMoney, ImportRun } from '../../contract.ts'
import classes from './money.module.css'

const Figures = ({ of }: { of: ImportMoney }) => {
  const { amount } = useFormats()
  return (
    <>
      {([of.read_centimes, of.imported_centimes, of.skipped_centimes, of.rejected_centimes] as const).map((centimes, at) => (
        <td key={at} data-none={centimes === 0 ? '' : undefined}>
          <bdi>{amount(centimes)}</bdi>
        </td>
      ))}
    </>
  )
}

/** Where the money of the file went, kind by kind: what was read is what is imported, skipped and refused, to the centime. */
export const MoneyCard = ({ money, rows, trial = false }: { money: ImportRun['money']; rows: number; trial?: boolean }) => {
  const heading = useId()
  if (money === null || money.total.rows === 0) return null
  const without = rows - money.total.rows
  return (
    <Card flush title={<span id={heading}>{<Trans>Les montants, au centime près</Trans>}</span>}>
      <table className={classes['money']} aria-labelledby={heading}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Nature</Trans>
            </th>
            <th scope="col">
              <Trans>Lus</Trans>
            </th>
            <th scope="col">{trial ? <Trans>= à importer</Trans> : <Trans>= importés</Trans>}</th>
            <th scope="col">
              <Trans>+ ignorés</Trans>
            </th>
            <th scope="col">
              <Trans>+ refusés</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {money.kinds.map((kind) => (
            <tr key={kind.kind}>
              <th scope="row">
                {kind.label}
                <small>
                  <Plural value={kind.rows} one="# ligne" other="# lignes" />
                </small>
              </th>
              <Figures of={kind} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <Trans>Total</Trans>
              <small>
                <Plural value={money.total.rows} one="# ligne" other="# lignes" />
              </small>
            </th>
            <Figures of={money.total} />
          </tr>
        </tfoot>
      </table>
      {without > 0 && (
        <p className={classes['without']}>
          <Plural value={without} one="# ligne ne porte aucun montant lisible." other="# lignes ne portent aucun montant lisible." />
        </p>
      )}
    </Card>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import type { ImportObject, ImportPreview } from '../../contract.ts'
import { fieldKey, type Match } from './mapping.ts'
import classes from './reading-card.module.css'

const rowsShown = 6

/** The first rows of the file as they are read, each column under its title and the field that it fills. */
export const RowsPreview = ({
  preview,
  object,
  mapping,
  stale,
}: {
  preview: ImportPreview
  object: ImportObject
  mapping: readonly Match[]
  stale: boolean
}) => {
  const { t } = useLingui()
  const labels = new Map(object.fields.map(({ key, label }) => [key, label]))
  const fieldOf = new Map(mapping.map(({ column, field }) => [column, labels.get(fieldKey(field)) ?? field]))
  return (
    <section
      className={classes['scroll']}
      data-stale={stale ? '' : undefined}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
      tabIndex={0}
      aria-label={t`Premières lignes du fichier`}
    >
      <table className={classes['rows']}>
        <thead>
          <tr>
            <th scope="col" className={classes['line']}>
              <Trans>Ligne</Trans>
            </th>
            {preview.columns.map((column) => (
              <th key={column.index} scope="col">
                <bdi>{column.header || <Trans>Sans titre</Trans>}</bdi>
                <small data-filled={fieldOf.has(column.index) ? '' : undefined}>
                  {fieldOf.get(column.index) ?? <Trans>ignorée</Trans>}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, rowsShown).map((row) => (
            <tr key={row.line}>
              <td className={classes['line']}>{row.line}</td>
              {preview.columns.map((column) => (
                <td key={column.index} data-left={fieldOf.has(column.index) ? undefined : ''}>
                  <bdi>{row.cells[column.index] ?? ''}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { cellPath, rowsOf, textsOf, type FigureShape, type FigureTable } from './figures.ts'
import { useFigureWords } from './use-figure-words.ts'
import classes from './figures.module.css'

const at = (value: unknown, where: string): unknown =>
  (where === '' ? [] : where.split('.')).reduce((node: unknown, key) => (node as Record<string, unknown> | null | undefined)?.[key], value)

const TableView = ({ table, value, shape }: { table: FigureTable; value: unknown; shape: FigureShape }) => {
  const { shown } = useFigureWords()
  const labels = new Map(table.rows === 'open' ? [] : table.rows.map((row) => [row.key, row.label]))
  const rows = rowsOf(table, textsOf(shape, value, 'fr'))
  return (
    <div className={classes['scroll']}>
      <table className={classes['view']}>
        <caption>{table.title}</caption>
        <thead>
          <tr>
            {labels.size > 0 && <th scope="col">{table.rowLabel}</th>}
            {table.columns.map((column) => (
              <th key={column.key} scope="col" data-text={column.unit === 'text' ? '' : undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {labels.size > 0 && <th scope="row">{labels.get(row)}</th>}
              {table.columns.map((column) => (
                <td key={column.key} data-text={column.unit === 'text' ? '' : undefined}>
                  <bdi>{shown(column, at(value, cellPath(table, row, column))) || '–'}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Shows a value of one or many figures as it was entered, in words and tables. */
export const FigureView = ({ shape, value }: { shape: FigureShape; value: unknown }) => {
  const { shown } = useFigureWords()
  const [first] = shape.figures
  if (shape.scalar && first)
    return (
      <span className={classes['alone']}>
        <bdi>{shown(first, value)}</bdi>
      </span>
    )
  return (
    <div className={classes['whole']}>
      {shape.figures.length > 0 && (
        <KeyValues
          facts={shape.figures.map((figure) => ({
            key: figure.key,
            name: figure.label,
            value: <bdi>{shown(figure, at(value, figure.key)) || '–'}</bdi>,
          }))}
        />
      )}
      {shape.tables.map((table) => (
        <TableView key={`${table.key} ${table.title}`} table={table} value={value} shape={shape} />
      ))}
    </div>
  )
}

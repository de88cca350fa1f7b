import type { ChangeEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { cellPath, rowsOf, withoutRow, withRow, type Figure, type FigureShape, type FigureTable, type FigureTexts } from './figures.ts'
import { useFigureWords } from './use-figure-words.ts'
import classes from './figures.module.css'

interface FigureFieldsProps {
  readonly shape: FigureShape
  readonly texts: FigureTexts
  readonly onChange: (texts: FigureTexts) => void
  /** What is wrong, by path; `''` and keys of tables speak of the whole and of all rows. */
  readonly faults: Readonly<Record<string, string>>
}

interface OneProps {
  readonly figure: Figure
  readonly where: string
  readonly of: FigureFieldsProps
}

const One = ({ figure, where, of: { texts, onChange, faults } }: OneProps) => {
  const { unitOf } = useFigureWords()
  const set = (text: string) => onChange({ ...texts, [where]: text })
  const common = { label: figure.label, hint: figure.hint, error: faults[where] }
  const value = texts[where] ?? ''
  if (figure.unit === 'switch')
    return <CheckField {...common} checked={value === 'yes'} onChange={(event) => set(event.target.checked ? 'yes' : '')} />
  if (figure.unit === 'choice')
    return (
      <SelectField
        {...common}
        options={figure.options ?? []}
        none={figure.optional ? '' : undefined}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    )
  const unit = unitOf(figure)
  return (
    <TextField
      {...common}
      optional={figure.optional}
      value={value}
      onChange={(event) => set(event.target.value)}
      autoComplete="off"
      ltr={figure.unit !== 'text'}
      inputMode={figure.unit === 'text' ? undefined : 'decimal'}
      {...(unit !== '' && { end: <span>{unit}</span> })}
    />
  )
}

const Cell = ({ figure, where, of: { texts, onChange, faults }, row }: OneProps & { row: string }) => {
  const common = {
    value: texts[where] ?? '',
    'aria-label': `${row} ${figure.label}`.trim(),
    'aria-invalid': faults[where] ? (true as const) : undefined,
    title: faults[where],
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => onChange({ ...texts, [where]: event.target.value }),
  }
  if (figure.unit === 'choice')
    return (
      <select {...common}>
        <option value="">–</option>
        {figure.options?.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )
  const inWords = figure.unit === 'text'
  return <input {...common} inputMode={inWords ? undefined : 'decimal'} data-text={inWords ? '' : undefined} autoComplete="off" />
}

const Rows = ({ table, of }: { table: FigureTable; of: FigureFieldsProps }) => {
  const { t } = useLingui()
  const { unitOf } = useFigureWords()
  const { texts, onChange, faults } = of
  const open = table.rows === 'open'
  const rows = rowsOf(table, texts)
  const labels = new Map(table.rows === 'open' ? [] : table.rows.map((row) => [row.key, row.label]))
  const within = (where: string) => (table.key === '' ? where !== '' : where === table.key || where.startsWith(`${table.key}.`))
  const wrong = [...new Set(Object.entries(faults).flatMap(([where, sentence]) => (within(where) ? [sentence] : [])))]
  return (
    <fieldset className={classes['table']}>
      <legend>{table.title}</legend>
      <div className={classes['scroll']}>
        <table>
          <thead>
            <tr>
              {!open && <th scope="col">{table.rowLabel}</th>}
              {table.columns.map((column) => {
                const unit = unitOf(column)
                return (
                  <th key={column.key} scope="col">
                    {column.label}
                    {unit !== '' && <small> {unit}</small>}
                  </th>
                )
              })}
              {open && <th aria-label={t`Actions`} />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={row}>
                {!open && <th scope="row">{labels.get(row)}</th>}
                {table.columns.map((column) => (
                  <td key={column.key}>
                    <Cell figure={column} where={cellPath(table, row, column)} of={of} row={labels.get(row) ?? t`Ligne ${at + 1}:`} />
                  </td>
                ))}
                {open && (
                  <td className={classes['remove']}>
                    <IconButton
                      size="small"
                      label={t`Retirer la ligne ${at + 1}`}
                      disabled={rows.length === 1 && !table.mayBeEmpty}
                      onClick={() => onChange(withoutRow(table, texts, at))}
                    >
                      <Trash2 aria-hidden="true" />
                    </IconButton>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong.length > 0 && <Notice tone="bad">{wrong.join(' ')}</Notice>}
      {open && (
        <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange(withRow(table, texts))}>
          {table.rowLabel}
        </Button>
      )}
    </fieldset>
  )
}

/** Enters a value of one or many figures: each with its unit, tables row by row. */
export const FigureFields = (of: FigureFieldsProps) => {
  const { shape, faults } = of
  const whole = faults['']
  const boxes = shape.figures.filter(({ unit }) => unit === 'switch')
  const others = shape.figures.filter(({ unit }) => unit !== 'switch')
  return (
    <>
      {others.length > 0 && (
        <FieldRow>
          {others.map((figure) => (
            <One key={figure.key} figure={figure} where={figure.key} of={of} />
          ))}
        </FieldRow>
      )}
      {boxes.map((figure) => (
        <One key={figure.key} figure={figure} where={figure.key} of={of} />
      ))}
      {shape.tables.map((table) => (
        <Rows key={`${table.key} ${table.title}`} table={table} of={of} />
      ))}
      {whole !== undefined && (
        <Notice tone="bad">
          <Trans>Cette valeur n’est pas possible.</Trans> {whole}
        </Notice>
      )}
    </>
  )
}

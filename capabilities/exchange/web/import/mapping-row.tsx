import { useMemo } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { TriangleAlert } from 'lucide-react'
import { Picker } from '#kernel/web/forms/picker.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { ImportObject, ImportPreview } from '../../contract.ts'
import { fieldKey, isDoubtful, lookedUpBy, openNotices, type Match } from './mapping.ts'
import { ReadAs } from './read-as.tsx'
import { useMappingWords } from './use-mapping-words.ts'
import type { Settings } from './use-settings.ts'
import classes from './mapping.module.css'

type Column = ImportPreview['columns'][number]
const samplesShown = 3

/** One column of the file: what it holds, the field that it fills, and why. */
export const MappingRow = ({
  column,
  field,
  object,
  mapping,
  columns,
  settings,
  asked,
  onFill,
}: {
  column: Column
  field: string | null
  object: ImportObject
  mapping: readonly Match[]
  columns: readonly Column[]
  settings: Settings
  /** A question about it is open, so its cells can't be read yet. */
  asked: boolean
  onFill: (field: string | null) => void
}) => {
  const { t } = useLingui()
  const words = useMappingWords()
  const key = field === null ? null : fieldKey(field)
  const target = object.fields.find((one) => one.key === key)
  const rank = String(column.index + 1)
  const header = column.header || t`Colonne ${rank}`
  const source = useMemo(() => {
    const takenBy = new Map(
      mapping
        .filter((one) => one.column !== column.index)
        .map((one) => [fieldKey(one.field), columns.find(({ index }) => index === one.column)?.header ?? '']),
    )
    return { options: object.fields.map((one) => ({ value: one.key, label: one.label, detail: takenBy.get(one.key) })) }
  }, [object.fields, mapping, columns, column.index])
  const ways = target?.by.map((by) => words.by[by] ?? by).join(t`, puis `)
  // What the server said of the former choice no longer holds once another is on its way.
  const known = column.field === field
  return (
    <tr data-left={field === null ? '' : undefined}>
      <th scope="row" className={classes['column']}>
        <bdi>{header}</bdi>
        <small>
          <Plural value={column.filled} _0="toujours vide" one="# valeur" other="# valeurs" />
          {column.blank > 0 && column.filled > 0 && (
            <>
              {', '}
              <Plural value={column.blank} one="# vide" other="# vides" />
            </>
          )}
        </small>
      </th>
      <td className={classes['samples']}>
        <ul>
          {column.samples.slice(0, samplesShown).map((sample, at) => (
            <li key={`${at}/${sample}`}>
              <bdi>{sample}</bdi>
              {known && !asked && column.readings?.[at] && target && (
                <ReadAs reading={column.readings[at]} sample={sample} field={target} />
              )}
            </li>
          ))}
        </ul>
        {openNotices(column, field, settings).map((notice) => (
          <p key={notice.code} className={classes['notice']}>
            <TriangleAlert aria-hidden="true" />
            <span>{notice.message}</span>
          </p>
        ))}
      </td>
      <td className={classes['field']}>
        <Picker label={t`Champ rempli par «${header}»`} source={source} value={key} onChange={onFill} clearable placeholder={t`Ignorée`} />
        {target && target.by.length > 1 && (
          <SelectField
            label={t`Cherché par`}
            value={lookedUpBy(field ?? '') ?? ''}
            hint={lookedUpBy(field ?? '') === null ? ways : undefined}
            none={t`Automatique`}
            options={target.by.map((by) => ({ value: by, label: words.by[by] ?? by }))}
            onChange={(event) => onFill(event.target.value === '' ? target.key : `${target.key}.${event.target.value}`)}
          />
        )}
        {target?.help && <small>{target.help}</small>}
      </td>
      <td className={classes['why']}>
        {field === null ? (
          <span className={classes['quiet']}>
            <Trans>N’est pas importée</Trans>
          </span>
        ) : known && column.because !== null ? (
          <Chip tone={asked || isDoubtful(column) ? 'warn' : column.because === 'chosen' ? 'accent' : 'good'}>
            {words.because[column.because]}
          </Chip>
        ) : (
          <Chip tone="accent">{words.because['chosen']}</Chip>
        )}
      </td>
    </tr>
  )
}

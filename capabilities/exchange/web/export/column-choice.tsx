import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { ExportObject } from '../../contract.ts'
import { columnsInSight, everyColumn, sameColumns, withColumn } from './export-columns.ts'
import classes from './export.module.css'

interface ColumnChoiceProps {
  readonly object: ExportObject
  /** The fields that the list shows. */
  readonly shown: readonly string[]
  readonly value: readonly string[]
  readonly onChange: (columns: string[]) => void
  readonly error?: string | undefined
}

/** Which columns leave: those in sight, all of them, or one's own choice; sensitive ones say that they leave masked. */
export const ColumnChoice = ({ object, shown, value, onChange, error }: ColumnChoiceProps) => {
  const { t } = useLingui()
  const inSight = columnsInSight(object, shown)
  const all = everyColumn(object)
  const choice = sameColumns(value, inSight) ? 'shown' : sameColumns(value, all) ? 'all' : 'own'
  const chosen = plural(value.length, { one: '# colonne choisie', other: '# colonnes choisies' })
  return (
    <div className={classes['columns']}>
      <Segments
        label={t`Colonnes`}
        value={choice}
        options={[
          { value: 'shown', label: <Trans>De la liste</Trans> },
          { value: 'all', label: <Trans>Toutes</Trans> },
          { value: 'own', label: <Trans>Au choix</Trans> },
        ]}
        onChange={(next) => {
          if (next === 'shown') onChange(inSight)
          else if (next === 'all') onChange(all)
          // Nothing ticked: whoever wants few columns out of fifty does not untick the rest.
          else onChange([])
        }}
      />
      <fieldset className={classes['sheet']} aria-describedby={error === undefined ? undefined : 'export-columns-error'}>
        <legend>{chosen}</legend>
        <ul>
          {object.columns.map(({ key, label, masked }) => (
            <li key={key}>
              <CheckField
                checked={value.includes(key)}
                onChange={() => onChange(withColumn(value, key))}
                label={
                  <>
                    <bdi>{label}</bdi> {masked && <Chip plain>{t`masquée`}</Chip>}
                  </>
                }
              />
            </li>
          ))}
        </ul>
      </fieldset>
      {error !== undefined && (
        <p id="export-columns-error" className={classes['error']} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

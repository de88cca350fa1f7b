import { useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import type { ImportObject, ImportPreview, ImportRun } from '../../contract.ts'
import { isDoubtful, missingGroups } from './mapping.ts'
import { MappingRow } from './mapping-row.tsx'
import type { SettingsHand } from './use-settings.ts'
import { usePresetNames } from './use-mapping-words.ts'
import classes from './mapping.module.css'

type Shown = 'all' | 'doubtful' | 'ignored'
/** Fewer columns are seen at a glance. */
const sortedOutFrom = 9

/** Which column fills which field: proposed, said why, and chosen otherwise where a person knows better. */
export const MappingCard = ({
  run,
  preview,
  object,
  hand,
}: {
  run: ImportRun
  preview: ImportPreview
  object: ImportObject
  hand: SettingsHand
}) => {
  const { t } = useLingui()
  const presets = usePresetNames()
  const [shown, show] = useState<Shown>('all')
  const { mapping, settings, fill } = hand
  const fieldOf = new Map(mapping.map(({ column, field }) => [column, field]))
  const labels = new Map(object.fields.map(({ key, label }) => [key, label]))
  const asked = new Set(run.questions.flatMap(({ kind, column }) => (kind === 'mapping' || kind === 'match' ? [] : (column ?? []))))
  const doubtful = preview.columns.filter(isDoubtful)
  const ignored = preview.columns.filter(({ index }) => !fieldOf.has(index))
  const missing = missingGroups(object, mapping, settings.mode)
  const remembered = preview.columns.some(({ because }) => because === 'remembered')
  const preset = preview.preset === null ? null : (presets[preview.preset] ?? preview.preset)
  const sorted = preview.columns.length >= sortedOutFrom
  const columns = shown === 'doubtful' ? doubtful : shown === 'ignored' ? ignored : preview.columns
  return (
    <Card
      flush
      title={<Trans>Quelle colonne remplit quel champ</Trans>}
      aside={
        !sorted &&
        ignored.length > 0 && (
          <small>
            <Plural value={ignored.length} one="# ignorée" other="# ignorées" />
          </small>
        )
      }
    >
      <div className={classes['head']}>
        {remembered ? (
          <Notice tone="info">
            <Trans>Un fichier de même forme a déjà été importé: vos choix d’alors sont repris.</Trans>
          </Notice>
        ) : (
          preset !== null && (
            <Notice tone="info">
              <Trans>C’est un export de {preset}: ses colonnes sont connues.</Trans>
            </Notice>
          )
        )}
        {missing.map((group) => {
          const names = group.map((key) => labels.get(key) ?? key).join(t` ou `)
          return (
            <Notice key={names} tone="bad">
              <Trans>Il manque un champ nécessaire: {names}. Choisissez la colonne qui le remplit.</Trans>
            </Notice>
          )
        })}
        {sorted && (
          <Segments<Shown>
            hideLabel
            label={t`Colonnes montrées`}
            value={shown}
            onChange={show}
            options={[
              { value: 'all', label: <Plural value={preview.columns.length} one="# colonne" other="Les # colonnes" /> },
              { value: 'doubtful', label: <Plural value={doubtful.length} one="# à vérifier" other="# à vérifier" /> },
              { value: 'ignored', label: <Plural value={ignored.length} one="# ignorée" other="# ignorées" /> },
            ]}
          />
        )}
      </div>
      {columns.length === 0 ? (
        <p className={classes['none']}>
          {shown === 'doubtful' ? (
            <Trans>Rien à vérifier: les colonnes sont reconnues.</Trans>
          ) : (
            <Trans>Toutes les colonnes sont utilisées.</Trans>
          )}
        </p>
      ) : (
        <table className={classes['mapping']} aria-label={t`Colonnes du fichier et champs`}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Colonne du fichier</Trans>
              </th>
              <th scope="col">
                <Trans>Exemples</Trans>
              </th>
              <th scope="col">
                <Trans>Champ rempli</Trans>
              </th>
              <th scope="col">
                <Trans>Pourquoi</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <MappingRow
                key={column.index}
                column={column}
                field={fieldOf.get(column.index) ?? null}
                object={object}
                mapping={mapping}
                columns={preview.columns}
                settings={settings}
                asked={asked.has(column.header)}
                onFill={(field) => fill(column.index, field)}
              />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

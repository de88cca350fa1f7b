import { useLingui } from '@lingui/react/macro'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import type { ImportObject, ImportPreview, ImportRun } from '../../contract.ts'
import { useReadingWords } from './use-reading-words.ts'
import type { SettingsHand } from './use-settings.ts'

const mostHeaderLines = 30
type Encoding = NonNullable<SettingsHand['settings']['encoding']>

/** Everything about the reading that a person may know better than the detection. */
export const ReadingChoices = ({
  run,
  preview,
  objects,
  hand: { settings, change },
}: {
  run: ImportRun
  preview: ImportPreview
  objects: readonly ImportObject[]
  hand: SettingsHand
}) => {
  const { t } = useLingui()
  const words = useReadingWords()
  const isText = preview.format === 'csv'
  const encoding = preview.encoding ?? ''
  const separator = words.separators[preview.separator ?? ''] ?? preview.separator ?? ''
  const sheet = preview.sheet ?? ''
  const line = preview.header_line ?? 0
  // What is detected is named as long as nothing was chosen in its place.
  const found = (chosen: unknown, text: string) => (chosen === null && text !== '' ? t`Automatique: ${text}` : t`Automatique`)
  return (
    <>
      <FieldRow>
        <SelectField
          label={t`Contenu du fichier`}
          value={run.object}
          options={objects.map((one) => ({ value: one.object, label: one.label }))}
          onChange={(event) => change({ object: event.target.value })}
        />
        <SelectField
          label={t`Ligne des titres`}
          value={settings.header_line === null ? '' : String(settings.header_line)}
          none={found(settings.header_line, line === 0 ? t`aucune` : String(line))}
          options={[
            { value: '0', label: t`Aucune: les données commencent aussitôt` },
            ...Array.from({ length: Math.max(mostHeaderLines, settings.header_line ?? 0) }, (_, at) => {
              const number = String(at + 1)
              return { value: number, label: t`Ligne ${number}` }
            }),
          ]}
          onChange={(event) => change({ header_line: event.target.value === '' ? null : Number(event.target.value) })}
        />
      </FieldRow>
      {isText ? (
        <FieldRow>
          <SelectField
            label={t`Encodage`}
            value={settings.encoding ?? ''}
            none={found(settings.encoding, words.encodings[encoding] ?? encoding)}
            options={Object.entries(words.encodings).map(([value, label]) => ({ value, label }))}
            onChange={(event) => change({ encoding: event.target.value === '' ? null : (event.target.value as Encoding) })}
          />
          <SelectField
            label={t`Séparateur`}
            value={settings.separator ?? ''}
            none={found(settings.separator, separator)}
            options={Object.entries(words.separators).map(([value, label]) => ({ value, label }))}
            onChange={(event) => change({ separator: event.target.value || null })}
          />
          <SelectField
            label={t`Guillemets`}
            value={settings.quote === null ? '' : settings.quote === '' ? 'none' : settings.quote}
            none={found(settings.quote, preview.quote === '' ? t`aucun` : (preview.quote ?? ''))}
            options={[
              { value: '"', label: t`doubles (")` },
              { value: "'", label: t`simples (')` },
              { value: 'none', label: t`aucun` },
            ]}
            onChange={(event) =>
              change({ quote: event.target.value === '' ? null : event.target.value === 'none' ? '' : event.target.value })
            }
          />
        </FieldRow>
      ) : (
        preview.sheets.length > 0 && (
          <SelectField
            label={t`Feuille`}
            value={settings.sheet ?? ''}
            none={found(settings.sheet, sheet)}
            options={preview.sheets.map((one) => ({ value: one.name, label: `${one.name} · ${words.rows(one.rows)}` }))}
            onChange={(event) => change({ sheet: event.target.value || null })}
          />
        )
      )}
      <FieldRow>
        <SelectField
          label={t`Dates`}
          hint={t`Ne sert qu’aux colonnes qui peuvent se lire de deux façons.`}
          value={settings.date_order ?? ''}
          none={t`Automatique`}
          options={[
            { value: 'day-first', label: t`Le jour d’abord` },
            { value: 'month-first', label: t`Le mois d’abord` },
          ]}
          onChange={(event) => change({ date_order: (event.target.value || null) as 'day-first' | 'month-first' | null })}
        />
        <SelectField
          label={t`Décimales`}
          hint={t`Ne sert qu’aux colonnes qui peuvent se lire de deux façons.`}
          value={settings.decimal_mark ?? ''}
          none={t`Automatique`}
          options={[
            { value: ',', label: t`Après la virgule (1 234,56)` },
            { value: '.', label: t`Après le point (1,234.56)` },
          ]}
          onChange={(event) => change({ decimal_mark: (event.target.value || null) as ',' | '.' | null })}
        />
      </FieldRow>
    </>
  )
}

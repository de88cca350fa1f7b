import { useCallback } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Figure, FigureShape, FigureUnit } from '#kernel/web/forms/figures/figures.ts'
import { gridUsages, powerBands } from '../../parameter-kinds.ts'
import { parameters, type ParameterCode, type ParameterDefinition } from '../../parameters.ts'
import { useParameterWords } from './use-parameter-words.ts'

const scalar = (figure: Omit<Figure, 'key'>): FigureShape => ({ scalar: true, figures: [{ key: 'value', ...figure }], tables: [] })

/** How the value of a parameter is entered and shown. */
export const useParameterShape = (): ((code: ParameterCode) => FigureShape) => {
  const { t } = useLingui()
  const words = useParameterWords()
  return useCallback(
    (code) => {
      const { kind, values } = parameters[code] as ParameterDefinition
      const value = t`Valeur`
      const counted = (suffix: string): FigureShape => scalar({ label: value, unit: 'whole', suffix })
      const lines = (label: string, unit: FigureUnit, more: Partial<Figure> = {}): FigureShape => ({
        figures: [],
        tables: [
          {
            key: '',
            title: label,
            rowLabel: t`Cas`,
            rows: Object.keys(values[0]?.value as object).map((key) => ({
              key,
              label: key === 'other' && code === 'TAXE_VEHICULE' ? t`Autres véhicules` : (words.line[key] ?? key),
            })),
            columns: [{ key: '', label, unit, ...more }],
          },
        ],
      })
      switch (kind) {
        case 'days':
          return counted(t`jours`)
        case 'working_days':
          return counted(t`jours ouvrables`)
        case 'hours':
          return counted(t`heures`)
        case 'months':
          return counted(t`mois`)
        case 'years':
          return counted(t`ans`)
        case 'percent':
        case 'factor':
        case 'amount':
          return scalar({ label: value, unit: kind })
        case 'switch':
          return scalar({ label: t`La règle est active`, unit: 'switch' })
        case 'day_list':
          return {
            figures: [],
            tables: [
              {
                key: '',
                title: t`Jours`,
                rowLabel: t`Ajouter un jalon`,
                rows: 'open',
                columns: [{ key: '', label: t`Jours avant`, unit: 'whole' }],
              },
            ],
          }
        case 'days_by':
          return lines(t`Délai`, 'whole', { suffix: t`jours` })
        case 'amounts_by':
          return code === 'LIMITES_PAIEMENT' ? lines(t`Limite (vide: aucune)`, 'amount', { optional: true }) : lines(t`Montant`, 'amount')
        case 'graded_stamp':
          return {
            figures: [
              {
                key: 'doubled_from_power',
                label: t`Doublé à partir de`,
                unit: 'whole',
                suffix: t`CV`,
                optional: true,
                hint: t`Laissez vide s’il n’est jamais doublé.`,
              },
            ],
            tables: [
              {
                key: 'steps',
                title: t`Tranches de prime nette`,
                rowLabel: t`Ajouter une tranche`,
                rows: 'open',
                columns: [
                  { key: 'up_to_centimes', label: t`Jusqu’à (vide: sans fin)`, unit: 'amount', optional: true },
                  { key: 'base_centimes', label: t`Montant`, unit: 'amount' },
                  { key: 'percent', label: t`Part du surplus`, unit: 'percent' },
                ],
              },
            ],
          }
        case 'motor_grid': {
          const bands = powerBands.map((most, at) => {
            const from = (powerBands[at - 1] ?? 0) + 1
            return { key: String(at), label: most === null ? t`${from} CV et plus` : t`${from} à ${most} CV` }
          })
          const columns = gridUsages.map((usage): Figure => ({ key: usage, label: words.usage[usage], unit: 'amount' }))
          const zone = (key: string, title: string) => ({ key, title, rowLabel: t`Puissance`, rows: bands, columns, columnsFirst: true })
          return { figures: [], tables: [zone('N', t`Zone Nord`), zone('S', t`Zone Sud`)] }
        }
      }
    },
    [t, words],
  )
}

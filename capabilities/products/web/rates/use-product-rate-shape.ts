import { useCallback } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Figure, FigureShape } from '#kernel/web/forms/figures/figures.ts'
import { seismicZones, type ProductRateCode } from '../../rates.ts'
import { useProductWords } from '../use-product-words.ts'

const usualDurations = ['12m', '6m', '3m', '1m', '20d', '10d', '3d']

/** How the rates of a product itself are entered and shown, by code. */
export const useProductRateShape = (durations: readonly string[]): ((code: ProductRateCode) => FigureShape) => {
  const { t } = useLingui()
  const words = useProductWords()
  return useCallback(
    (code) => {
      const amount = (key: string, label: string): Figure => ({ key, label, unit: 'amount' })
      const percent = (key: string, label: string): Figure => ({ key, label, unit: 'percent' })
      const whole = (key: string, label: string, suffix?: string): Figure => ({ key, label, unit: 'whole', ...(suffix && { suffix }) })
      const plain = (...figures: readonly Figure[]): FigureShape => ({ figures, tables: [] })
      const zones = seismicZones.map((zone) => ({ key: zone, label: t`Zone ${zone}` }))
      switch (code) {
        case 'fee':
          return plain(amount('amount_centimes', t`Montant`))
        case 'vat':
        case 'fga':
          return plain(percent('percent', t`Taux`))
        case 'stamp':
          return plain(whole('sheets', t`Feuilles`))
        case 'graded_stamp':
        case 'vehicle_tax':
          return plain({ key: 'applies', label: t`Ce produit le doit`, unit: 'switch' })
        case 'reductions':
          return plain(percent('cap_percent', t`Réduction la plus forte`))
        case 'surcharges':
          return plain(
            whole('young_age', t`Jeune conducteur: moins de`, t`ans`),
            percent('young_percent', t`Majoration jeune conducteur`),
            whole('licence_years', t`Permis récent: moins de`, t`ans`),
            percent('licence_percent', t`Majoration permis récent`),
            percent('flammable_percent', t`Majoration matières inflammables`),
          )
        case 'dwelling':
          return plain(
            whole('first_room_m2', t`Surface de la première pièce`, t`m²`),
            whole('room_m2', t`Surface de chaque autre pièce`, t`m²`),
            amount('individual_m2_centimes', t`Valeur du m², maison`),
            amount('collective_m2_centimes', t`Valeur du m², appartement`),
            amount('least_contents_centimes', t`Contenu, au moins`),
            amount('most_contents_centimes', t`Contenu, au plus`),
            whole('most_rooms', t`Pièces, au plus`),
          )
        case 'commission':
          return {
            figures: [],
            tables: [
              {
                key: '',
                title: t`Part de la prime nette`,
                rowLabel: t`Garanties`,
                rows: [
                  { key: 'compulsory', label: t`Obligatoires` },
                  { key: 'optional', label: t`Facultatives` },
                ],
                columns: [percent('acquisition_percent', t`Apport`), percent('management_percent', t`Gestion`)],
              },
            ],
          }
        case 'durations':
          return {
            figures: [],
            tables: [
              {
                key: 'coefficients',
                title: t`Part de la prime annuelle`,
                rowLabel: t`Ajouter une durée`,
                rows: 'open',
                columns: [
                  {
                    key: 'code',
                    label: t`Durée`,
                    unit: 'choice',
                    options: [...new Set([...durations, ...usualDurations])].map((value) => ({ value, label: words.duration(value) })),
                  },
                  percent('percent', t`Part`),
                ],
              },
            ],
          }
        case 'normative_values':
          return {
            figures: [],
            tables: [
              {
                key: '',
                title: t`Valeur du mètre carré`,
                rowLabel: t`Zone`,
                rows: zones,
                columns: [amount('individual_centimes', t`Maison individuelle`), amount('collective_centimes', t`Logement collectif`)],
                columnsFirst: true,
              },
            ],
          }
        case 'deductibles': {
          const steps = (key: string, title: string) => ({
            key,
            title,
            rowLabel: t`Ajouter un palier`,
            rows: 'open' as const,
            columns: [percent('percent', t`Part du dommage`), amount('minimum_centimes', t`Au moins`)],
          })
          return {
            figures: [],
            tables: [
              steps('with_third_party', t`Avec tiers connu, du 1er sinistre au suivant`),
              steps('alone', t`Sans tiers, du 1er sinistre au suivant`),
            ],
          }
        }
      }
    },
    [t, words, durations],
  )
}

import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Figure, FigureShape, FigureTable } from '#kernel/web/forms/figures/figures.ts'
import type { Product } from '../../contract.ts'
import { seismicZones, sumsInsured, type RateKind } from '../../rates.ts'
import { vehicleCategories } from '../../vehicles.ts'
import { usePremiumWords } from '../use-premium-words.ts'
import { useVehicleWords } from '../use-vehicle-words.ts'
import { useProductRateShape } from './use-product-rate-shape.ts'

/** How the rates of a product are entered and shown: of a guarantee by its way of pricing, of the product by its code. */
export const useRateShape = (product: Pick<Product, 'guarantees' | 'object_kind' | 'durations'>) => {
  const { t } = useLingui()
  const { sum } = usePremiumWords()
  const { category } = useVehicleWords()
  const ofProduct = useProductRateShape(product.durations)
  return useMemo(() => {
    const amount = (key: string, label: string, more: Partial<Figure> = {}): Figure => ({ key, label, unit: 'amount', ...more })
    const perMille = (key: string, label: string, more: Partial<Figure> = {}): Figure => ({ key, label, unit: 'per_mille', ...more })
    const rebate: Figure = {
      key: 'rebate',
      label: t`Rabais du tarif`,
      unit: 'percent',
      optional: true,
      hint: t`Déduit avant toute réduction du contrat.`,
    }
    const open = (key: string, title: string, rowLabel: string, columns: readonly Figure[]): FigureTable => ({
      key,
      title,
      rowLabel,
      rows: 'open',
      columns,
    })
    const parts: Readonly<Record<RateKind, Pick<FigureShape, 'figures' | 'tables'>>> = {
      entry: { figures: [], tables: [] },
      amount: { figures: [amount('amount_centimes', t`Prime annuelle`), rebate], tables: [] },
      offers: {
        figures: [],
        tables: [
          open('offers', t`Offres`, t`Ajouter une offre`, [
            { key: 'code', label: t`Code`, unit: 'text' },
            { key: 'name', label: t`Nom`, unit: 'text' },
            { key: 'name_ar', label: t`Nom en arabe`, unit: 'text', optional: true },
            amount('limit_centimes', t`Capital`, { optional: true }),
            amount('amount_centimes', t`Prime annuelle`),
          ]),
        ],
      },
      share: {
        figures: [
          { key: 'of', label: t`Part`, unit: 'choice', options: sumsInsured.map((value) => ({ value, label: sum[value] })) },
          perMille('per_million', t`Taux`),
          {
            key: 'beside.code',
            label: t`Autre taux avec`,
            unit: 'choice',
            optional: true,
            options: product.guarantees.map(({ code, name }) => ({ value: code, label: name })),
          },
          perMille('beside.per_million', t`Cet autre taux`, { optional: true }),
          rebate,
          perMille('least_per_million', t`Taux plancher`, { optional: true, hint: t`Aucune réduction ne descend en dessous.` }),
          amount('least_centimes', t`Prime minimale`, { optional: true }),
          ...(product.object_kind === 'home'
            ? [{ key: 'terrace_percent', label: t`Coefficient avec terrasse`, unit: 'factor', optional: true } as const]
            : []),
        ],
        tables: [],
      },
      bands: {
        figures: [],
        tables: [
          open('bands', t`Tranches de valeur`, t`Ajouter une tranche`, [
            amount('up_to_centimes', t`Jusqu’à (vide: sans fin)`, { optional: true }),
            amount('amount_centimes', t`Prime annuelle`),
          ]),
        ],
      },
      motor_grid: {
        figures: [],
        tables: [
          {
            ...open('categories', t`Autres genres, avant le coefficient du marché`, t`Ajouter un genre`, [
              {
                key: 'category',
                label: t`Genre`,
                unit: 'choice',
                options: vehicleCategories.map((value) => ({ value, label: `${value} ${category[value]}` })),
              },
              amount('amount_centimes', t`Prime annuelle`),
            ]),
            mayBeEmpty: true,
          },
        ],
      },
      home_fire: {
        figures: [
          perMille('owner_per_million', t`Bâtiment, propriétaire`),
          perMille('tenant_per_million', t`Bâtiment, locataire`),
          perMille('contents_per_million', t`Contenu`),
          rebate,
        ],
        tables: [],
      },
      rooms: { figures: [amount('amount_centimes', t`Prime par pièce`), rebate], tables: [] },
      dwelling: {
        figures: [amount('individual_centimes', t`Maison individuelle`), amount('collective_centimes', t`Logement collectif`), rebate],
        tables: [],
      },
      seismic: {
        figures: [
          { key: 'irregular_percent', label: t`Majoration sans permis de construire`, unit: 'percent' },
          amount('least_centimes', t`Prime minimale`),
        ],
        tables: [
          {
            key: 'zones',
            title: t`Taux par zone sismique`,
            rowLabel: t`Zone`,
            rows: seismicZones.map((zone) => ({ key: zone, label: t`Zone ${zone}` })),
            columns: [perMille('conforming', t`Conforme aux règles`), perMille('other', t`Non conforme`)],
          },
        ],
      },
    }
    const ofGuarantee = (by: RateKind): FigureShape => ({ fixed: { by }, ...parts[by] })
    return { ofGuarantee, ofProduct }
  }, [t, sum, category, ofProduct, product])
}

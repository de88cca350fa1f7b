import type pg from 'pg'
import { declarationFlags } from '#capabilities/claims/guard-rails.ts'
import { natureRules } from '#capabilities/claims/natures.ts'
import { papersOf } from '#capabilities/claims/papers.ts'
import { usualReserve, type UsualReserves } from '#capabilities/claims/reserves.ts'
import { natures } from '#capabilities/claims/natures.ts'
import { parameters } from '#capabilities/organization/parameters.ts'
import { layTable } from '../draw/customers.ts'
import { answering, circumstances, happenings } from '../lists/claims.ts'
import type { Model } from './model.ts'

const reserves: UsualReserves = {
  by: parameters.PROVISIONS_OUVERTURE.values.at(-1)?.value ?? {},
  theftRate: parameters.PROVISION_VOL.values.at(-1)?.value ?? 0,
}

/** What may happen on each model, as a ring of places from which a claim draws one; what each happening is; the papers it asks for. */
export const layHappenings = async (client: pg.Client, models: readonly Model[]): Promise<void> => {
  const kinds = new Map<string, number>()
  const rows: object[] = []
  const kindOf = (at: number, guarantee: string): number => {
    const key = `${at} ${guarantee}`
    const known = kinds.get(key)
    if (known !== undefined) return known
    const happening = happenings[at]
    if (!happening) throw new RangeError('no such happening')
    const { nature, mean, ofValue, unheld } = happening
    const rules = natureRules[nature]
    rows.push({
      at: rows.length,
      nature,
      guarantee,
      mean: mean * 100,
      of_value: ofValue ?? null,
      unheld: unheld !== undefined,
      field: rules.field,
      expert: rules.expert,
      third: rules.thirdParty,
      driver: rules.driver,
      // Which part of a loss is answered for, as claims' `partOf` says.
      part: guarantee === 'RC' || guarantee.startsWith('RC') ? 'own_share' : guarantee === 'DR' ? 'other_share' : 'whole',
      reserve:
        nature === 'theft'
          ? null
          : usualReserve({ nature, guarantees: [guarantee], injured: nature === 'bodily_injury' ? 1 : 0, value: null }, reserves),
      theft_rate: reserves.theftRate,
      said: circumstances[nature] ?? ['Déclaration au guichet.'],
    })
    kinds.set(key, rows.length - 1)
    return rows.length - 1
  }
  const rings = models.map(({ group, guarantees }, model) => {
    const held = new Set(guarantees.map(({ code }) => code))
    const line = group.split(' ')[0] ?? ''
    const ring = happenings.flatMap((happening, at) => {
      if (!happening.lines.includes(line)) return []
      const codes = answering(happening, held)
      return codes.flatMap((code) =>
        Array.from({ length: Math.max(1, Math.round(happening.weight / codes.length)) }, () => kindOf(at, code)),
      )
    })
    return { model, ring }
  })
  await layTable(
    client,
    'happening',
    'at int, nature text, guarantee text, mean bigint, of_value int, unheld boolean, field text, expert boolean, third boolean, driver boolean, part text, reserve bigint, theft_rate int, said text[]',
    rows,
  )
  await layTable(
    client,
    'happening_ring',
    'model int, ring int[]',
    rings.filter(({ ring }) => ring.length > 0),
  )
  await layTable(
    client,
    'paper_list',
    'nature text, injured boolean, code text, required boolean, at int',
    natures.flatMap((nature) =>
      [false, true].flatMap((injured) =>
        papersOf({ nature, injured: injured ? 1 : 0, deaths: 0 }).map(({ code, required }, at) => ({
          nature,
          injured,
          code,
          required,
          at,
        })),
      ),
    ),
  )
  void declarationFlags
}

import type pg from 'pg'
import { fold } from '#kernel/shared/fold.ts'
import type { Frame } from '../frame.ts'
import { layHappenings } from './lay-happenings.ts'
import { seismicZoneOf } from '../lists/seismic.ts'
import { dice, type Model, type Place } from './model.ts'
import { assistModels, boatModels, fleetModels, motorModels } from './motor.ts'
import { legalModels, liabilityModels, machineModels, travelModels } from './others.ts'
import { priceModels } from './price-models.ts'
import { catnatModels, homeModels, shopModels } from './property.ts'

/** Models of each group in a large demonstration; in the south, where fewer people live, a quarter of them. */
const many: Readonly<Record<string, number>> = {
  motor_rc: 420,
  motor_plus: 260,
  motor_full: 320,
  motor_laki: 90,
  bike: 60,
  taxi: 60,
  goods: 90,
  trade_rc: 140,
  trade_plus: 90,
  trade_full: 110,
  fleet: 110,
  assist: 40,
  boat: 60,
  home: 260,
  shop: 160,
  liability: 110,
  legal: 8,
  travel: 60,
  machines: 70,
  catnat_home: 70,
  catnat_trade: 40,
  catnat_industry: 30,
}

const north: Place = { zone: 'N', seismic: '2a' }
const south: Place = { zone: 'S', seismic: '0' }
const seismicZones = ['0', '1', '2a', '2b', '3'] as const

/** Every model of a demonstration; a small one has fewer. */
export const modelsFor = (seed: number, customers: number): Model[] => {
  const d = dice(seed * 7919 + 17)
  const scale = customers >= 100_000 ? 1 : customers >= 10_000 ? 0.5 : 0.2
  const count = (group: string) => Math.max(3, Math.round((many[group] ?? 0) * scale))
  const fewer = (group: string) => Math.max(3, Math.round(count(group) / 4))
  return [
    ...motorModels(d, north, count),
    ...motorModels(d, south, fewer),
    ...fleetModels(d, north, count('fleet')),
    ...fleetModels(d, south, fewer('fleet')),
    ...assistModels(d, north, count('assist')),
    ...assistModels(d, south, fewer('assist')),
    ...boatModels(d, north, count('boat')),
    ...homeModels(d, north, count('home')),
    ...seismicZones.flatMap((seismic) => catnatModels(d, { zone: 'N', seismic }, count)),
    ...shopModels(d, north, count('shop')),
    ...liabilityModels(d, north, count('liability')),
    ...legalModels(d, north, count('legal')),
    ...travelModels(d, north, count('travel')),
    ...machineModels(d, north, count('machines')),
  ]
}

const insert = async (client: pg.Client, table: string, columns: string, rows: readonly object[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += 10_000)
    await client.query(`insert into ${table} select * from jsonb_to_recordset($1::jsonb) r(${columns})`, [
      JSON.stringify(rows.slice(at, at + 10_000)),
    ])
}

const modelColumns =
  'model int, grp text, product_id uuid, branch text, object_kind text, compulsory boolean, formula_id uuid, formula_name text, discount int, convention text, periodicity text, partner boolean, objects int'
const objectColumns =
  'model int, at int, kind text, base text, base_folded text, plate_category int, age int, value_centimes bigint, details jsonb'
const priceColumns =
  'price int, model int, period int, duration text, tax_paid boolean, net bigint, fee bigint, vat bigint, fga bigint, stamp bigint, graded bigint, tax bigint, total bigint, commission bigint, management bigint'
const lineColumns =
  'price int, code text, limit_centimes bigint, deductible_centimes bigint, deductible_rate int, offer text, premium_centimes bigint'

/** What a thing is called before its plate, address or registration (as policies' `objectLabel` does). */
const baseOf = ({ kind, details }: Model['objects'][number]['object']): string => {
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '')
  switch (kind) {
    case 'vehicle':
      return `${text('make')} ${text('model')}`
    case 'home':
      return `${details['dwelling'] === 'individual' ? 'Villa' : 'Appartement'}${typeof details['rooms'] === 'number' ? ` F${details['rooms']}` : ''}`
    case 'building':
      return 'Bâtiment'
    case 'business':
      return text('activity')
    case 'boat':
      return text('name')
    case 'trip':
      return `Voyage, ${text('destination')}`
    case 'none':
      return text('description')
    default:
      throw new Error(`no model insures a ${kind}`)
  }
}

/**
 * The price book: models, what they insure, what they cost at each tariff and how that is shared among guarantees; and where the models of a
 * group stand, so that a contract finds its own by a draw.
 */
export const layQuotes = async (client: pg.Client, frame: Frame): Promise<void> => {
  const models = modelsFor(frame.seed, frame.customers).toSorted((a, b) => (a.group < b.group ? -1 : a.group > b.group ? 1 : 0))
  const products = new Map(frame.products.map((product) => [product.code, product]))
  for (const [table, columns] of [
    ['quote', modelColumns],
    ['quote_object', objectColumns],
    ['quote_price', priceColumns],
    ['quote_line', lineColumns],
  ])
    await client.query(`create unlogged table ${table} (${columns}) with (autovacuum_enabled = off)`)
  await insert(
    client,
    'quote',
    modelColumns,
    models.map((one, model) => {
      const product = products.get(one.product)
      const formula = product?.formulas.find(({ code }) => code === one.formula)
      if (!product || !formula) throw new Error(`the catalogue has no ${one.product} ${one.formula}`)
      return {
        model,
        grp: one.group,
        product_id: product.id,
        branch: product.branch,
        object_kind: product.object_kind,
        compulsory: product.compulsory,
        formula_id: formula.id,
        formula_name: formula.name,
        discount: one.discount,
        convention: one.convention,
        periodicity: one.periodicity,
        partner: product.carrier === 'partner',
        objects: one.objects.length,
      }
    }),
  )
  await insert(
    client,
    'quote_object',
    objectColumns,
    models.flatMap((one, model) =>
      one.objects.map(({ object, plate }, at) => ({
        model,
        at,
        kind: object.kind,
        base: baseOf(object),
        base_folded: fold(baseOf(object)),
        plate_category: plate?.category ?? null,
        age: plate?.age ?? null,
        value_centimes: object.value_centimes,
        details: object.details,
      })),
    ),
  )
  const [prices, shares]: [object[], object[]] = [[], []]
  for (const { premium: p, ...price } of priceModels(models, frame)) {
    const at = prices.length
    prices.push({
      ...price,
      price: at,
      net: p.net_premium_centimes,
      fee: p.fee_centimes,
      vat: p.vat_centimes,
      fga: p.fga_centimes,
      stamp: p.stamp_centimes,
      graded: p.graded_stamp_centimes,
      tax: p.vehicle_tax_centimes,
      total: p.total_centimes,
      commission: p.commission_centimes,
      management: p.management_commission_centimes,
    })
    for (const { code, limit_centimes, deductible_centimes, deductible_rate, offer, premium_centimes } of p.lines)
      shares.push({ price: at, code, limit_centimes, deductible_centimes, deductible_rate, offer, premium_centimes })
  }
  await insert(client, 'quote_price', priceColumns, prices)
  await insert(client, 'quote_line', lineColumns, shares)
  await client.query(
    'create unlogged table quote_group with (autovacuum_enabled = off) as select grp, min(model) as first, count(*)::int as many from quote group by grp',
  )
  await client.query('create unlogged table seismic (wilaya text, seismic text) with (autovacuum_enabled = off)')
  await insert(
    client,
    'seismic',
    'wilaya text, seismic text',
    [...seismicZoneOf].map(([wilaya, seismic]) => ({ wilaya, seismic })),
  )
  await layHappenings(client, models)
  await client.query('analyze quote, quote_object, quote_price, quote_line, quote_group, seismic')
}

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { fold } from '#kernel/shared/fold.ts'
import { newId } from '#kernel/shared/ids.ts'
import { loadProduct, unnamedProduct, type Product } from '#capabilities/products/server/index.ts'
import { policySearchText, policySubtitle } from '../policy-words.ts'
import { todayOf } from '../status-sql.ts'
import { insuredLabel, objectRows } from '../write-contents.ts'
import { readToldObjects } from './told-objects.ts'

/** A row of the chunk as far as names and things insured go. */
interface Given {
  readonly id: string
  readonly number: string
  readonly holder: string
  readonly product_id: string | null
  readonly formula_name: string | null
  readonly effective_date: string
  readonly objects: string | null
}

/** What follows for a new policy from its product, its holder and what it insures. */
export interface MadeRow {
  readonly id: string
  readonly product_id: string
  readonly formula_id: string | null
  readonly formula_name: string | null
  readonly renewal: string
  readonly insured_label: string | null
  readonly subtitle: string
  readonly search_text: string
}

/** A thing insured, as its row. */
export type ObjectRow = Awaited<ReturnType<typeof objectRows>>[number] & {
  readonly id: string
  readonly policy_id: string
  readonly from_date: string
}

/** The products of these rows, each loaded once. */
export const productsOf = async (ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Product>> => {
  const products = new Map<string, Product>()
  for (const id of new Set(ids)) products.set(id, await loadProduct(ctx, id))
  return products
}

const formulaOf = (product: Product | undefined, name: string | null) =>
  name === null ? undefined : product?.formulas.find((formula) => fold(formula.code) === fold(name) || fold(formula.name) === fold(name))

/** What the policies to be made are called and insure; policies without product take the one that stands in. */
export const makeRows = async (ctx: Context, chunk: ImportChunk): Promise<{ made: MadeRow[]; objects: ObjectRow[] }> => {
  const found =
    await sql<Given>`select k.id, k.number, c.name as holder, coalesce(k.product_id, ${chunk.defaults.product_id}::uuid) as product_id, k.formula_name,
      k.effective_date, k.objects from ${chunk.rows} k
    join contact_window c on c.organization_id = ${ctx.organizationId}::uuid and c.id = k.contact_id where k.action = 'create' order by k.row_no`.execute(
      ctx.db,
    )
  const standIn = found.rows.some((row) => row.product_id === null) ? await unnamedProduct(ctx) : ''
  const products = await productsOf(
    ctx,
    found.rows.map((row) => row.product_id ?? standIn),
  )
  const made: MadeRow[] = []
  const objects: ObjectRow[] = []
  for (const row of found.rows) {
    const product = products.get(row.product_id ?? standIn)
    if (!product) continue
    const things = await thingsOf(ctx, row.id, row.objects, product.object_kind, row.effective_date)
    objects.push(...things)
    const formula = formulaOf(product, row.formula_name)
    const label = insuredLabel(things.map((thing) => thing.label))
    made.push({
      id: row.id,
      product_id: product.id,
      formula_id: formula?.id ?? null,
      formula_name: formula?.name ?? row.formula_name,
      renewal: product.renewal,
      insured_label: label,
      subtitle: policySubtitle(row.holder, label),
      search_text: policySearchText({ number: row.number, holder: row.holder, objects: things }),
    })
  }
  return { made, objects }
}

/** The rows of the things that a file says a policy insures, from a day on. */
export const thingsOf = async (
  ctx: Context,
  policyId: string,
  json: string | null,
  productKind: string,
  from: string,
): Promise<ObjectRow[]> => {
  const read = readToldObjects(json, productKind)
  if (read.length === 0) return []
  const rows = await objectRows(ctx, read, todayOf(ctx))
  return rows.map((row) => ({ ...row, id: newId(), policy_id: policyId, from_date: from }))
}

/** Writes things insured by the thousand. */
export const insertObjects = async (ctx: Context, objects: readonly ObjectRow[]): Promise<void> => {
  if (objects.length === 0) return
  const rows = objects.map((row) => ({ ...row, details: JSON.parse(row.details) as unknown }))
  await sql`insert into insured_object (organization_id, id, policy_id, kind, label, plate, plate_key, chassis, place_key, wilaya, commune, address, value_centimes, details, from_date, created_at, updated_at)
    select ${ctx.organizationId}::uuid, r.id, r.policy_id, r.kind, r.label, r.plate, r.plate_key, r.chassis, r.place_key, r.wilaya, r.commune, r.address, r.value_centimes, r.details, r.from_date,
      ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, policy_id uuid, kind text, label text, plate text, plate_key text, chassis text, place_key text, wilaya text,
      commune text, address text, value_centimes bigint, details jsonb, from_date date)`.execute(ctx.db)
}

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { newId } from '#kernel/shared/ids.ts'
import { daysMoved } from '#capabilities/activities/server/index.ts'
import { policySearchText, policySubtitle } from '../policy-words.ts'
import { insuredLabel } from '../write-contents.ts'
import { followHolders } from './holders-cover.ts'
import { insertObjects, productsOf, thingsOf, type ObjectRow } from './made-rows.ts'
import { holdersOf } from './make-policies.ts'
import { mergeTerms, type KeptTerm, type ToldTerm } from './merge-terms.ts'

interface Changed {
  readonly id: string
  readonly product_id: string
  readonly effective_date: string
  readonly last_amendment: number
  readonly terms: string | null
  readonly objects: string | null
  readonly kept: readonly KeptTerm[]
  readonly things: readonly { readonly plate_key: string | null; readonly chassis: string | null; readonly place_key: string | null }[]
}

const notedRows = 'r(id uuid, before jsonb, after jsonb)'

/** Terms and things insured that a file adds to policies count as changes: noted whole, so that they can be taken back. */
export const comparePolicies = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const found = await sql<Changed>`select k.id, p.product_id, p.effective_date, p.last_amendment, k.terms, k.objects,
      (select coalesce(jsonb_agg(jsonb_build_object('number', t.number, 'effective_date', t.effective_date, 'expiry_date', t.expiry_date, 'net_premium_centimes', t.net_premium_centimes,
        'total_premium_centimes', t.total_premium_centimes, 'outcome', t.outcome, 'outcome_on', t.outcome_on)), '[]'::jsonb) from policy_term t
        where t.organization_id = ${ctx.organizationId}::uuid and t.policy_id = k.id) as kept,
      (select coalesce(jsonb_agg(jsonb_build_object('plate_key', o.plate_key, 'chassis', o.chassis, 'place_key', o.place_key)), '[]'::jsonb) from insured_object o
        where o.organization_id = ${ctx.organizationId}::uuid and o.policy_id = k.id and o.until_date is null) as things
    from ${chunk.rows} k join policy p on p.organization_id = ${ctx.organizationId}::uuid and p.id = k.id
    where k.action = 'update' and (k.terms is not null or k.objects is not null)`.execute(ctx.db)
  if (found.rows.length === 0) return
  const products = await productsOf(
    ctx,
    found.rows.flatMap(({ objects, product_id }) => (objects === null ? [] : [product_id])),
  )
  const noted: { id: string; before: Record<string, unknown>; after: Record<string, unknown> }[] = []
  for (const row of found.rows) {
    const terms = row.terms === null ? null : mergeTerms(row.kept, JSON.parse(row.terms) as ToldTerm[])
    const kind = products.get(row.product_id)?.object_kind ?? 'none'
    const added = (await thingsOf(ctx, row.id, row.objects, kind, row.effective_date)).filter((thing) => !isThere(thing, row.things))
    if (terms === null && added.length === 0) continue
    const renewals = terms === null ? [] : renewalsOf(row, terms)
    noted.push({
      id: row.id,
      before: {
        ...(terms !== null && { terms: row.kept }),
        ...(renewals.length > 0 && { renewals: [] }),
        ...(added.length > 0 && { objects: [] }),
      },
      after: { ...(terms !== null && { terms }), ...(renewals.length > 0 && { renewals }), ...(added.length > 0 && { objects: added }) },
    })
  }
  await sql`update ${chunk.rows} k set before = k.before || r.before, after = k.after || r.after
    from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) ${sql.raw(notedRows)} where r.id = k.id`.execute(ctx.db)
}

/** The movements that begin terms which the policy has not had yet. */
const renewalsOf = (row: Changed, terms: readonly KeptTerm[]) => {
  const known = new Set(row.kept.map(({ number }) => number))
  return terms
    .filter(({ number }) => !known.has(number))
    .map(({ effective_date, net_premium_centimes: net, total_premium_centimes: total }, at) => ({
      id: newId(),
      number: row.last_amendment + 1 + at,
      effective_date,
      net,
      total,
    }))
}

/** The same vehicle or place; a thing that nothing tells apart is there as soon as the policy insures anything. */
const isThere = (thing: ObjectRow, things: Changed['things']): boolean => {
  if (thing.plate_key === null && thing.chassis === null && thing.place_key === null) return things.length > 0
  return things.some(
    (known) =>
      (thing.plate_key !== null && known.plate_key === thing.plate_key) ||
      (thing.chassis !== null && known.chassis === thing.chassis) ||
      (thing.place_key !== null && known.place_key === thing.place_key),
  )
}

const writeTerms = async (ctx: Context, chunk: ImportChunk, side: 'before' | 'after'): Promise<void> => {
  const terms = sql`select k.id as policy_id, t.* from ${chunk.rows} k
    cross join lateral jsonb_to_recordset(${sql.ref(`k.${side}`)} -> 'terms') t(number integer, effective_date date, expiry_date date, net_premium_centimes bigint, total_premium_centimes bigint, outcome text, outcome_on date)
    where ${sql.ref(`k.${side}`)} ? 'terms'${side === 'after' ? sql` and k.terms is not null` : sql``}`
  await sql`insert into policy_term as t (organization_id, policy_id, number, effective_date, expiry_date, net_premium_centimes, total_premium_centimes, outcome, outcome_on)
    select ${ctx.organizationId}::uuid, policy_id, number, effective_date, expiry_date, net_premium_centimes, total_premium_centimes, outcome, outcome_on from (${terms}) given
    on conflict (organization_id, policy_id, number) do update set effective_date = excluded.effective_date, expiry_date = excluded.expiry_date,
      net_premium_centimes = excluded.net_premium_centimes, total_premium_centimes = excluded.total_premium_centimes, outcome = excluded.outcome, outcome_on = excluded.outcome_on`.execute(
    ctx.db,
  )
}

const writeRenewals = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`with r as (select k.id as policy_id, r.* from ${chunk.rows} k
      cross join lateral jsonb_to_recordset(k.after -> 'renewals') r(id uuid, number integer, effective_date date, net bigint, total bigint)
      where k.after ? 'renewals' and k.terms is not null),
    moved as (update policy p set last_amendment = n.last from (select policy_id, max(number) as last from r group by policy_id) n
      where p.organization_id = ${ctx.organizationId}::uuid and p.id = n.policy_id)
    insert into policy_amendment (organization_id, id, policy_id, number, kind, effective_date, net_premium_centimes, total_premium_centimes, made_by, made_by_name, made_at)
    select ${ctx.organizationId}::uuid, id, policy_id, number, 'renewal', effective_date, net, total, ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${ctx.now}::timestamptz from r`.execute(
    ctx.db,
  )
}

/**
 * What else follows once policies were changed: their terms, things insured, cards, the reminders on their days, and their holders. Rows of a
 * taking back bring no terms and things of their own.
 */
export const followPolicies = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await writeTerms(ctx, chunk, 'after')
  await writeRenewals(ctx, chunk)
  const added = await sql<{ objects: ObjectRow[] }>`select k.after -> 'objects' as objects from ${chunk.rows} k
    where k.objects is not null and k.after ? 'objects'`.execute(ctx.db)
  await insertObjects(
    ctx,
    added.rows.flatMap(({ objects }) => objects),
  )
  await renamePolicies(ctx, chunk)
  const moved = await sql<{
    id: string
    expiry_date: string
    effective_date: string
  }>`select p.id, p.expiry_date, p.effective_date from ${chunk.rows} k
    join policy p on p.organization_id = ${ctx.organizationId}::uuid and p.id = k.id where k.action = 'update' and k.before ?| array['expiry_date', 'effective_date']`.execute(
    ctx.db,
  )
  await daysMoved(
    ctx,
    moved.rows.flatMap(({ id, expiry_date, effective_date }) => [
      { aboutId: id, anchor: 'policy.expiry' as const, day: expiry_date },
      { aboutId: id, anchor: 'policy.effective' as const, day: effective_date },
    ]),
  )
  await followHolders(ctx, await holdersOf(ctx, chunk, 'update'))
}

interface Named {
  readonly id: string
  readonly number: string
  readonly holder: string
  readonly objects: readonly { readonly label: string; readonly plate: string | null; readonly chassis: string | null }[]
}

/** The cards of changed policies say what they now are. */
const renamePolicies = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const found = await sql<Named>`select p.id, p.number, c.name as holder,
      (select coalesce(jsonb_agg(jsonb_build_object('label', o.label, 'plate', o.plate, 'chassis', o.chassis) order by o.created_at, o.id), '[]'::jsonb) from insured_object o
        where o.organization_id = ${ctx.organizationId}::uuid and o.policy_id = p.id and o.until_date is null) as objects
    from ${chunk.rows} k join policy p on p.organization_id = ${ctx.organizationId}::uuid and p.id = k.id
    join contact_window c on c.organization_id = ${ctx.organizationId}::uuid and c.id = p.contact_id where k.action = 'update'`.execute(
    ctx.db,
  )
  const cards = found.rows.map(({ id, number, holder, objects }) => {
    const label = insuredLabel(objects.map((thing) => thing.label))
    return { id, label, subtitle: policySubtitle(holder, label), search_text: policySearchText({ number, holder, objects }) }
  })
  const listed = sql`jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) r(id uuid, label text, subtitle text, search_text text)`
  await sql`update policy p set insured_label = r.label from ${listed}
    where p.organization_id = ${ctx.organizationId}::uuid and p.id = r.id and p.insured_label is distinct from r.label`.execute(ctx.db)
  await sql`update subject s set title = p.number, agency_id = p.agency_id, owner_id = p.owner_id, subtitle = r.subtitle, search_text = r.search_text, updated_at = ${ctx.now}::timestamptz
    from ${listed} join policy p on p.organization_id = ${ctx.organizationId}::uuid and p.id = r.id
    where s.organization_id = ${ctx.organizationId}::uuid and s.id = r.id`.execute(ctx.db)
}

/** Terms and things that the import had added go, terms that it had changed are what they were. */
export const restorePolicies = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await writeTerms(ctx, chunk, 'before')
  await sql`delete from policy_term t using ${chunk.rows} k where t.organization_id = ${ctx.organizationId}::uuid and t.policy_id = k.id and k.before ? 'terms'
    and not exists (select 1 from jsonb_array_elements(k.before -> 'terms') was where (was ->> 'number')::integer = t.number)`.execute(
    ctx.db,
  )
  await sql`with gone as (delete from policy_amendment a using ${chunk.rows} k cross join lateral jsonb_array_elements(k.after -> 'renewals') added
      where a.organization_id = ${ctx.organizationId}::uuid and a.policy_id = k.id and k.after ? 'renewals' and a.id = (added ->> 'id')::uuid returning a.policy_id, a.number)
    update policy p set last_amendment = n.first - 1 from (select policy_id, min(number) as first, max(number) as last from gone group by policy_id) n
    where p.organization_id = ${ctx.organizationId}::uuid and p.id = n.policy_id and p.last_amendment = n.last`.execute(ctx.db)
  await sql`delete from insured_object o using ${chunk.rows} k cross join lateral jsonb_array_elements(k.after -> 'objects') added
    where o.organization_id = ${ctx.organizationId}::uuid and o.policy_id = k.id and k.after ? 'objects' and o.id = (added ->> 'id')::uuid and o.version = 1`.execute(
    ctx.db,
  )
}

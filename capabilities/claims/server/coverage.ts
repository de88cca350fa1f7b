import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { loadPolicy } from '#capabilities/policies/server/index.ts'
import { loadProduct } from '#capabilities/products/server/index.ts'
import type { claimOperations, Coverage, DeclarationCheck } from '../contract.ts'
import { papersOf } from '../papers.ts'
import { assessDeclaration } from './assess-declaration.ts'
import { claimFrame } from './claim-frame.ts'
import { coverOf } from './cover-of.ts'
import { mayOn, todayOf, type ClaimRecord } from './load-claim.ts'
import type { NearbyClaim } from '../guard-rails.ts'

/** What a policy insured on a day, for whoever declares a claim on it. */
export const coverageOf = async (ctx: Context, input: ParsedOf<typeof claimOperations.coverageOf>): Promise<Coverage> => {
  const policy = await loadPolicy(ctx, input.policy_id, 'view')
  const on = input.on ?? todayOf(ctx)
  const frame = await claimFrame(ctx, on)
  const [cover, product, parties, holder] = await Promise.all([
    coverOf(ctx, policy, frame),
    loadProduct(ctx, policy.product_id),
    ctx.db
      .selectFrom('policy_party_window')
      .select(['name', 'licence_number', 'licence_category', 'licence_date'])
      .where('organization_id', '=', ctx.organizationId)
      .where('policy_id', '=', policy.id)
      .where('role', '=', 'driver')
      .orderBy('name')
      .execute(),
    ctx.db
      .selectFrom('contact_window')
      .select('name')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', policy.contact_id)
      .executeTakeFirst(),
  ])
  return {
    policy: {
      id: policy.id,
      number: policy.number,
      status: policy.statusNow,
      contact_id: policy.contact_id,
      contact_name: holder?.name ?? '',
      product_code: product.code,
      product_name: product.name,
      product_name_ar: product.name_ar,
      object_kind: product.object_kind,
      effective_date: policy.effective_date,
      expiry_date: policy.expiry_date,
    },
    objects: cover.objects.map((one) => ({
      id: one.id,
      kind: one.kind,
      label: one.label,
      plate: one.plate,
      from: one.from_date,
      until: one.until_date,
      insured: one.from_date <= on && (one.until_date === null || on < one.until_date),
    })),
    guarantees: namedGuarantees(cover.guarantees, product.guarantees),
    drivers: parties,
    terms: [...cover.terms],
    suspensions: [...cover.suspensions],
  }
}

interface Named {
  readonly code: string
  readonly name: string
  readonly name_ar: string | null
}

/** Guarantees of a policy with the names that its product gives them; the code where it gives none. */
export const namedGuarantees = (
  held: ReadonlyArray<{ readonly code: string; readonly limit_centimes: number | null }>,
  named: readonly Named[],
): Coverage['guarantees'] => {
  const order = new Map(named.map((one, at) => [one.code, { ...one, at }]))
  return held
    .map((one) => ({ code: one.code, limit_centimes: one.limit_centimes, known: order.get(one.code) }))
    .toSorted((a, b) => (a.known?.at ?? 1000) - (b.known?.at ?? 1000))
    .map(({ code, limit_centimes, known }) => ({ code, limit_centimes, name: known?.name ?? code, name_ar: known?.name_ar ?? null }))
}

/** What would be pointed out about a declaration; nothing is written. */
export const checkDeclaration = async (
  ctx: Context,
  input: ParsedOf<typeof claimOperations.checkDeclaration>,
): Promise<DeclarationCheck> => {
  const policy = await loadPolicy(ctx, input.policy_id, 'view')
  const assessed = await assessDeclaration(ctx, policy, input, input.except ?? null)
  return {
    flags: assessed.flags,
    declaration_due_on: assessed.deadline?.on ?? null,
    duplicates: await shownDuplicates(ctx, assessed.duplicates),
    papers: papersOf({ nature: input.nature, injured: input.injured ?? 0, deaths: input.details?.deaths ?? 0 }),
    suspension: assessed.suspension,
  }
}

/** Claims that look like the same event: their page opens only for who may see it. */
export const shownDuplicates = async (
  ctx: Context,
  duplicates: readonly Pick<NearbyClaim, 'id' | 'number' | 'occurred_on' | 'nature'>[],
): Promise<DeclarationCheck['duplicates']> => {
  if (duplicates.length === 0) return []
  const { rows } = await sql<Pick<ClaimRecord, 'id' | 'agency_id' | 'owner_id' | 'created_by' | 'further'>>`
    select c.id, c.agency_id, c.owner_id, c.created_by,
      array(select f.agency_id from subject_agency f where f.organization_id = c.organization_id and f.subject_id = c.id) as further
    from claim c where c.organization_id = ${ctx.organizationId}::uuid and c.id = any(${duplicates.map((one) => one.id)}::uuid[])`.execute(
    ctx.db,
  )
  const seen = new Set(rows.filter((row) => mayOn(ctx, row as ClaimRecord, 'view')).map((row) => row.id))
  return duplicates.map(({ id, number, occurred_on, nature }) => ({ id: seen.has(id) ? id : null, number, occurred_on, nature }))
}

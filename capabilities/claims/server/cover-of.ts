import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { addDays, type Day } from '#kernel/shared/days.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { plateKey } from '#kernel/shared/plates.ts'
import type { PolicyRecord } from '#capabilities/policies/server/index.ts'
import type { Cover, NearbyClaim, Stretch } from '../guard-rails.ts'
import type { ClaimFrame } from './claim-frame.ts'

/** Something insured, as claims see it. */
export interface CoveredObject {
  readonly id: string
  readonly kind: string
  readonly label: string
  readonly plate: string | null
  readonly value_centimes: number | null
  readonly from_date: Day
  readonly until_date: Day | null
}

/** What a policy covers and when, read from the views of policies. */
export interface PolicyCover {
  readonly terms: readonly Stretch[]
  readonly suspensions: readonly Stretch[]
  readonly guarantees: ReadonlyArray<{
    code: string
    limit_centimes: number | null
    deductible_centimes: number | null
    deductible_rate: number | null
  }>
  readonly objects: readonly CoveredObject[]
  /** Of the product, two digits. */
  readonly branch: string
}

/** Terms, suspensions, guarantees and objects of a policy. */
export const coverOf = async (ctx: Context, policy: PolicyRecord, frame: ClaimFrame): Promise<PolicyCover> => {
  const organization = ctx.organizationId
  const [terms, suspensions, guarantees, objects, product] = await Promise.all([
    ctx.db
      .selectFrom('policy_term_window')
      .select(['effective_date', 'expiry_date'])
      .where('organization_id', '=', organization)
      .where('policy_id', '=', policy.id)
      .orderBy('effective_date')
      .execute(),
    ctx.db
      .selectFrom('policy_suspension_window')
      .select(['from_date', 'until_date'])
      .where('organization_id', '=', organization)
      .where('policy_id', '=', policy.id)
      .orderBy('from_date')
      .execute(),
    ctx.db
      .selectFrom('policy_guarantee_window')
      .select(['code', 'limit_centimes', 'deductible_centimes', 'deductible_rate'])
      .where('organization_id', '=', organization)
      .where('policy_id', '=', policy.id)
      .orderBy('code')
      .execute(),
    ctx.db
      .selectFrom('insured_object_window')
      .select(['id', 'kind', 'label', 'plate', 'value_centimes', 'from_date', 'until_date'])
      .where('organization_id', '=', organization)
      .where('policy_id', '=', policy.id)
      .orderBy('from_date')
      .orderBy('id')
      .limit(500)
      .execute(),
    ctx.db
      .selectFrom('product_card')
      .select('branch')
      .where('organization_id', '=', organization)
      .where('id', '=', policy.product_id)
      .executeTakeFirstOrThrow(),
  ])
  return {
    terms: termsWithGrace(policy, terms, frame.graceDays),
    suspensions: suspensions.map((one) => ({ from: one.from_date, until: one.until_date })),
    guarantees,
    objects,
    branch: product.branch,
  }
}

/** Imported policies may have no term but the present one. The last term of a tacit contract goes on while its renewal may still be paid. */
const termsWithGrace = (
  policy: PolicyRecord,
  rows: ReadonlyArray<{ effective_date: Day; expiry_date: Day }>,
  graceDays: number,
): Stretch[] => {
  const present = { from: policy.effective_date, until: policy.expiry_date }
  const terms: Stretch[] = rows.map((row) => ({ from: row.effective_date, until: row.expiry_date }))
  if (!terms.some((term) => term.from === present.from)) terms.push(present)
  const last = terms.reduce((latest, term) => ((term.until ?? '') > (latest.until ?? '') ? term : latest), present)
  if (policy.contract_type !== 'tacit' || last.until === null) return terms
  return [...terms, { from: last.until, until: addDays(last.until, graceDays) }]
}

/** The policy on the day, as the guard rails ask for it. */
export const coverForRails = (policy: PolicyRecord, cover: PolicyCover, objectId: string | null): Cover => {
  const object = cover.objects.find((one) => one.id === objectId)
  const unpaid = policy.status === 'awaiting_payment' || policy.cover_awaits_payment
  return {
    status: unpaid ? 'awaiting_payment' : policy.status,
    terms: cover.terms,
    effective_time: policy.effective_time?.slice(0, 5) ?? null,
    ended_on: policy.end_date,
    suspensions: cover.suspensions,
    guarantees: cover.guarantees.map((one) => one.code),
    object: object ? { from: object.from_date, until: object.until_date } : null,
  }
}

/** The object that the declaration names, or the only one that the policy insured on the day; null when it names none of several. */
export const objectConcerned = (cover: PolicyCover, wanted: string | null | undefined, day: Day): CoveredObject | null => {
  if (wanted !== undefined && wanted !== null) {
    const found = cover.objects.find((one) => one.id === wanted)
    if (!found)
      throw refuse(
        'claim.object_elsewhere',
        /*i18n*/ { id: 'claim.object_elsewhere', message: 'Ce bien n’est pas assuré par cette police.' },
        'object_id',
      )
    return found
  }
  const then = cover.objects.filter((one) => one.from_date <= day && (one.until_date === null || day < one.until_date))
  const [only] = then.length > 0 ? then : cover.objects
  return (then.length > 0 ? then : cover.objects).length === 1 ? (only ?? null) : null
}

/** Other claims of the policy a day apart at most, whoever may see them: a duplicate is pointed out wherever it lies. */
export const claimsNearby = async (ctx: Context, policyId: string, day: Day, except: string | null): Promise<NearbyClaim[]> => {
  const { rows } = await sql<Omit<NearbyClaim, 'plates'> & { plates: (string | null)[] }>`
    select c.id, c.number, c.occurred_on, c.nature,
      array(select t.plate from claim_party t where t.organization_id = c.organization_id and t.claim_id = c.id and t.plate is not null) as plates
    from claim c
    where c.organization_id = ${ctx.organizationId}::uuid and c.policy_id = ${policyId}::uuid and c.deleted_at is null
      and c.occurred_on between ${addDays(day, -1)}::date and ${addDays(day, 1)}::date and c.id is distinct from ${except}::uuid
    order by c.occurred_on, c.id limit 50`.execute(ctx.db)
  return rows.map((row) => ({ ...row, plates: platesOf(row.plates) }))
}

/** Plates as they are compared. */
export const platesOf = (plates: readonly (string | null | undefined)[]): string[] => [
  ...new Set(plates.flatMap((plate) => plateKey(plate ?? null) ?? [])),
]

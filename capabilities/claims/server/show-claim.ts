import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import { remindersOf } from '#capabilities/activities/server/index.ts'
import { readPolicy } from '#capabilities/policies/server/index.ts'
import { loadProduct } from '#capabilities/products/server/index.ts'
import type { Claim } from '../contract.ts'
import { clocksOf } from '../clocks.ts'
import { warningsOfClosing } from '../guard-rails.ts'
import { papersOf, type PaperCode } from '../papers.ts'
import { usualReserve } from '../reserves.ts'
import { lackingFor, movesFrom, netCost } from '../rules.ts'
import { authorityOf, claimFrame, daysOfClaim, hourOf } from './claim-frame.ts'
import { namedGuarantees, shownDuplicates } from './coverage.ts'
import { coverOf } from './cover-of.ts'
import { loadClaim, mayOn, todayOf, type ClaimRecord } from './load-claim.ts'
import { reckonIndemnity } from './reckon-indemnity.ts'

/** A claim as its page shows it: what the file holds, and where it may go from here. */
export const showClaim = async (ctx: Context, record: ClaimRecord): Promise<Claim> => {
  const today = todayOf(ctx)
  const frame = await claimFrame(ctx, record.declared_on)
  const policy = await readPolicy(ctx, record.policy_id)
  if (!policy) throw notFound()
  const [cover, product, around, parties, movements, kept, history, duplicates, reminders] = await Promise.all([
    coverOf(ctx, policy, frame),
    loadProduct(ctx, policy.product_id),
    surroundingsOf(ctx, record),
    partiesOf(ctx, record.id),
    movementsOf(ctx, record.id),
    keptPapers(ctx, record.id),
    courseOf(ctx, record.id),
    nearbyOf(ctx, record.details.duplicates ?? []),
    remindersOf(ctx, record.id),
  ])
  const object = cover.objects.find((one) => one.id === record.object_id)
  const papers = papersOf({ nature: record.nature, injured: record.injured, deaths: record.details.deaths ?? 0 })
  const shownPapers = shownPapersOf(papers, kept)
  const missing = shownPapers.filter((paper) => paper.missing).length
  const binned = record.deleted_at !== null
  const may = (action: string): boolean => mayOn(ctx, record, action) && !binned
  const file = {
    openTasks: reminders.open,
    reserve: record.reserve_centimes,
    missingPapers: missing,
    granted: record.granted_centimes,
    paid: record.paid_centimes,
    recoveryExpected: record.recovery_expected_centimes,
  }
  const { duplicates: _duplicates, ...details } = record.details
  const { agency_number, agency_name, owner_name, created_by_name, ...contact } = around
  return {
    ...fieldsOf(record),
    details,
    contact: { id: record.contact_id, ...contact },
    policy: {
      id: policy.id,
      number: policy.number,
      status: policy.statusNow,
      product_code: product.code,
      product_name: product.name,
      product_name_ar: product.name_ar,
      branch: product.branch,
      insured_label: policy.insured_label,
      effective_date: policy.effective_date,
      expiry_date: policy.expiry_date,
      guarantees: namedGuarantees(cover.guarantees, product.guarantees),
    },
    object: object
      ? { id: object.id, kind: object.kind, label: object.label, plate: object.plate, value_centimes: object.value_centimes }
      : null,
    agency_number,
    agency_name,
    owner_name,
    created_by_name,
    clocks: clocksOf(daysOfClaim(record), today, frame.delays, frame.calendar),
    duplicates: await shownDuplicates(ctx, duplicates),
    parties,
    indemnity: await reckonIndemnity(ctx, record, cover, product),
    usual_reserve_centimes: usualReserve({ ...record, value: object?.value_centimes ?? null }, frame.reserves),
    net_cost_centimes: netCost(record),
    movements,
    papers: shownPapers,
    history,
    open_tasks: reminders.open,
    moves: binned
      ? []
      : movesFrom(record.status).map((move) => ({
          to: move.to,
          allowed: may(move.needs),
          text: move.text,
          lacking: lackingFor(move, record),
          warnings: warningsOfClosing(move.to, file),
        })),
    authority_centimes: authorityOf(ctx, frame),
    can: {
      edit: may('edit'),
      approve: may('approve'),
      delete: may('delete'),
      assign: may('assign'),
      comment: may('comment'),
      attach: may('attach'),
      restore: binned && mayOn(ctx, record, 'delete'),
    },
  }
}

/** One claim within reach, from the bin too for those who may restore it. */
export const getClaim = async (ctx: Context, input: { id: string }): Promise<Claim> =>
  showClaim(ctx, await loadClaim(ctx, input.id, 'view', { binned: ctx.can('claim.delete') !== null }))

const fieldsOf = (record: ClaimRecord) => {
  const {
    organization_id: _organization,
    further: _further,
    branch: _branch,
    due_on: _due,
    due_kind: _kind,
    policy_id: _policy,
    contact_id: _contact,
    created_by: _by,
    ...fields
  } = record
  return {
    ...fields,
    occurred_at_time: hourOf(record.occurred_at_time),
    declared_at_time: hourOf(record.declared_at_time),
    channel: record.channel as Claim['channel'],
    convention: record.convention as Claim['convention'],
    recovery_state: record.recovery_state as Claim['recovery_state'],
  }
}

interface Surroundings {
  readonly code: string
  readonly name: string
  readonly mobile: string | null
  readonly language: string
  readonly agency_number: string
  readonly agency_name: string
  readonly owner_name: string | null
  readonly created_by_name: string | null
}

const surroundingsOf = async (ctx: Context, record: ClaimRecord): Promise<Surroundings> => {
  const { rows } = await sql<Surroundings>`
    select h.code, h.name, h.mobile, h.language, a.number as agency_number, a.name as agency_name,
      (select o.name from colleague o where o.organization_id = ${ctx.organizationId}::uuid and o.id = ${record.owner_id}::uuid) as owner_name,
      (select m.name from colleague m where m.organization_id = ${ctx.organizationId}::uuid and m.id = ${record.created_by}::uuid) as created_by_name
    from contact_window h
    join agency_card a on a.organization_id = h.organization_id and a.id = ${record.agency_id}::uuid
    where h.organization_id = ${ctx.organizationId}::uuid and h.id = ${record.contact_id}::uuid`.execute(ctx.db)
  const [row] = rows
  if (!row) throw notFound()
  return row
}

const partiesOf = (ctx: Context, claimId: string): Promise<Claim['parties']> =>
  ctx.db
    .selectFrom('claim_party')
    .select(['id', 'role', 'name', 'phone', 'address', 'vehicle', 'plate', 'company', 'policy_number', 'policy_from', 'policy_until'])
    .select(['driver_name', 'damage'])
    .where('organization_id', '=', ctx.organizationId)
    .where('claim_id', '=', claimId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()

const movementsOf = async (ctx: Context, claimId: string): Promise<Claim['movements']> => {
  const { rows } = await sql<Claim['movements'][number]>`
    select m.id, m.kind, m.made_on, m.amount_centimes, m.reserve_after_centimes, m.guarantee, m.beneficiary, m.mode, m.reference, m.note, m.reverses_id,
      exists (select 1 from claim_movement u where u.organization_id = m.organization_id and u.reverses_id = m.id) as reversed, m.made_by_name, m.made_at
    from claim_movement m where m.organization_id = ${ctx.organizationId}::uuid and m.claim_id = ${claimId}::uuid
    order by m.rank, m.made_at, m.id`.execute(ctx.db)
  return rows
}

const courseOf = (ctx: Context, claimId: string): Promise<Claim['history']> =>
  ctx.db
    .selectFrom('claim_status_change')
    .select(['id', 'from_status as from', 'to_status as to', 'note', 'made_by_name', 'made_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('claim_id', '=', claimId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()

interface KeptPaper {
  readonly code: string
  readonly received_on: string | null
  readonly document_id: string | null
  readonly waived_reason: string | null
}

const keptPapers = (ctx: Context, claimId: string): Promise<KeptPaper[]> =>
  ctx.db
    .selectFrom('claim_document')
    .select(['code', 'received_on', 'document_id', 'waived_reason'])
    .where('organization_id', '=', ctx.organizationId)
    .where('claim_id', '=', claimId)
    .orderBy('code')
    .execute()

/** Expected papers in their order, then others that came all the same. */
const shownPapersOf = (expected: ReadonlyArray<{ code: PaperCode; required: boolean }>, kept: readonly KeptPaper[]): Claim['papers'] => {
  const byCode = new Map(kept.map((one) => [one.code, one]))
  const extra = kept.filter((one) => !expected.some((paper) => paper.code === one.code))
  return [...expected, ...extra.map((one) => ({ code: one.code as PaperCode, required: false }))].map((paper) => {
    const found = byCode.get(paper.code)
    const settled = found !== undefined && (found.received_on !== null || found.waived_reason !== null)
    return {
      code: paper.code,
      required: paper.required,
      received_on: found?.received_on ?? null,
      document_id: found?.document_id ?? null,
      waived_reason: found?.waived_reason ?? null,
      missing: paper.required && !settled,
    }
  })
}

const nearbyOf = (ctx: Context, ids: readonly string[]): Promise<Pick<ClaimRecord, 'id' | 'number' | 'occurred_on' | 'nature'>[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : ctx.db
        .selectFrom('claim')
        .select(['id', 'number', 'occurred_on', 'nature'])
        .where('organization_id', '=', ctx.organizationId)
        .where('id', 'in', [...ids])
        .where('deleted_at', 'is', null)
        .orderBy('occurred_on')
        .execute()

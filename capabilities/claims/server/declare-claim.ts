import type { Context } from '#kernel/server/context.ts'
import { constraintOf, sqlState } from '#kernel/server/database.ts'
import { takeNumbers } from '#kernel/server/numbers.ts'
import { covers, forbidden } from '#kernel/server/scope.ts'
import { addSubject } from '#kernel/server/subjects.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { loadPolicy, type PolicyRecord } from '#capabilities/policies/server/index.ts'
import type { Claim, claimOperations } from '../contract.ts'
import { nextDeadline } from '../clocks.ts'
import { claimNumber } from '../rules.ts'
import { assessDeclaration } from './assess-declaration.ts'
import { daysOfClaim } from './claim-frame.ts'
import { noteCourse, tellClaim } from './keep-claim.ts'
import { loadClaim } from './load-claim.ts'
import { claimSearchText } from './search-text.ts'
import { writeParties } from './set-parties.ts'
import { showClaim } from './show-claim.ts'
import { tellOwner } from './tell-owner.ts'

type Input = ParsedOf<typeof claimOperations.declareClaim>

/** A claim is declared on a policy: numbered, weighed against cover and delays, never refused for what is pointed out (U5). */
export const declareClaim = async (ctx: Context, input: Input): Promise<Claim> => {
  const policy = await loadPolicy(ctx, input.policy_id, 'view')
  if (!covers(ctx.actor, ctx.can('claim.create'), policy)) throw forbidden()
  const assessed = await assessDeclaration(ctx, policy, input)
  const id = newId()
  const number = await freshNumber(ctx, policy, assessed.declared_on)
  const parties = input.parties ?? []
  const status = input.draft ? 'draft' : 'declared'
  await addSubject(ctx, {
    id,
    kind: 'claim',
    title: number,
    subtitle: await holderName(ctx, policy.contact_id),
    agencyId: policy.agency_id,
    ownerId: input.owner_id === undefined ? ctx.actor.userId : input.owner_id,
    searchText: claimSearchText(number, parties),
    words: [],
  })
  const row = {
    organization_id: ctx.organizationId,
    id,
    number,
    policy_id: policy.id,
    contact_id: policy.contact_id,
    object_id: assessed.object?.id ?? null,
    agency_id: policy.agency_id,
    owner_id: input.owner_id === undefined ? ctx.actor.userId : input.owner_id,
    status,
    status_since: ctx.now,
    nature: input.nature,
    cause: input.cause ?? null,
    circumstances: input.circumstances ?? null,
    guarantees: assessed.guarantees,
    occurred_on: input.occurred_on,
    occurred_at_time: input.occurred_at_time ?? null,
    declared_on: assessed.declared_on,
    declared_at_time: assessed.declared_at_time,
    channel: input.channel ?? 'agency',
    place: input.place ?? null,
    wilaya: input.wilaya ?? null,
    commune: input.commune ?? null,
    injured: input.injured ?? 0,
    liability_rate: input.liability_rate ?? null,
    convention: input.convention ?? null,
    expert_name: null,
    expert_phone: null,
    expert_assigned_on: null,
    expertise_on: null,
    expertise_centimes: null,
    deductible_centimes: null,
    wear_centimes: null,
    granted_centimes: null,
    granted_on: null,
    settled_on: null,
    recovery_company: null,
    recovery_state: null,
    rejection_reason: null,
    closed_on: null,
    flags: assessed.flags,
    external_id: input.external_id ?? null,
    external_source: input.external_id === undefined ? null : 'api',
    created_by: ctx.actor.userId,
    created_at: ctx.now,
    updated_at: ctx.now,
    deleted_at: null,
  } as const
  const details = { ...input.details, duplicates: assessed.duplicates.map((one) => one.id) }
  const due = nextDeadline(daysOfClaim({ ...row, details, branch: assessed.cover.branch }), assessed.frame.delays, assessed.frame.calendar)
  await keepRow(ctx, { ...row, details: JSON.stringify(details), due_on: due?.due_on ?? null, due_kind: due?.kind ?? null })
  await writeParties(ctx, id, parties)
  await noteCourse(ctx, id, null, status, null)
  const {
    organization_id: _organization,
    contact_id: _contact,
    created_at: _created,
    updated_at: _updated,
    deleted_at: _deleted,
    ...told
  } = row
  ctx.audit({
    subject: { kind: 'claim', id, title: number },
    after: { ...Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)), details, parties: parties.length },
  })
  tellClaim(ctx, 'created', row)
  if (status === 'declared') await tellOwner(ctx, row, status)
  return showClaim(ctx, await loadClaim(ctx, id, 'view'))
}

type Row = Parameters<ReturnType<Context['db']['insertInto']>['values']>[0]

const keepRow = async (ctx: Context, row: Row): Promise<void> => {
  try {
    await ctx.db
      .insertInto('claim')
      .values(row as never)
      .execute()
  } catch (error) {
    if (sqlState(error) === '23505' && (constraintOf(error)?.endsWith('_external') ?? true))
      throw refuse(
        'external_id.taken',
        /*i18n*/ { id: 'external_id.taken', message: 'Cet identifiant externe est déjà celui d’une autre fiche.' },
        'external_id',
      )
    throw error
  }
}

/** The next number of the agency's year; one that came with a file is passed over, since a number is never used twice. */
const freshNumber = async (ctx: Context, policy: PolicyRecord, declaredOn: string): Promise<string> => {
  const year = declaredOn.slice(0, 4)
  const agency = await ctx.db
    .selectFrom('agency_card')
    .select('number')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', policy.agency_id)
    .executeTakeFirstOrThrow()
  for (;;) {
    const number = claimNumber(agency.number, year, await takeNumbers(ctx, `claim:${policy.agency_id}:${year}`, 1))
    const known = await ctx.db
      .selectFrom('claim')
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where('number', '=', number)
      .executeTakeFirst()
    if (!known) return number
  }
}

const holderName = async (ctx: Context, contactId: string): Promise<string | null> =>
  (
    await ctx.db
      .selectFrom('contact_window')
      .select('name')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', contactId)
      .executeTakeFirst()
  )?.name ?? null

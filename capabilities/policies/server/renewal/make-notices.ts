import { sql } from 'kysely'
import { z } from 'zod'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import { job } from '#kernel/server/jobs.ts'
import { listWhere } from '#kernel/server/list.ts'
import { withinReach } from '#kernel/server/scope.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { addToBatch, closeBatch, openBatch } from '#capabilities/documents/server/index.ts'
import { parametersOn } from '#capabilities/organization/server/index.ts'
import { mostNotices, type renewalOperations } from '../../renewal-contract.ts'
import { withStatus, type PolicyRecord } from '../load-policy.ts'
import { todayOf } from '../status-sql.ts'
import { noticeOf, noticeSurroundings } from './notice-data.ts'
import { renewalList } from './renewal-list.ts'

type Notices = (typeof renewalOperations)['makeNotices']

/** Policies of one transaction. */
const chunk = 100

const input = z.object({
  organization_id: z.uuid(),
  batch_id: z.uuid(),
  policy_ids: z.array(z.uuid()),
  language: z.enum(['fr', 'ar']).nullable(),
  by: z.string(),
})

/** Terms of which a notice may be written: they still run, nobody has decided, none was written. */
const awaited = sql`t.outcome = 'open' and t.noticed_on is null and t.expiry_date > (select app_today())`

/** The policies asked for, within reach for changing, whose present term waits for its notice. */
const choose = async (ctx: Context, asked: ParsedOf<Notices>): Promise<{ ids: string[]; left: number }> => {
  const { ids } = asked
  const where = ids === undefined ? await listWhere(ctx, renewalList, { filter: asked.filter, q: undefined }, 'policy.edit') : null
  if (ids === undefined && where === null) return { ids: [], left: 0 }
  const reach = withinReach(ctx, ctx.can('policy.edit'), {
    subjectId: sql`p.id`,
    agencyId: sql`p.agency_id`,
    ownerId: sql`p.owner_id`,
    createdBy: sql`p.created_by`,
  })
  const { rows } = await sql<{ id: string; all: number }>`
    select p.id, count(*) over ()::integer as all from policy_term_window t join policy_window p on p.organization_id = t.organization_id and p.id = t.policy_id
    where t.organization_id = ${ctx.organizationId}::uuid and p.organization_id = ${ctx.organizationId}::uuid and ${awaited} and p.end_date is null
      and p.status not in ('draft', 'void', 'cancelled', 'awaiting_payment') and p.deleted_at is null and ${reach}
      and ${ids === undefined ? (where ?? sql`false`) : sql`p.id = any(${ids}::uuid[])`}
    order by t.expiry_date, p.id limit ${mostNotices}`.execute(ctx.db)
  return { ids: rows.map(({ id }) => id), left: Math.max(0, (rows[0]?.all ?? 0) - rows.length) }
}

/** Notices of expiry for many policies at once: chosen now, written in the background, printed in one batch (U11). */
export const makeNotices = async (ctx: Context, asked: ParsedOf<Notices>): Promise<OutputOf<Notices>> => {
  const { ids, left } = await choose(ctx, asked)
  if (ids.length === 0)
    throw refuse(
      'renewal.no_notice',
      /*i18n*/ {
        id: 'renewal.no_notice',
        message: 'Aucune de ces polices n’attend d’avis d’échéance : il est déjà fait, ou leur sort est décidé.',
      },
    )
  const batch_id = await openBatch(ctx, {
    kind: 'renewal_notice',
    title: ctx.say(/*i18n*/ { id: 'renewal.batch', message: 'Avis d’échéance' }),
    wanted: ids.length,
  })
  ctx.audit({ after: { batch_id, policies: ids.length } })
  await ctx.jobs.send(writeNotices, {
    organization_id: ctx.organizationId,
    batch_id,
    policy_ids: ids,
    language: asked.language ?? null,
    by: ctx.actor.name,
  })
  return { batch_id, wanted: ids.length, left }
}

/** One stretch of policies: those that still wait are priced, told and noted; what was done before a crash is not done again. */
const writeChunk = async (ctx: Context, work: z.output<typeof input>, ids: readonly string[]): Promise<number> => {
  const today = todayOf(ctx)
  const { rows } = await sql<PolicyRecord & { term_number: number }>`
    select p.*, t.number as term_number from policy p join policy_term t on t.organization_id = p.organization_id and t.policy_id = p.id
    where p.organization_id = ${ctx.organizationId}::uuid and p.id = any(${[...ids]}::uuid[]) and t.outcome = 'open' and t.noticed_on is null
      and t.expiry_date = p.expiry_date and p.deleted_at is null
    order by array_position(${[...ids]}::uuid[], p.id) for update of p`.execute(ctx.db)
  if (rows.length === 0) {
    ctx.unchanged()
    return 0
  }
  const parameters = await parametersOn(ctx, today)
  const around = await noticeSurroundings(
    ctx,
    rows.map(({ id }) => id),
  )
  const notices = []
  for (const row of rows) {
    const surroundings = around.get(row.id)
    if (!surroundings) continue
    const made = await noticeOf(ctx, withStatus(ctx, row), surroundings, {
      today,
      paymentDays: parameters.PAIEMENT_ECHEANCE,
      language: work.language,
      cashForbidden: parameters.ESPECES_INTERDITES,
    })
    notices.push({ ...made, row })
  }
  const letters = await addToBatch(
    ctx,
    work.batch_id,
    notices.map(({ letter }) => letter),
  )
  const noted = notices.map(({ row, amount }, at) => ({
    id: row.id,
    number: row.term_number,
    document_id: letters[at]?.documentId,
    amount,
  }))
  await sql`update policy_term t set noticed_on = ${today}::date, notice_document_id = n.document_id, notice_amount_centimes = n.amount
    from jsonb_to_recordset(${JSON.stringify(noted)}::jsonb) as n(id uuid, number integer, document_id uuid, amount bigint)
    where t.organization_id = ${ctx.organizationId}::uuid and t.policy_id = n.id and t.number = n.number`.execute(ctx.db)
  ctx.audit({ operation: 'renewal.write_notices', after: { batch_id: work.batch_id, notices: noted.length } })
  ctx.emit({ name: 'renewal.noticed', everyone: true, facts: { count: noted.length } })
  return noted.length
}

/** Writes the notices of a batch, stretch by stretch; may be run again from the beginning at any time. */
export const writeNotices = job({
  name: 'renewal.write_notices',
  input,
  concurrency: 1,
  expireSeconds: 1800,
  run: async (services, work, { signal }) => {
    const act = <T>(verb: (ctx: Context) => Promise<T>) =>
      runAs(services, { actor: systemActor(work.by), organizationId: work.organization_id, operation: 'renewal.write_notices' }, verb)
    for (let at = 0; at < work.policy_ids.length && !signal.aborted; at += chunk)
      await act((ctx) => writeChunk(ctx, work, work.policy_ids.slice(at, at + chunk)))
    if (signal.aborted) throw new Error('stopped before all notices were written')
    // Some may have been renewed or cancelled meanwhile: the batch is then shorter than it was opened for.
    await act(async (ctx) => {
      await closeBatch(ctx, work.batch_id)
      ctx.unchanged()
    })
  },
})

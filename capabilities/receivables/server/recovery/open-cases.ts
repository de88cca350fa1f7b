import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import { systemActor } from '#kernel/server/authenticate.ts'
import { job } from '#kernel/server/jobs.ts'
import { newId } from '#kernel/shared/ids.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { nextStep } from '../../recovery-rules.ts'
import { recoveryDelays } from './delays.ts'
import './tables.ts'

const chunk = 2000

/**
 * Opens a case for every premium that fell due on a policy whose cover runs on it, and has none. The first premium of a policy is no
 * such case: nothing is covered before it is paid (art. 17 of ord. 95-07). Returns how many, at most one chunk.
 */
export const openCases = async (ctx: Context): Promise<number> => {
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  const delays = await recoveryDelays(ctx, today)
  const { rows } = await sql<{ id: string; policy_id: string; contact_id: string; agency_id: string; due_date: string }>`
    select r.id, r.policy_id, r.contact_id, r.agency_id, r.due_date
    from receivable r join policy_window p on p.organization_id = r.organization_id and p.id = r.policy_id
    where r.organization_id = ${ctx.organizationId}::uuid and r.balance_centimes > 0 and r.deleted_at is null and r.due_date < ${today}::date
      and r.status in ('issued', 'partial', 'unpaid') and r.kind in ('cash', 'term') and not p.cover_awaits_payment
      and p.status in ('in_force', 'to_renew', 'renewed', 'suspended') and p.deleted_at is null
      and not exists (select 1 from dunning_case d where d.organization_id = r.organization_id and d.receivable_id = r.id)
    order by r.due_date, r.id limit ${chunk}`.execute(ctx.db)
  if (rows.length === 0) return 0
  const cases = rows.map((row) => {
    const next = nextStep(row.due_date, [], delays, today)
    return { ...row, case_id: newId(), next_step: next?.step ?? null, next_on: next?.on ?? null }
  })
  await sql`insert into dunning_case (organization_id, id, policy_id, contact_id, receivable_id, agency_id, due_date, state, next_step, next_on, created_at, updated_at)
    select ${ctx.organizationId}::uuid, c.case_id, c.policy_id, c.contact_id, c.id, c.agency_id, c.due_date, 'payment_window', c.next_step, c.next_on, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(cases)}::jsonb) as c(case_id uuid, policy_id uuid, contact_id uuid, id uuid, agency_id uuid, due_date date, next_step text, next_on date)
    on conflict do nothing`.execute(ctx.db)
  ctx.audit({ operation: 'recovery.open', after: { cases: cases.length } })
  ctx.emit({ name: 'recovery.opened', everyone: true })
  return rows.length
}

/** Reminders whose day was overtaken give way to the next: the list of the day is right on the day. */
const moveReminders = async (ctx: Context): Promise<number> => {
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  const delays = await recoveryDelays(ctx, today)
  const { rows } = await sql<{ id: string; due_date: string; next_step: string; taken: string[] }>`
    select d.id, d.due_date, d.next_step, array(select s.step from dunning_step s where s.organization_id = d.organization_id and s.case_id = d.id) as taken
    from dunning_case d where d.organization_id = ${ctx.organizationId}::uuid and d.closed_on is null and d.state = 'payment_window'
      and d.next_step like 'reminder%' and d.next_on < ${today}::date`.execute(ctx.db)
  const moved = rows.flatMap((row) => {
    const steps = row.taken.map((step) => ({ step: step as never, done_on: row.due_date, deadline: null }))
    const next = nextStep(row.due_date, steps, delays, today)
    return next === null || next.step === row.next_step ? [] : [{ id: row.id, step: next.step, on: next.on }]
  })
  if (moved.length === 0) return 0
  await sql`update dunning_case d set next_step = m.step, next_on = m."on", updated_at = ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m(id uuid, step text, "on" date)
    where d.organization_id = ${ctx.organizationId}::uuid and d.id = m.id`.execute(ctx.db)
  ctx.audit({ operation: 'recovery.advance', after: { cases: moved.length } })
  return moved.length
}

/** Every night, one organization after the other: the cases of the day that begins. */
export const openRecoveryCases = job({
  name: 'recovery.open',
  input: z.object({}),
  schedule: '10 0 * * *',
  concurrency: 1,
  run: async (services, _, { signal }) => {
    const organizations = await services.database.selectFrom('organization_directory').select('organization_id').execute()
    for (const { organization_id } of organizations) {
      const act = <T>(work: (ctx: Context) => Promise<T>) =>
        runAs(services, { actor: systemActor('Recouvrement'), organizationId: organization_id, operation: 'recovery.open' }, work)
      const orNothing = (work: (ctx: Context) => Promise<number>) =>
        act(async (ctx) => {
          const count = await work(ctx)
          if (count === 0) ctx.unchanged()
          return count
        })
      while (!signal.aborted && (await orNothing(openCases)) === chunk);
      if (!signal.aborted) await orNothing(moveReminders)
    }
  },
})

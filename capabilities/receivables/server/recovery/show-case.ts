import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import type { RecoveryCase, RecoveryStep } from '../../recovery-contract.ts'
import { dunningSteps } from '../../fields.ts'
import { legalSteps, refusalOf } from '../../recovery-rules.ts'
import { recoveryDelays } from './delays.ts'
import { listRecovery } from './recovery-list.ts'

/** One case within reach, with its course and what the law allows today. */
export const getRecovery = async (ctx: Context, input: { id: string }): Promise<RecoveryCase> => {
  const today = todayIn(ctx.actor.timeZone, new Date(ctx.now))
  const delays = await recoveryDelays(ctx, today)
  const page = await listRecovery(ctx, { filter: JSON.stringify({ id: input.id }), limit: 1, total: 'none' })
  const [row] = page.data
  if (!row) throw notFound()
  const { rows: steps } = await sql<RecoveryStep>`
    select s.step, s.done_on, s.deadline, s.document_id, d.number as document_number, s.tracking_number, s.note, s.done_by_name, s.created_at
    from dunning_step s left join document_window d on d.organization_id = s.organization_id and d.id = s.document_id
    where s.organization_id = ${ctx.organizationId}::uuid and s.case_id = ${input.id}::uuid order by s.created_at, s.id`.execute(ctx.db)
  const taken = (step: string) => steps.find((one) => one.step === step)
  const noticed = taken('formal_notice')?.deadline ?? null
  const suspended = taken('suspension')?.deadline ?? null
  const days = { formal_notice: addDays(row.due_date, delays.payment), suspension: noticed, termination: suspended }
  return {
    ...row,
    steps,
    allowed: row.can.edit ? dunningSteps.filter((step) => refusalOf(step, row, steps, delays, today) === null) : [],
    schedule: legalSteps.map((step) => ({ step, on: taken(step)?.done_on ?? days[step], done: taken(step) !== undefined })),
  }
}

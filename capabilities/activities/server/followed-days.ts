import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { Day } from '#kernel/shared/days.ts'
import type { Anchor } from '../reminder-shapes.ts'
import { wakeFor } from './wake.ts'
import { timeZoneOf } from './time-zone-of.ts'

/** A day of a record as it now is. */
export interface MovedDay {
  readonly aboutId: string
  readonly anchor: Anchor
  readonly day: Day
}

/** A day that reminders follow has moved: those not yet done move with it, and those that had fired wait again when it lies ahead. */
export const dayMoved = (ctx: Context, aboutId: string, anchor: Anchor, day: Day): Promise<void> =>
  daysMoved(ctx, [{ aboutId, anchor, day }])

/** Many days have moved, as when a portfolio is renewed: one statement for all. */
export const daysMoved = async (ctx: Context, days: readonly MovedDay[]): Promise<void> => {
  if (days.length === 0) return
  const zone = await timeZoneOf(ctx)
  const due = sql`(((moved.day + r.offset_days) + r.at_time) at time zone ${zone})`
  const { rows } = await sql<{ due_at: string; assignee_id: string }>`
    update reminder r set anchor_day = moved.day, due_at = ${due}, version = r.version + 1, updated_at = ${ctx.now}::timestamptz,
      state = case when ${due} > ${ctx.now}::timestamptz then 'waiting' else r.state end,
      fired_at = case when ${due} > ${ctx.now}::timestamptz then null else r.fired_at end
    from unnest(${days.map((moved) => moved.aboutId)}::uuid[], ${days.map((moved) => moved.anchor)}::text[], ${days.map((moved) => moved.day)}::date[])
      as moved(about_id, anchor, day)
    where r.organization_id = ${ctx.organizationId}::uuid and r.about_id = moved.about_id and r.anchor = moved.anchor and r.deleted_at is null
      and r.state in ('waiting', 'fired') and r.anchor_day is distinct from moved.day
    returning r.due_at, r.assignee_id`.execute(ctx.db)
  told(ctx, rows)
  await wakeFor(
    ctx,
    rows.map((row) => row.due_at),
  )
}

/** The record is no more what one waits for (cancelled, voided): reminders that followed one of its days are cancelled. */
export const dayGone = async (ctx: Context, aboutId: string): Promise<void> => {
  const rows = await ctx.db
    .updateTable('reminder')
    .set((eb) => ({ state: 'cancelled', version: eb('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('about_id', '=', aboutId)
    .where('anchor', 'is not', null)
    .where('deleted_at', 'is', null)
    .where('state', 'in', ['waiting', 'fired'])
    .returning('assignee_id')
    .execute()
  told(ctx, rows)
}

/** Those whose reminders moved see it; the verb that moved the day tells the page of the record itself. */
const told = (ctx: Context, rows: ReadonlyArray<{ assignee_id: string }>): void => {
  for (const userId of new Set(rows.map((row) => row.assignee_id))) ctx.emit({ name: 'reminder.moved', userId })
}

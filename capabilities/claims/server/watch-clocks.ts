import { sql } from 'kysely'
import { z } from 'zod'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { addDays, type Day } from '#kernel/shared/days.ts'
import { notifyMany } from '#capabilities/activities/server/index.ts'
import { getOrganization } from '#capabilities/organization/server/index.ts'
import type { ClockKind } from '../clocks.ts'
import { todayOf } from './load-claim.ts'

/** Each chunk is a transaction of its own. */
const perChunk = 1000
/** Days before its end at which a clock is told. */
const toldBefore: Readonly<Record<ClockKind, number>> = { declaration: 1, expert: 2, settlement: 5, prescription: 60 }
/** A deadline missed longer ago is old news: a portfolio that came as a file must not drown its people. */
const toldAfter = 7

/** Tells whoever looks after the customer that a delay of a claim is near its end, then that it has passed; once each. */
export const watchClocks = job({
  name: 'claims.watch_clocks',
  input: z.object({}),
  schedule: '15 0 * * *',
  concurrency: 1,
  run: async (services, _, { signal }) => {
    const organizations = await services.database.selectFrom('organization_directory').select('organization_id').execute()
    for (const { organization_id } of organizations) {
      if (signal.aborted) return
      await watchClocksOf(services, organization_id)
    }
  },
})

/** The night of one organization, in its own time zone. */
export const watchClocksOf = async (services: Services, organizationId: string): Promise<void> => {
  const program = systemActor('ASSURA-CRM')
  const timeZone = await runAs(
    services,
    { actor: program, organizationId, operation: 'claim.watch_clocks', readOnly: true },
    async (ctx) => (await getOrganization(ctx)).time_zone,
  )
  let after: Place | null = { due_on: '0001-01-01', id: '00000000-0000-0000-0000-000000000000' }
  while (after !== null) {
    const from: Place = after
    after = await runAs(services, { actor: { ...program, timeZone }, organizationId, operation: 'claim.watch_clocks' }, (ctx) =>
      tellSome(ctx, from),
    )
  }
}

/** Where a chunk ended. */
interface Place {
  readonly due_on: Day
  readonly id: string
}

interface Watched extends Place {
  readonly number: string
  readonly contact_id: string
  readonly due_kind: ClockKind
}

const tellSome = async (ctx: Context, after: Place): Promise<Place | null> => {
  const today = todayOf(ctx)
  const near = (kind: ClockKind) => sql`(c.due_kind = ${kind} and c.due_on <= ${addDays(today, toldBefore[kind])}::date)`
  const { rows } = await sql<Watched>`
    select c.id, c.number, c.contact_id, c.due_on, c.due_kind from claim c
    where c.organization_id = ${ctx.organizationId}::uuid and c.deleted_at is null and c.due_on is not null
      and c.due_on >= ${addDays(today, -toldAfter)}::date and c.due_on <= ${addDays(today, toldBefore.prescription)}::date
      and (c.due_on, c.id) > (${after.due_on}::date, ${after.id}::uuid)
      and (${near('declaration')} or ${near('expert')} or ${near('settlement')} or ${near('prescription')})
    order by c.due_on, c.id limit ${perChunk}`.execute(ctx.db)
  const told = await notifyMany(
    ctx,
    rows.map((row) => {
      const late = row.due_on < today
      return {
        subjectId: row.contact_id,
        aboutId: row.id,
        kind: 'claim.clock',
        values: { number: row.number, clock: row.due_kind, due_on: row.due_on, late },
        path: `/claims/${row.id}`,
        level: late ? 'urgent' : 'warning',
        once: `claim.${late ? 'late' : 'near'}:${row.id}:${row.due_kind}:${row.due_on}`,
      }
    }),
  )
  if (told === 0) ctx.unchanged()
  else ctx.audit({ after: { notifications: told } })
  const last = rows.at(-1)
  return rows.length === perChunk && last ? { due_on: last.due_on, id: last.id } : null
}

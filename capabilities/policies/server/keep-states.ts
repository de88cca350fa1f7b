import { sql } from 'kysely'
import { z } from 'zod'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Actor, Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import { job } from '#kernel/server/jobs.ts'
import type { Services } from '#kernel/server/services.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { getOrganization } from '#capabilities/organization/server/index.ts'
import { renewing } from '../inputs.ts'
import { tacitGraceDays } from '../rules.ts'
import { keepCoverOf } from './keep-cover.ts'
import { movedByTime, policyStatusSql, todayOf } from './status-sql.ts'
import { lockedPolicy } from './suspend-policy.ts'
import { renewTerm } from './renew-policy.ts'

/** Each chunk is a transaction of its own. */
const perChunk = 1000
const renewedPerChunk = 20

/**
 * Stores the states that time alone has changed, and what follows for holders; renews the tacit contracts whose expiry has come. Nothing
 * depends on its hour: states are reckoned wherever they are read.
 */
export const keepStates = job({
  name: 'policies.keep_states',
  input: z.object({}),
  schedule: '5 0 * * *',
  concurrency: 1,
  run: async (services, _, { signal }) => {
    const organizations = await services.database.selectFrom('organization_directory').select('organization_id').execute()
    for (const { organization_id: organizationId } of organizations) {
      if (signal.aborted) return
      await keepStatesOf(services, organizationId)
    }
  },
})

/** The nightly work of one organization, in its own time zone. */
export const keepStatesOf = async (services: Services, organizationId: string): Promise<void> => {
  const program = systemActor('ASSURA-CRM')
  const timeZone = await runAs(
    services,
    { actor: program, organizationId, operation: 'policy.keep_states', readOnly: true },
    async (ctx) => (await getOrganization(ctx)).time_zone,
  )
  const actor: Actor = { ...program, timeZone }
  const chunk = <T>(operation: string, work: (ctx: Context) => Promise<T>) => runAs(services, { actor, organizationId, operation }, work)
  const renewed = new Set<string>()
  for (let more = true; more;) more = await chunk('policy.renew', (ctx) => renewSome(ctx, services, renewed))
  for (let more = true; more;) more = await chunk('policy.keep_states', storeSome)
}

const storeSome = async (ctx: Context): Promise<boolean> => {
  const { rows } = await sql<{ contact_id: string }>`
    with moved as (
      select p.id, ${policyStatusSql('p')} as status from policy p
      where p.organization_id = ${ctx.organizationId}::uuid and p.deleted_at is null and p.status in ('awaiting_payment', 'in_force', 'to_renew', 'renewed', 'suspended')
        and ${movedByTime('p')}
      order by p.id limit ${perChunk} for update skip locked
    )
    update policy p set status = m.status, status_since = ${todayOf(ctx)}::date, updated_at = ${ctx.now}::timestamptz
    from moved m where p.organization_id = ${ctx.organizationId}::uuid and p.id = m.id
    returning p.contact_id`.execute(ctx.db)
  if (rows.length === 0) {
    ctx.unchanged()
    return false
  }
  await keepCoverOf(ctx, [...new Set(rows.map((row) => row.contact_id))])
  ctx.audit({ after: { policies: rows.length } })
  ctx.emit({ name: 'policy.kept_states', everyone: true })
  return rows.length === perChunk
}

/** Contracts made here that go on by themselves; those of a portfolio that came as a file are renewed where it comes from. */
const renewSome = async (ctx: Context, services: Services, done: Set<string>): Promise<boolean> => {
  const day = todayOf(ctx)
  const { rows } = await sql<{ id: string }>`select p.id from policy p
    where p.organization_id = ${ctx.organizationId}::uuid and p.deleted_at is null and p.contract_type = 'tacit' and p.external_id is null and p.end_date is null
      and p.status in ('in_force', 'to_renew') and p.expiry_date <= ${day}::date and p.expiry_date > ${day}::date - ${sql.lit(tacitGraceDays)} and p.id <> all(${[...done]}::uuid[])
    order by p.expiry_date, p.id limit ${renewedPerChunk}`.execute(ctx.db)
  let renewed = 0
  for (const { id } of rows) {
    done.add(id)
    try {
      await renewTerm(ctx, await lockedPolicy(ctx, id), renewing.parse({}))
      renewed += 1
    } catch (error) {
      // A price that can't be found waits for a person: the policy stays «à renouveler». Nothing was written before the refusal.
      if (!(error instanceof Problem)) throw error
      services.log.info({ policy: id, code: error.code }, 'tacit renewal waits')
    }
  }
  if (renewed === 0) ctx.unchanged()
  return rows.length === renewedPerChunk
}

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { withinReach } from '#kernel/server/scope.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import type { recoveryOperations } from '../../recovery-contract.ts'
import { today } from '../reading/bill-sql.ts'

type Summary = (typeof recoveryOperations)['countRecovery']

/** The work of the day by step: how many cases, and what is due on them. */
export const countRecovery = async (ctx: Context, input: ParsedOf<Summary>): Promise<OutputOf<Summary>> => {
  const reach = withinReach(ctx, ctx.can('receivable.view'), {
    subjectId: sql`d.receivable_id`,
    agencyId: sql`d.agency_id`,
    ownerId: sql`r.owner_id`,
    createdBy: sql`r.created_by`,
  })
  const { rows } = await sql<{ step: OutputOf<Summary>['data'][number]['step'] | null; cases: number; balance_centimes: number }>`
    select case when d.next_on <= ${today} then d.next_step end as step, count(*)::integer as cases, sum(r.balance_centimes)::bigint as balance_centimes
    from dunning_case d join receivable r on r.organization_id = d.organization_id and r.id = d.receivable_id
    where d.organization_id = ${ctx.organizationId}::uuid and d.closed_on is null and ${reach}
      ${input.agency_id === undefined ? sql`` : sql`and d.agency_id = ${input.agency_id}::uuid`}
    group by 1`.execute(ctx.db)
  return {
    data: rows.flatMap(({ step, cases, balance_centimes }) => (step === null ? [] : [{ step, cases, balance_centimes }])),
    open: rows.reduce((sum, row) => sum + row.cases, 0),
  }
}

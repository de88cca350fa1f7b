import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { refuseHoldersOutOfReach } from '#capabilities/customers/server/index.ts'
import { policyStatusSql } from '../status-sql.ts'

const noHolder = {
  code: 'holder_missing',
  field: 'contact',
  sentence: /*i18n*/ { id: 'policy.import.holder_missing', message: 'Aucun client n’est nommé : la police ne peut pas être créée' },
}
const backwards = {
  code: 'backwards',
  field: 'expiry_date',
  sentence: /*i18n*/ { id: 'policy.import.backwards', message: 'L’échéance précède la date d’effet' },
}

/** Adds a reason to rows that are to be written. */
const refuse = async (ctx: Context, chunk: ImportChunk, reason: unknown, when: ReturnType<typeof sql>): Promise<void> => {
  await sql`update ${chunk.rows} k set problems = coalesce(k.problems, '[]'::jsonb) || jsonb_build_array(${JSON.stringify(reason)}::jsonb) where ${when}`.execute(
    ctx.db,
  )
}

/**
 * What the rules of policies say of the rows, and the state in which each would be kept: what the file says of its own accord (cancelled,
 * suspended), otherwise what its dates make of it.
 */
export const checkPolicies = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await refuseHoldersOutOfReach(ctx, chunk)
  await refuse(ctx, chunk, noHolder, sql`k.action = 'create' and k.contact_id is null`)
  await refuse(
    ctx,
    chunk,
    backwards,
    sql`k.action = 'update' and exists (select 1 from policy t where t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id
      and coalesce(k.expiry_date, t.expiry_date) <= coalesce(k.effective_date, t.effective_date))`,
  )
  await keepStates(ctx, chunk)
}

/** States that somebody decided; the others follow from the dates. */
const decided = sql`('draft', 'awaiting_payment', 'suspended', 'lapsed', 'expired', 'cancelled', 'void')`

/** The state in which each policy that changes would be kept; that of a new one follows once its kind of contract is known. To be called again once dates of rows were taken back. */
export const keepStates = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`update ${chunk.rows} k set status = n.status from (
      select p.row_no, ${policyStatusSql('p')} as status from (
        select k.row_no, coalesce(k.status, case when t.status in ('draft', 'awaiting_payment', 'suspended', 'cancelled', 'void') then t.status end, 'in_force') as status,
          coalesce(k.contract_type, t.contract_type, 'firm') as contract_type, coalesce(k.effective_date, t.effective_date) as effective_date,
          coalesce(k.expiry_date, t.expiry_date) as expiry_date, coalesce(k.end_date, t.end_date) as end_date, coalesce(t.cover_awaits_payment, false) as cover_awaits_payment,
          case when k.effective_date is null then t.renewal_from end as renewal_from
        from ${chunk.rows} k join policy t on t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id
        where k.action = 'update' and (k.status is null or k.status not in ${decided})) p) n
    where n.row_no = k.row_no`.execute(ctx.db)
}

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk } from '#kernel/server/importable.ts'
import { newId } from '#kernel/shared/ids.ts'
import { statusOfAmounts } from './check-bills.ts'
import { numberPayments } from './payment-numbers.ts'

/** The source of payments that only say what a file of bills said was paid; their external identifier is the bill. */
export const toldSource = 'import.bill'

const note = 'Règlement repris du fichier des quittances'

interface Told {
  readonly id: string
  readonly agency_id: string
  readonly agency_number: string
  readonly paid_on: string
}

/**
 * What the file says was paid on its bills becomes a payment each, so that a balance is always the sum of its rows: on the day and by the mode
 * that the file says, otherwise on the day that the bill fell due and as an offset.
 */
export const settleToldBills = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  if (!chunk.staged.has('told_paid')) return
  const found =
    await sql<Told>`select k.id, k.agency_id, a.number as agency_number, least(coalesce(k.paid_on, k.due_date), app_today()) as paid_on from ${chunk.rows} k
    join agency_card a on a.organization_id = ${ctx.organizationId}::uuid and a.id = k.agency_id
    where k.action = 'create' and k.told_paid <> 0 and coalesce(k.told_status, '') <> 'void' order by k.row_no`.execute(ctx.db)
  if (found.rows.length === 0) return
  const numbers = await numberPayments(chunk, found.rows)
  const payments = found.rows.map(({ id, paid_on }) => ({ id: newId(), bill_id: id, number: numbers.get(id) ?? '', paid_on }))
  await sql`with r as (select r.*, k.contact_id, k.agency_id, k.owner_id, k.paid_mode, k.told_paid
      from jsonb_to_recordset(${JSON.stringify(payments)}::jsonb) r(id uuid, bill_id uuid, number text, paid_on date) join ${chunk.rows} k on k.id = r.bill_id),
    made as (insert into payment (organization_id, id, number, contact_id, agency_id, owner_id, paid_on, mode, amount_centimes, allocated_centimes, note, external_id, external_source,
        created_by, created_by_name, created_at, updated_at)
      select ${ctx.organizationId}::uuid, id, number, contact_id, agency_id, owner_id, paid_on, coalesce(paid_mode, 'offset'), told_paid, told_paid, ${note}, bill_id::text, ${toldSource},
        ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from r)
    insert into payment_allocation (organization_id, payment_id, receivable_id, amount_centimes) select ${ctx.organizationId}::uuid, id, bill_id, told_paid from r`.execute(
    ctx.db,
  )
  await sql`update receivable t set paid_centimes = k.told_paid, balance_centimes = case when t.status = 'written_off' then 0 else t.amount_centimes - k.told_paid end,
      status = ${statusOfAmounts('t.status', 't.amount_centimes', 'k.told_paid', 't.due_date')}
    from ${chunk.rows} k where k.action = 'create' and k.told_paid <> 0 and coalesce(k.told_status, '') <> 'void' and t.organization_id = ${ctx.organizationId}::uuid and t.id = k.id`.execute(
    ctx.db,
  )
}

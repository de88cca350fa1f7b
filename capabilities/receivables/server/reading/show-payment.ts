import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { Payment } from '../../rows.ts'
import { paymentColumns } from './bill-sql.ts'
import { paymentsSeen } from './receivables-of-contact.ts'
import { paymentOf } from './shape-rows.ts'

/** Columns of a row of the list of payments, with its joins on customer `c` and agency `a`. */
export const paymentRowColumns = sql`${paymentColumns}, c.name as contact_name, c.code as contact_code, a.number as agency_number, a.name as agency_name, p.void_reason`
export const paymentRowJoins = sql`left join contact_window c on c.organization_id = p.organization_id and c.id = p.contact_id
    left join agency_card a on a.organization_id = p.organization_id and a.id = p.agency_id`

/** A payment within the reader's reach with all that is known of it; one that they just made is shown wherever it lies. */
export const showPayment = async (ctx: Context, id: string, options: { anywhere?: boolean } = { anywhere: true }): Promise<Payment> => {
  const seen = options.anywhere ? sql`true` : paymentsSeen(ctx)
  const { rows } = await sql<Record<string, unknown>>`select ${paymentRowColumns}, p.note, p.receipt_id,
      (select jsonb_build_object('id', f.id, 'number', f.number) from payment f where f.organization_id = p.organization_id and f.id = p.refund_of) as refund_of,
      coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'number', b.number, 'paid_on', b.paid_on, 'amount_centimes', b.amount_centimes) order by b.id)
        from payment b where b.organization_id = p.organization_id and b.refund_of = p.id and b.state = 'recorded'), '[]'::jsonb) as refunds
    from payment_window p ${paymentRowJoins}
    where p.organization_id = ${ctx.organizationId}::uuid and p.id = ${id}::uuid and ${seen}`.execute(ctx.db)
  const [row] = rows
  if (!row) throw notFound()
  return paymentOf(ctx, row) as unknown as Payment
}

export const getPayment = (ctx: Context, input: { id: string }): Promise<Payment> => showPayment(ctx, input.id, {})

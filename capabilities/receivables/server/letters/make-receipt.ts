import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { makeLetter } from '#capabilities/documents/server/index.ts'
import type { receivableOperations } from '../../contract.ts'
import { lockPayments } from '../ledger/locked.ts'
import { demandCounts, loadPayment } from '../payments/load-payment.ts'
import { receiptLetter } from './receipt.ts'

type Operations = typeof receivableOperations

interface Read {
  readonly name: string
  readonly code: string
  readonly address: string | null
  readonly postcode: string | null
  readonly town: string | null
  readonly bills: { number: string; policy: string | null; due: string; amount_centimes: number; balance_centimes: number }[]
}

const title = { fr: 'Reçu de paiement', ar: 'وصل دفع' } as const
const titleBack = { fr: 'Reçu de remboursement', ar: 'وصل استرداد' } as const

/** The receipt of a payment: made at the first asking, then the same one as long as the payment settles the same bills. */
export const makeReceipt = async (
  ctx: Context,
  input: ParsedOf<Operations['makeReceipt']>,
): Promise<OutputOf<Operations['makeReceipt']>> => {
  await loadPayment(ctx, input.id, 'edit')
  const payment = (await lockPayments(ctx, [input.id])).get(input.id)
  if (!payment) throw notFound()
  demandCounts(payment)
  if (payment.receipt_id !== null) {
    ctx.unchanged()
    return { document_id: payment.receipt_id, number: payment.number }
  }
  const { rows } =
    await sql<Read>`select c.name, c.code, c.address, c.postcode, ${input.language === 'ar' ? sql`m.name_ar` : sql`m.name_fr`} as town,
      coalesce((select jsonb_agg(jsonb_build_object('number', r.number, 'policy', pc.number, 'due', r.due_date, 'amount_centimes', pa.amount_centimes,
          'balance_centimes', r.balance_centimes) order by r.due_date, r.id)
        from payment_allocation pa join receivable r on r.organization_id = pa.organization_id and r.id = pa.receivable_id
        left join policy_card pc on pc.organization_id = r.organization_id and pc.id = r.policy_id
        where pa.organization_id = ${ctx.organizationId}::uuid and pa.payment_id = ${payment.id}::uuid), '[]'::jsonb) as bills
    from contact_window c left join commune m on m.code = c.commune
    where c.organization_id = ${ctx.organizationId}::uuid and c.id = ${payment.contact_id}::uuid`.execute(ctx.db)
  const [read] = rows
  if (!read) throw new Error('a payment has no customer')
  const made = await makeLetter(ctx, {
    template: receiptLetter,
    subjectId: payment.contact_id,
    aboutId: null,
    agencyId: payment.agency_id,
    language: input.language,
    title: (payment.amount_centimes < 0 ? titleBack : title)[input.language],
    number: payment.number,
    data: {
      number: payment.number,
      day: payment.paid_on,
      mode: payment.mode,
      reference: payment.reference,
      bank: payment.bank,
      amount_centimes: payment.amount_centimes,
      available_centimes: payment.available_centimes,
      received_by: payment.created_by_name,
      customer: {
        name: read.name,
        code: read.code,
        lines: [read.address, [read.postcode, read.town].filter((part) => part !== null).join(' ')].filter(
          (line): line is string => line !== null && line !== '',
        ),
      },
      bills: read.bills,
    },
  })
  await ctx.db
    .updateTable('payment')
    .set({ receipt_id: made.documentId })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', payment.id)
    .execute()
  return { document_id: made.documentId, number: made.number }
}

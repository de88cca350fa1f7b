import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { DuesOfContact } from '../../answers.ts'
import type { CashRule } from '../../fields.ts'
import type { ReceivableLine } from '../../rows.ts'
import { cashRuleFor } from '../../rules.ts'
import { cashLawHolds } from '../payments/cash-rule.ts'
import { todayOf } from '../ledger/recount.ts'
import { loadCustomer } from './load-customer.ts'
import { billColumns, policyJoin } from './bill-sql.ts'
import { billsSeen, paymentsSeen } from './receivables-of-contact.ts'
import { billOf } from './shape-rows.ts'

type Due = ReceivableLine & { readonly compulsory: boolean | null; readonly cash_rule: CashRule | null }

const openBills = async (ctx: Context, contactId: string, paymentId: string | null): Promise<Due[]> => {
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${billColumns}, pd.compulsory, pd.cash_rule from receivable_window r ${policyJoin}
    where r.organization_id = ${ctx.organizationId}::uuid and r.contact_id = ${contactId}::uuid and r.deleted_at is null
      and (r.balance_centimes <> 0 or r.id in (select pa.receivable_id from payment_allocation pa where pa.organization_id = ${ctx.organizationId}::uuid and pa.payment_id = ${paymentId}::uuid)) and ${billsSeen(ctx)}
    order by r.due_date, r.id limit 200`.execute(ctx.db)
  return rows.map((row) => billOf(ctx, row) as unknown as Due)
}

const creditOf = async (ctx: Context, contactId: string): Promise<number> => {
  const { rows } = await sql<{ left: number }>`select coalesce(sum(p.available_centimes), 0)::bigint as left from payment_window p
    where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = ${contactId}::uuid and p.available_centimes <> 0 and ${paymentsSeen(ctx)}`.execute(
    ctx.db,
  )
  return rows[0]?.left ?? 0
}

const cardOf = async (ctx: Context, contactId: string): Promise<DuesOfContact['contact']> => {
  const { rows } = await sql<DuesOfContact['contact']>`select id, name, code, language from contact_window
    where organization_id = ${ctx.organizationId}::uuid and id = ${contactId}::uuid`.execute(ctx.db)
  const [card] = rows
  if (!card) throw notFound()
  return card
}

const bankNames = async (ctx: Context): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`select name from bank order by name`.execute(ctx.db)
  return rows.map((row) => row.name)
}

/** What a customer owes now and what happens to cash for it: all that the desk needs to receive money. */
export const duesOfContact = async (ctx: Context, input: { id: string; payment_id?: string | undefined }): Promise<DuesOfContact> => {
  await loadCustomer(ctx, input.id)
  const today = todayOf(ctx)
  const [contact, bills, unallocated, banks, lawHolds] = await Promise.all([
    cardOf(ctx, input.id),
    openBills(ctx, input.id, input.payment_id ?? null),
    creditOf(ctx, input.id),
    bankNames(ctx),
    cashLawHolds(ctx, today),
  ])
  return {
    contact,
    bills: bills.map(({ compulsory, cash_rule, ...bill }) => ({
      ...bill,
      cash: cash_rule === null || compulsory === null ? 'allow' : cashRuleFor('cash', [{ compulsory, cash_rule }], lawHolds),
    })),
    unallocated_centimes: unallocated,
    due_centimes: bills.reduce((sum, bill) => sum + (bill.balance_centimes > 0 && bill.due_date <= today ? bill.balance_centimes : 0), 0),
    banks,
  }
}

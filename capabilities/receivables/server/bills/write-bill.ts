import { type Insertable } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { takeNumbers } from '#kernel/server/numbers.ts'
import { addSubject } from '#kernel/server/subjects.ts'
import { fold } from '#kernel/shared/fold.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { Breakdown, ReceivableKind } from '../../fields.ts'
import { statusOn } from '../../rules.ts'
import type { BillRecord } from '../ledger/locked.ts'
import { todayOf } from '../ledger/recount.ts'
import type { ReceivableTable } from '../tables.ts'

export interface NewBill {
  readonly contactId: string
  readonly policyId: string | null
  readonly amendmentId: string | null
  readonly termNumber: number | null
  readonly kind: ReceivableKind
  readonly agencyId: string
  readonly ownerId: string | null
  readonly issuedOn: string
  readonly dueDate: string
  readonly periodFrom: string | null
  readonly periodUntil: string | null
  /** With the sign of the bill. */
  readonly breakdown: Breakdown
  readonly remarks: string | null
}

/** By what a bill is found: its number, with or without signs between its parts. */
export const billSearchText = (number: string): string => {
  const folded = fold(number)
  const together = folded.replaceAll(' ', '')
  return folded === together ? folded : `${folded} ${together}`
}

/** The sum of the parts of a bill. */
export const amountOf = (parts: Breakdown): number => Object.values(parts).reduce((sum, part) => sum + part, 0)

/** Writes a bill with its card and its number, `Q-YYYY-NNNNNN` by year of issue; nothing is paid on it. */
export const writeBill = async (ctx: Context, bill: NewBill): Promise<BillRecord> => {
  const id = newId()
  const year = bill.issuedOn.slice(0, 4)
  const at = await takeNumbers(ctx, `receivable:${year}`, 1)
  const number = `Q-${year}-${String(at).padStart(6, '0')}`
  const amount = amountOf(bill.breakdown)
  await addSubject(ctx, {
    id,
    kind: 'receivable',
    title: number,
    subtitle: null,
    agencyId: bill.agencyId,
    ownerId: bill.ownerId,
    searchText: billSearchText(number),
    words: [],
  })
  const row: Insertable<ReceivableTable> = {
    organization_id: ctx.organizationId,
    id,
    number,
    contact_id: bill.contactId,
    policy_id: bill.policyId,
    amendment_id: bill.amendmentId,
    term_number: bill.termNumber,
    kind: bill.kind,
    agency_id: bill.agencyId,
    owner_id: bill.ownerId,
    issued_on: bill.issuedOn,
    due_date: bill.dueDate,
    period_from: bill.periodFrom,
    period_until: bill.periodUntil,
    ...bill.breakdown,
    amount_centimes: amount,
    paid_centimes: 0,
    balance_centimes: amount,
    status: statusOn({ status: 'issued', amount_centimes: amount, paid_centimes: 0, due_date: bill.dueDate }, todayOf(ctx)),
    void_reason: null,
    remarks: bill.remarks === '' ? null : bill.remarks,
    external_id: null,
    external_source: null,
    created_by: ctx.actor.userId,
    created_at: ctx.now,
    updated_at: ctx.now,
    deleted_at: null,
  }
  const made = await ctx.db.insertInto('receivable').values(row).returningAll().executeTakeFirstOrThrow()
  ctx.emit({ name: 'receivable.created', subjectId: id, agencyId: bill.agencyId, ownerId: bill.ownerId })
  return made
}

/** What the journal says of a bill. */
export const billSubject = (bill: { id: string; number: string }) => ({ kind: 'receivable', id: bill.id, title: bill.number })

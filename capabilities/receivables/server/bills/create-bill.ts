import { sql } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, notFound } from '#kernel/server/scope.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { receivableOperations } from '../../contract.ts'
import { breakdownFields, type Breakdown } from '../../fields.ts'
import type { Receivable } from '../../rows.ts'
import { todayOf } from '../ledger/recount.ts'
import { loadCustomer } from '../reading/load-customer.ts'
import { showBill } from '../reading/show-bill.ts'
import { amountOf, billSubject, writeBill } from './write-bill.ts'

type Input = ParsedOf<typeof receivableOperations.createReceivable>

const nothingBilled = /*i18n*/ { id: 'receivable.nothing', message: 'Saisissez au moins un montant.' }
const inFuture = /*i18n*/ { id: 'receivable.issued_in_future', message: 'Une quittance ne s’émet pas à une date à venir.' }
const periodReversed = /*i18n*/ { id: 'receivable.period_reversed', message: 'La fin de la période vient avant son début.' }
const otherHolder = /*i18n*/ { id: 'receivable.other_holder', message: 'Cette police est celle d’un autre client.' }

/** A bill is made by hand: an adjustment, a fee, what another system had left out. It belongs to the agency of its policy, or of the customer. */
export const createReceivable = async (ctx: Context, input: Input): Promise<Receivable> => {
  const contact = await loadCustomer(ctx, input.contact_id)
  const today = todayOf(ctx)
  const issuedOn = input.issued_on ?? today
  if (issuedOn > today) throw refuse('receivable.issued_in_future', inFuture, 'issued_on')
  if (input.period_from !== null && input.period_until !== null && input.period_until < input.period_from)
    throw refuse('receivable.period_reversed', periodReversed, 'period_until')
  const sign = input.kind === 'refund' ? -1 : 1
  const breakdown = Object.fromEntries(
    Object.keys(breakdownFields).map((field) => [field, sign * input[field as keyof Breakdown] || 0]),
  ) as Breakdown
  if (amountOf(breakdown) === 0) throw refuse('receivable.nothing', nothingBilled, 'net_premium_centimes')
  const place = input.policy_id === null ? contact : await policyPlace(ctx, input.policy_id, input.contact_id)
  if (!covers(ctx.actor, actorCan(ctx.actor, 'receivable.create'), place)) throw notFound()
  const bill = await writeBill(ctx, {
    contactId: input.contact_id,
    policyId: input.policy_id,
    amendmentId: null,
    termNumber: null,
    kind: input.kind,
    agencyId: place.agency_id,
    ownerId: place.owner_id,
    issuedOn,
    dueDate: input.due_date,
    periodFrom: input.period_from,
    periodUntil: input.period_until,
    breakdown,
    remarks: input.remarks,
  })
  ctx.audit({
    subject: billSubject(bill),
    after: {
      contact_id: bill.contact_id,
      policy_id: bill.policy_id,
      kind: bill.kind,
      due_date: bill.due_date,
      amount_centimes: bill.amount_centimes,
    },
  })
  return showBill(ctx, bill.id)
}

const policyPlace = async (ctx: Context, policyId: string, contactId: string) => {
  const { rows } = await sql<{
    contact_id: string
    agency_id: string
    owner_id: string | null
  }>`select contact_id, agency_id, owner_id from policy_card
    where organization_id = ${ctx.organizationId}::uuid and id = ${policyId}::uuid`.execute(ctx.db)
  const [policy] = rows
  if (!policy || !covers(ctx.actor, actorCan(ctx.actor, 'policy.view'), policy)) throw notFound()
  if (policy.contact_id !== contactId) throw refuse('receivable.other_holder', otherHolder, 'policy_id')
  return policy
}

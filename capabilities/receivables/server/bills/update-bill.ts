import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import { dayMoved } from '#capabilities/activities/server/index.ts'
import type { receivableOperations } from '../../contract.ts'
import type { Receivable } from '../../rows.ts'
import { isOpen, statusOn } from '../../rules.ts'
import { todayOf } from '../ledger/recount.ts'
import { showBill } from '../reading/show-bill.ts'
import { loadBill } from './load-bill.ts'
import { billSubject } from './write-bill.ts'

const settled = /*i18n*/ { id: 'receivable.settled', message: 'Cette quittance est soldée : son échéance ne change plus.' }
const beforeIssue = /*i18n*/ { id: 'receivable.due_before_issue', message: 'L’échéance ne peut pas précéder l’émission.' }
const conflict = /*i18n*/ { id: 'receivable.conflict', message: 'Cette quittance vient de changer. Comparez, puis choisissez.' }

/** The due day or the remarks of a bill change; its amounts never do: a bill is voided and made anew. Reminders follow the day. */
export const updateReceivable = async (
  ctx: Context,
  input: ParsedOf<typeof receivableOperations.updateReceivable>,
): Promise<Receivable> => {
  const { statusNow, ...bill } = await loadBill(ctx, input.id, 'edit', { lock: true })
  const wanted = {
    ...(input.due_date !== undefined && { due_date: input.due_date }),
    ...(input.remarks !== undefined && { remarks: input.remarks === '' ? null : input.remarks }),
  }
  const change = changesBetween({ ...bill }, wanted)
  if (change === null) {
    ctx.unchanged()
    return showBill(ctx, bill.id)
  }
  if (bill.version !== input.version) throw new Problem(409, 'version_conflict', conflict, [], { current: await showBill(ctx, bill.id) })
  const dueDate = input.due_date ?? bill.due_date
  if (dueDate !== bill.due_date) {
    if (!isOpen(statusNow)) throw refuse('receivable.settled', settled, 'due_date')
    if (dueDate < bill.issued_on) throw refuse('receivable.due_before_issue', beforeIssue, 'due_date')
  }
  const version = bill.version + 1
  await ctx.db
    .updateTable('receivable')
    .set({ ...wanted, status: statusOn({ ...bill, due_date: dueDate }, todayOf(ctx)), version, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', bill.id)
    .execute()
  if (dueDate !== bill.due_date) await dayMoved(ctx, bill.id, 'receivable.due', dueDate)
  ctx.audit({ subject: billSubject(bill), before: change.before, after: { ...change.after, version } })
  ctx.emit({ name: 'receivable.updated', subjectId: bill.id, agencyId: bill.agency_id, ownerId: bill.owner_id })
  return showBill(ctx, bill.id)
}

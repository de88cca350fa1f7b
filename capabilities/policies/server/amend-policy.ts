import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { dayMoved } from '#capabilities/activities/server/index.ts'
import type { AmendmentPreview, policyOperations } from '../contract.ts'
import { totalOf } from '../fields.ts'
import type { AmendmentAsk } from '../inputs.ts'
import { keysOf } from '../insured-objects.ts'
import type { Policy } from '../rows.ts'
import { renewalDayOf } from './begin-contract.ts'
import { billAmendment } from './bill-policy.ts'
import { demandVersion } from './edit-draft.ts'
import { findDoubles } from './find-double.ts'
import { showHolders } from './holder-place.ts'
import { keepCoverOf } from './keep-cover.ts'
import { demandMove, loadPolicy, type PolicyRecord } from './load-policy.ts'
import { renameSubject } from './name-subject.ts'
import { planAmendment, type AmendmentPlan } from './plan-amendment.ts'
import { showPolicy } from './show-policy.ts'
import { todayOf } from './status-sql.ts'
import { addObjects, objectRows, setGuarantees } from './write-contents.ts'
import { addAmendment, changePolicy, type PolicySet } from './write-policy.ts'

type Operations = typeof policyOperations

/** What an amendment would change and cost; nothing is written. */
export const previewAmendment = async (ctx: Context, input: ParsedOf<Operations['previewAmendment']>): Promise<AmendmentPreview> => {
  const policy = await loadPolicy(ctx, input.id, 'view')
  demandMove(policy, 'amend')
  const plan = await planAmendment(ctx, policy, input.ask)
  const stretch = { productId: policy.product_id, from: input.ask.effective_date, until: policy.expiry_date, except: policy.id }
  return {
    changes: [...plan.changes],
    days: plan.days,
    before_net_centimes: policy.net_premium_centimes,
    after_net_centimes: plan.whole.net_premium_centimes,
    parts: plan.parts,
    total_centimes: plan.total,
    double_insurance: await findDoubles(ctx, plan.read.map(keysOf), stretch),
  }
}

/** A contract changes: by amendment only, numbered, kept field by field, with what it costs for the days left (art. 9 of ord. 95-07). */
export const amendPolicy = async (ctx: Context, input: ParsedOf<Operations['amendPolicy']>): Promise<Policy> => {
  const { ask } = input
  const before = await loadPolicy(ctx, input.id, 'edit', { lock: true })
  await demandVersion(ctx, before, input.version)
  demandMove(before, 'amend')
  const plan = await planAmendment(ctx, before, ask)
  const amendment = await addAmendment(ctx, before, {
    kind: ask.kind,
    effectiveDate: ask.effective_date,
    reason: 'reason' in ask ? ask.reason : null,
    note: ask.note,
    net: plan.parts.net_premium_centimes,
    total: plan.total,
    changes: plan.changes,
  })
  await writeObjects(ctx, before, ask, plan)
  const set = await columnsOf(ctx, before, ask, plan)
  const after = await changePolicy(
    ctx,
    before,
    { ...set, last_amendment: amendment.number },
    { also: { amendment: amendment.number, amendment_kind: ask.kind } },
  )
  const insured_label = await renameSubject(ctx, after)
  await addToTerm(ctx, before.id, plan, ask)
  if (plan.total !== 0) await billAmendment(ctx, after, amendment.id, plan.term, ask.effective_date, plan.parts)
  if (ask.kind === 'transfer') {
    await showHolders(ctx, { policyId: before.id })
    await keepCoverOf(ctx, [before.contact_id, ask.contact_id])
  }
  if (ask.kind === 'extension') {
    await dayMoved(ctx, before.id, 'policy.expiry', ask.expiry_date)
    await keepCoverOf(ctx, [before.contact_id])
  }
  return showPolicy(ctx, { ...after, insured_label })
}

const writeObjects = async (ctx: Context, policy: PolicyRecord, ask: AmendmentAsk, plan: AmendmentPlan): Promise<void> => {
  const today = todayOf(ctx)
  const close = (ids: readonly string[]) =>
    ctx.db
      .updateTable('insured_object')
      .set((row) => ({ until_date: ask.effective_date, version: row('version', '+', 1), updated_at: ctx.now }))
      .where('organization_id', '=', ctx.organizationId)
      .where('policy_id', '=', policy.id)
      .where('id', 'in', ids)
      .execute()
  if (ask.kind === 'removal') await close(ask.object_ids)
  if (ask.kind === 'vehicle') await close([ask.object_id])
  if (ask.kind === 'vehicle' || ask.kind === 'addition') await addObjects(ctx, policy.id, plan.read, ask.effective_date, today)
  if (ask.kind === 'risk') {
    const [row] = await objectRows(ctx, plan.read, today)
    if (row)
      await ctx.db
        .updateTable('insured_object')
        .set((eb) => ({ ...row, version: eb('version', '+', 1), updated_at: ctx.now }))
        .where('organization_id', '=', ctx.organizationId)
        .where('policy_id', '=', policy.id)
        .where('id', '=', ask.object_id)
        .execute()
  }
  if (ask.kind === 'guarantees' || plan.priced) await setGuarantees(ctx, policy.id, plan.after.guarantees, plan.priced?.lines ?? [])
}

const columnsOf = async (ctx: Context, policy: PolicyRecord, ask: AmendmentAsk, plan: AmendmentPlan): Promise<PolicySet> => {
  const premium = { ...plan.whole, total_premium_centimes: totalOf(plan.whole) }
  const commissions = plan.priced && {
    commission_centimes: plan.priced.price.commission_centimes,
    management_commission_centimes: plan.priced.price.management_commission_centimes,
  }
  switch (ask.kind) {
    case 'guarantees': {
      const formula = plan.product.formulas.find(({ id }) => id === ask.formula_id)
      return {
        ...premium,
        ...commissions,
        formula_id: ask.formula_id,
        formula_name: formula?.name ?? null,
        discount_rate: plan.priced?.reduction ?? plan.after.discount_rate,
      }
    }
    case 'transfer':
      return { contact_id: ask.contact_id }
    case 'extension':
      return {
        ...premium,
        expiry_date: ask.expiry_date,
        renewal_from: await renewalDayOf(ctx, policy.contract_type, policy.effective_date, ask.expiry_date),
      }
    case 'bank_details':
      return {
        payment_mode: ask.payment_mode,
        bank_account: plan.changes.some(({ field }) => field === 'bank_account') ? ask.bank_account : policy.bank_account,
      }
    case 'refund':
      return {}
    default:
      return { ...premium, ...commissions }
  }
}

/** The term bears what it was billed: its own premium, and what amendments added or gave back. */
const addToTerm = async (ctx: Context, policyId: string, plan: AmendmentPlan, ask: AmendmentAsk): Promise<void> => {
  if (plan.total === 0 && ask.kind !== 'extension') return
  await ctx.db
    .updateTable('policy_term')
    .set((term) => ({
      net_premium_centimes: term('net_premium_centimes', '+', plan.parts.net_premium_centimes),
      total_premium_centimes: term('total_premium_centimes', '+', plan.total),
      ...(ask.kind === 'extension' && { expiry_date: ask.expiry_date }),
    }))
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policyId)
    .where('number', '=', plan.term.number)
    .execute()
}

import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { maskMiddle } from '#capabilities/customers/identifiers.ts'
import { placeWithin } from '#capabilities/customers/server/index.ts'
import { loadProduct } from '#capabilities/products/server/index.ts'
import type { policyOperations } from '../contract.ts'
import type { Policy } from '../rows.ts'
import { beginContract, beginningOf } from './begin-contract.ts'
import { contractOf, type Terms } from './contract-columns.ts'
import { refusePast } from './create-policy.ts'
import { demandMove, loadPolicy, type PolicyRecord } from './load-policy.ts'
import { renameSubject } from './name-subject.ts'
import { showPolicy } from './show-policy.ts'
import { todayOf } from './status-sql.ts'
import { addObjects, setGuarantees, setParties } from './write-contents.ts'
import { changePolicy } from './write-policy.ts'
import { writtenTerms } from './written-terms.ts'

type Operations = typeof policyOperations

/** Refuses (409), with the record as it stands, who acts on a version that somebody has changed since. */
export const demandVersion = async (ctx: Context, policy: PolicyRecord, version: number): Promise<void> => {
  if (policy.version === version) return
  throw new Problem(
    409,
    'version_conflict',
    /*i18n*/ { id: 'policy.conflict', message: 'Quelqu’un d’autre vient de modifier cette police. Relisez-la, puis recommencez.' },
    [],
    { current: await showPolicy(ctx, policy) },
  )
}

/** A draft is filled in again: nothing of it binds anybody yet. */
export const editDraft = async (ctx: Context, input: ParsedOf<Operations['editDraft']>): Promise<Policy> => {
  const { id, version, intermediary, remarks, ...terms } = input
  const before = await loadPolicy(ctx, id, 'edit', { lock: true })
  await demandVersion(ctx, before, version)
  demandMove(before, 'edit_draft')
  const after = await writeContents(ctx, before, terms, { intermediary, remarks })
  return showPolicy(ctx, after)
}

const writeContents = async (
  ctx: Context,
  before: PolicyRecord,
  terms: Terms,
  also: { intermediary: string | null; remarks: string | null },
): Promise<PolicyRecord> => {
  const today = todayOf(ctx)
  const product = await loadProduct(ctx, before.product_id)
  const { read, priced, columns } = await contractOf(ctx, product, terms, today, false)
  await ctx.db.deleteFrom('insured_object').where('organization_id', '=', ctx.organizationId).where('policy_id', '=', before.id).execute()
  await addObjects(ctx, before.id, read, columns.effective_date, today)
  await setGuarantees(ctx, before.id, terms.guarantees, priced.lines)
  await setParties(ctx, before.id, terms.parties)
  const insured_label = await renameSubject(ctx, before)
  // A form that sends the masked account back has not changed it.
  const same = before.bank_account !== null && columns.bank_account === maskMiddle(before.bank_account)
  return changePolicy(ctx, before, { ...columns, ...also, insured_label, ...(same && { bank_account: before.bank_account }) })
}

/** A draft becomes a contract, at the rates of its first day, which may be moved as it is issued. */
export const issuePolicy = async (ctx: Context, input: ParsedOf<Operations['issuePolicy']>): Promise<Policy> => {
  const before = await loadPolicy(ctx, input.id, 'edit', { lock: true })
  await demandVersion(ctx, before, input.version)
  demandMove(before, 'issue')
  const today = todayOf(ctx)
  const written = await writtenTerms(ctx, before)
  const terms = { ...written, effective_date: input.effective_date ?? written.effective_date }
  refusePast(terms.effective_date, today)
  const product = await loadProduct(ctx, before.product_id)
  const { priced, columns } = await contractOf(ctx, product, terms, today, true)
  await setGuarantees(ctx, before.id, terms.guarantees, priced.lines)
  await ctx.db
    .updateTable('insured_object')
    .set({ from_date: columns.effective_date, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', before.id)
    .execute()
  const beginning = beginningOf(ctx, columns, { cover_agreed: input.cover_agreed, existing: false })
  const after = await changePolicy(ctx, before, { ...columns, ...beginning, subscribed_on: today })
  await beginContract(ctx, after, { existing: false })
  return showPolicy(ctx, after)
}

/** What is no part of the contract changes without amendment: remarks, who brought it, who looks after it. */
export const updatePolicy = async (ctx: Context, input: ParsedOf<Operations['updatePolicy']>): Promise<Policy> => {
  const { id, version, ...given } = input
  const before = await loadPolicy(ctx, id, 'edit', { lock: true })
  const set = Object.fromEntries(
    Object.entries(given).filter(([field, value]) => value !== undefined && value !== before[field as keyof PolicyRecord]),
  )
  if (Object.keys(set).length === 0) {
    ctx.unchanged()
    return showPolicy(ctx, before)
  }
  await demandVersion(ctx, before, version)
  demandMove(before, 'remark')
  if (given.owner_id) await placeWithin(ctx, 'policy.edit', { agency_id: before.agency_id, owner_id: given.owner_id })
  const after = await changePolicy(ctx, before, set)
  return showPolicy(ctx, after)
}

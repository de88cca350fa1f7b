import type { Context } from '#kernel/server/context.ts'
import { addSubject } from '#kernel/server/subjects.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { loadContact, placeWithin } from '#capabilities/customers/server/index.ts'
import { loadProduct } from '#capabilities/products/server/index.ts'
import type { policyOperations } from '../contract.ts'
import type { Policy } from '../rows.ts'
import { beginContract, beginningOf } from './begin-contract.ts'
import { contractOf } from './contract-columns.ts'
import { withStatus } from './load-policy.ts'
import { nameSubject } from './name-subject.ts'
import { policySearchText } from './policy-words.ts'
import { showPolicy } from './show-policy.ts'
import { todayOf } from './status-sql.ts'
import { isTaken, takePolicyNumber } from './take-number.ts'
import { addObjects, insuredLabel, setGuarantees, setParties } from './write-contents.ts'

type Input = ParsedOf<typeof policyOperations.createPolicy>

const numberTaken = () =>
  refuse('policy.number_taken', /*i18n*/ { id: 'policy.number_taken', message: 'Une police porte déjà ce numéro.' }, 'existing_number')

/**
 * A contract is made for a customer: issued at once, or kept as a draft. It gets its number for good; its premium is that of the tariff of
 * its first day; cover waits for the payment unless agreed otherwise (art. 17 of ord. 95-07). A contract that runs already is taken over
 * under its own number, and not billed.
 */
export const createPolicy = async (ctx: Context, input: Input): Promise<Policy> => {
  const { contact_id, product_id, agency_id, owner_id, intermediary, remarks, issue, cover_agreed, existing_number, ...terms } = input
  const today = todayOf(ctx)
  const contact = await loadContact(ctx, contact_id, 'view')
  const place = await placeWithin(ctx, 'policy.create', { agency_id, owner_id: owner_id === undefined ? ctx.actor.userId : owner_id })
  const product = await loadProduct(ctx, product_id)
  const existing = existing_number !== null
  if (!product.active && !existing)
    throw refuse('policy.product_closed', /*i18n*/ { id: 'policy.product_closed', message: 'Ce produit n’est plus vendu.' }, 'product_id')
  if (issue && !existing) refusePast(terms.effective_date, today)
  const subscribed_on = input.subscribed_on ?? (existing && terms.effective_date < today ? terms.effective_date : today)
  if (subscribed_on > today)
    throw refuse(
      'policy.subscribed_later',
      /*i18n*/ { id: 'policy.subscribed_later', message: 'La souscription ne peut pas être dans l’avenir.' },
      'subscribed_on',
    )
  const { read, priced, columns } = await contractOf(ctx, product, terms, today, issue)
  if (existing_number !== null && (await isTaken(ctx, existing_number))) throw numberTaken()
  const number =
    existing_number ??
    (await takePolicyNumber(ctx, { agency: place.agencyNumber, year: subscribed_on.slice(0, 4), branch: product.branch }))
  const beginning = issue
    ? beginningOf(ctx, columns, { cover_agreed, existing })
    : { status: 'draft' as const, status_since: today, cover_awaits_payment: false }
  const id = newId()
  // The subject first: the policy refers to it. What it is called follows once the things insured are known.
  await addSubject(ctx, {
    id,
    kind: 'policy',
    title: number,
    subtitle: contact.name,
    agencyId: place.agencyId,
    ownerId: place.ownerId,
    searchText: policySearchText({ number, holder: contact.name, objects: [] }),
    words: [],
  })
  const row = await ctx.db
    .insertInto('policy')
    .values({
      ...columns,
      ...beginning,
      organization_id: ctx.organizationId,
      id,
      number,
      contact_id,
      product_id: product.id,
      agency_id: place.agencyId,
      owner_id: place.ownerId,
      intermediary,
      end_reason: null,
      end_date: null,
      subscribed_on,
      insured_label: null,
      last_amendment: 0,
      remarks,
      external_id: null,
      external_source: null,
      created_by: ctx.actor.userId,
      created_at: ctx.now,
      updated_at: ctx.now,
      deleted_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const objects = await addObjects(ctx, id, read, columns.effective_date, today)
  await setGuarantees(ctx, id, terms.guarantees, priced.lines)
  await setParties(ctx, id, terms.parties)
  const insured_label = insuredLabel(objects.map(({ label }) => label))
  const policy = withStatus(ctx, { ...row, insured_label })
  await nameSubject(ctx, policy, contact.name, objects)
  if (issue) await beginContract(ctx, policy, { existing })
  ctx.audit({
    subject: { kind: 'policy', id, title: number },
    after: {
      number,
      contact_id,
      product: product.code,
      status: policy.status,
      effective_date: policy.effective_date,
      expiry_date: policy.expiry_date,
      total_premium_centimes: policy.total_premium_centimes,
      insured_label,
      agency_id: place.agencyId,
      owner_id: place.ownerId,
      version: 1,
    },
  })
  ctx.emit({ name: 'policy.created', subjectId: id, agencyId: place.agencyId, ownerId: place.ownerId })
  return showPolicy(ctx, policy)
}

/** Cover never begins in the past: what happened already is not insured. */
export const refusePast = (effectiveDate: string, today: string): void => {
  if (effectiveDate < today)
    throw refuse(
      'policy.past',
      /*i18n*/ { id: 'policy.past', message: 'La prise d’effet ne peut pas précéder aujourd’hui.' },
      'effective_date',
    )
}

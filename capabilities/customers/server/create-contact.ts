import type { Context } from '#kernel/server/context.ts'
import { constraintOf, sqlState } from '#kernel/server/database.ts'
import { addSubject } from '#kernel/server/subjects.ts'
import { setTags } from '#kernel/server/tags.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import type { Contact, customerOperations } from '../contract.ts'
import {
  cleanContactFields,
  contactNameWords,
  contactSearchText,
  deriveContact,
  emptyContact,
  type ContactValues,
  withoutUndefined,
} from './normalise-contact.ts'
import { checkContact } from './check-contact.ts'
import { takeCodes } from './codes.ts'
import { findSimilarContacts } from './find-similar.ts'
import { loadContact, type ContactRecord } from './load-contact.ts'
import { placeWithin } from './placement.ts'
import { showContact } from './show-contact.ts'
import { joinAccount } from './account-members.ts'

type Input = ParsedOf<typeof customerOperations.createContact>

const known = () => ({
  .../*i18n*/ { id: 'contact.duplicate', message: 'Ce client existe déjà : ouvrez sa fiche, ou confirmez que c’est une autre personne.' },
})

/** A contact is added: it gets its code from its agency, once and for all; a certain duplicate is first pointed out (U4). */
export const createContact = async (ctx: Context, input: Input): Promise<Contact> => {
  const { accept_duplicate, agency_id, owner_id, account_id, tags, external_id, ...given } = input
  const place = await placeWithin(ctx, 'contact.create', { agency_id, owner_id: owner_id === undefined ? ctx.actor.userId : owner_id })
  const values = cleanContactFields({
    ...emptyContact(todayIn(ctx.actor.timeZone, new Date(ctx.now))),
    ...withoutUndefined(given),
  }) as ContactValues
  await checkContact(ctx, values)
  if (!accept_duplicate) {
    const certain = (await findSimilarContacts(ctx, values, null)).find((similar) => similar.certainty === 'certain')
    if (certain) throw new Problem(409, 'contact.duplicate', known(), [], { current: certain })
  }
  const id = newId()
  const [code = ''] = await takeCodes(ctx, 'contact', { id: place.agencyId, number: place.agencyNumber }, 1)
  const derived = deriveContact(values)
  await addSubject(ctx, {
    id,
    kind: 'contact',
    title: derived.name,
    subtitle: code,
    agencyId: place.agencyId,
    ownerId: place.ownerId,
    searchText: contactSearchText(values, code),
    words: contactNameWords(values),
  })
  let record: ContactRecord
  try {
    record = await ctx.db
      .insertInto('contact')
      .values({
        ...values,
        ...derived,
        organization_id: ctx.organizationId,
        id,
        code,
        agency_id: place.agencyId,
        owner_id: place.ownerId,
        account_id: null,
        external_id: external_id ?? null,
        external_source: external_id ? 'api' : null,
        valid_until: null,
        created_by: ctx.actor.userId,
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
  } catch (error) {
    throw externalIdTaken(error) ?? error
  }
  if (account_id) {
    await joinAccount(ctx, { accountId: account_id, contactId: id, role: 'other', main: true })
    record = await loadContact(ctx, id, 'view')
  }
  if (tags && tags.length > 0) await setTags(ctx, id, tags)
  ctx.audit({
    subject: { kind: 'contact', id, title: `${code} ${derived.name}` },
    after: { ...withoutNulls(values), agency_id: place.agencyId, owner_id: place.ownerId, version: 1, ...(tags && { tags }) },
  })
  ctx.emit({ name: 'contact.created', subjectId: id, agencyId: place.agencyId, ownerId: place.ownerId })
  return showContact(ctx, record)
}

/** The refusal behind a unique external identifier, or null for another error. */
export const externalIdTaken = (error: unknown): Problem | null => {
  const name = constraintOf(error)
  if (sqlState(error) !== '23505' || (name !== undefined && !name.endsWith('_external'))) return null
  return refuse(
    'external_id.taken',
    /*i18n*/ { id: 'external_id.taken', message: 'Cet identifiant externe est déjà celui d’une autre fiche.' },
    'external_id',
  )
}

const withoutNulls = (values: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

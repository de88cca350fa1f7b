import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { changeSubject } from '#kernel/server/subjects.ts'
import { setTags, tagsOf } from '#kernel/server/tags.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { contactFields, sensitiveFields, type Contact, type customerOperations } from '../contract.ts'
import { maskMiddle } from '../identifiers.ts'
import {
  cleanContactFields,
  contactNameWords,
  contactSearchText,
  deriveContact,
  type ContactValues,
  withoutUndefined,
} from './normalise-contact.ts'
import { checkContact } from './check-contact.ts'
import { externalIdTaken } from './create-contact.ts'
import { fieldsChangedSince } from './history.ts'
import { joinAccount, leaveMainAccount } from './account-members.ts'
import { loadContact, type ContactRecord } from './load-contact.ts'
import { showContact } from './show-contact.ts'

type Input = ParsedOf<typeof customerOperations.updateContact>

/**
 * Fields of a contact change. What somebody else changed meanwhile stays when it is another field; when it is the same field, the
 * person is asked (409 with the record as it stands).
 */
export const updateContact = async (ctx: Context, input: Input): Promise<Contact> => {
  const { id, version, tags, account_id, external_id, ...given } = input
  const before = await loadContact(ctx, id, 'edit', { lock: true })
  const asked = withoutMasks(cleanContactFields(withoutUndefined(given)), before)
  const fields = {
    ...asked,
    ...(external_id !== undefined && { external_id, external_source: external_id === null ? null : (before.external_source ?? 'api') }),
  }
  const tagsBefore = ((await tagsOf(ctx, [id])).get(id) ?? []).map((tag) => tag.name)
  const wantedTags = tags === undefined ? undefined : [...new Set(tags)].sort()
  const change = changesBetween(
    { ...before, tags: [...tagsBefore].sort() },
    { ...fields, ...(wantedTags && { tags: wantedTags }), ...(account_id !== undefined && { account_id }) },
  )
  if (change === null) {
    ctx.unchanged()
    return showContact(ctx, before)
  }
  if (before.version !== version) await refuseConflict(ctx, before, version, Object.keys(change.after))
  const values = { ...valuesOf(before), ...asked } as ContactValues
  await checkContact(ctx, values)
  const derived = deriveContact(values)
  const next = before.version + 1
  try {
    await ctx.db
      .updateTable('contact')
      .set({ ...fields, ...derived, version: next, updated_at: ctx.now })
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', id)
      .execute()
  } catch (error) {
    throw externalIdTaken(error) ?? error
  }
  await changeSubject(ctx, id, { title: derived.name, searchText: contactSearchText(values, before.code), words: contactNameWords(values) })
  if (wantedTags) await setTags(ctx, id, wantedTags)
  if (account_id !== undefined && account_id !== before.account_id) {
    if (account_id === null) await leaveMainAccount(ctx, id)
    else await joinAccount(ctx, { accountId: account_id, contactId: id, role: 'other', main: true })
  }
  ctx.audit({
    subject: { kind: 'contact', id, title: `${before.code} ${derived.name}` },
    before: change.before,
    after: { ...change.after, version: next },
  })
  ctx.emit({ name: 'contact.updated', subjectId: id, agencyId: before.agency_id, ownerId: before.owner_id })
  return showContact(ctx, await loadContact(ctx, id, 'view'))
}

const valuesOf = (record: ContactRecord): ContactValues =>
  Object.fromEntries(Object.keys(contactFields).map((key) => [key, record[key as keyof ContactRecord]])) as unknown as ContactValues

/** A form that sends a masked value back has not changed it. */
const withoutMasks = <T extends Record<string, unknown>>(fields: T, before: ContactRecord): T => {
  const kept: Record<string, unknown> = { ...fields }
  for (const field of sensitiveFields) {
    const was = before[field]
    if (was !== null && kept[field] === maskMiddle(was)) delete kept[field]
  }
  return kept as T
}

const refuseConflict = async (ctx: Context, before: ContactRecord, version: number, wanted: readonly string[]): Promise<void> => {
  const changed = await fieldsChangedSince(ctx, before.id, version)
  const clash = wanted.filter((field) => changed.has(field))
  if (clash.length === 0) return
  throw new Problem(
    409,
    'version_conflict',
    /*i18n*/ { id: 'contact.conflict', message: 'Quelqu’un d’autre vient de modifier le même champ. Comparez, puis choisissez.' },
    clash.map((path) => ({
      path,
      code: 'changed_meanwhile',
      sentence: /*i18n*/ { id: 'contact.field_conflict', message: 'Modifié entre-temps.' },
    })),
    { current: await showContact(ctx, before) },
  )
}

import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { binSubjects, changeSubject } from '#kernel/server/subjects.ts'
import type { Nothing, ParsedOf } from '#kernel/shared/contract.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import type { Contact, customerOperations, SensitiveField } from '../contract.ts'
import { heldContacts } from './held-contacts.ts'
import { loadContact } from './load-contact.ts'
import { tellMoved } from './moved-contacts.ts'
import { placeWithin } from './placement.ts'
import { showContact } from './show-contact.ts'

/** A contact goes to another owner or agency; its code stays (docs/decisions.md 6). */
export const assignContact = async (ctx: Context, input: ParsedOf<typeof customerOperations.assignContact>): Promise<Contact> => {
  const before = await loadContact(ctx, input.id, 'assign', { lock: true })
  const place = await placeWithin(ctx, 'contact.assign', {
    agency_id: input.agency_id ?? before.agency_id,
    owner_id: input.owner_id === undefined ? before.owner_id : input.owner_id,
  })
  const change = changesBetween(before, { agency_id: place.agencyId, owner_id: place.ownerId })
  if (change === null) {
    ctx.unchanged()
    return showContact(ctx, before)
  }
  const version = before.version + 1
  await ctx.db
    .updateTable('contact')
    .set({ agency_id: place.agencyId, owner_id: place.ownerId, version, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .execute()
  await changeSubject(ctx, input.id, { agencyId: place.agencyId, ownerId: place.ownerId })
  if (place.agencyId !== before.agency_id) await tellMoved(ctx, [input.id])
  ctx.audit({
    subject: { kind: 'contact', id: input.id, title: `${before.code} ${before.name}` },
    before: change.before,
    after: { ...change.after, version },
  })
  // Told on both sides: those who see it leave, and those who see it come.
  ctx.emit({ name: 'contact.updated', subjectId: input.id, agencyId: before.agency_id, ownerId: before.owner_id })
  if (place.agencyId !== before.agency_id)
    ctx.emit({ name: 'contact.updated', subjectId: input.id, agencyId: place.agencyId, ownerId: place.ownerId })
  return showContact(ctx, { ...before, agency_id: place.agencyId, owner_id: place.ownerId, version, updated_at: ctx.now })
}

const keepDays = 90

/** Into the bin for 90 days, restorable with all that hangs on it (docs/decisions.md 7). */
export const deleteContact = async (ctx: Context, input: { id: string }): Promise<Nothing> => {
  const before = await loadContact(ctx, input.id, 'delete', { lock: true })
  const held = await heldContacts(ctx, [input.id])
  for (const reason of held.values()) throw new Problem(422, 'contact.held', reason)
  await setBinned(ctx, input.id, ctx.now)
  ctx.audit({
    subject: { kind: 'contact', id: input.id, title: `${before.code} ${before.name}` },
    before: { deleted_at: null },
    after: { deleted_at: ctx.now, version: before.version + 1 },
  })
  ctx.emit({ name: 'contact.deleted', subjectId: input.id, agencyId: before.agency_id, ownerId: before.owner_id })
  return {}
}

/** Out of the bin, as it was. */
export const restoreContact = async (ctx: Context, input: { id: string }): Promise<Contact> => {
  const before = await loadContact(ctx, input.id, 'delete', { lock: true, binned: true })
  if (before.deleted_at === null) {
    ctx.unchanged()
    return showContact(ctx, before)
  }
  if (Date.parse(ctx.now) - Date.parse(before.deleted_at) > keepDays * 86_400_000)
    throw refuse(
      'contact.bin_expired',
      /*i18n*/ {
        id: 'contact.bin_expired',
        message: 'Cette fiche est dans la corbeille depuis plus de 90 jours ; elle ne peut plus être restaurée.',
      },
    )
  await setBinned(ctx, input.id, null)
  ctx.audit({
    subject: { kind: 'contact', id: input.id, title: `${before.code} ${before.name}` },
    before: { deleted_at: before.deleted_at },
    after: { deleted_at: null, version: before.version + 1 },
  })
  ctx.emit({ name: 'contact.created', subjectId: input.id, agencyId: before.agency_id, ownerId: before.owner_id })
  return showContact(ctx, { ...before, deleted_at: null, version: before.version + 1 })
}

const setBinned = async (ctx: Context, id: string, at: string | null): Promise<void> => {
  await ctx.db
    .updateTable('contact')
    .set((row) => ({ deleted_at: at, version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  await binSubjects(ctx, [id], at)
}

/** Sensitive fields in clear, for a reason that the journal keeps. */
export const unmaskContact = async (
  ctx: Context,
  input: { id: string; fields: SensitiveField[]; reason: string },
): Promise<{ values: Record<string, string | null> }> => {
  const record = await loadContact(ctx, input.id, 'unmask', { binned: true })
  ctx.audit({
    subject: { kind: 'contact', id: input.id, title: `${record.code} ${record.name}` },
    reason: input.reason,
    after: { unmasked: input.fields },
  })
  return { values: Object.fromEntries(input.fields.map((field) => [field, record[field]])) }
}

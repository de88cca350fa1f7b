import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { addSubject, binSubjects, changeSubject } from '#kernel/server/subjects.ts'
import { setTags, tagsOf } from '#kernel/server/tags.ts'
import type { Nothing, ParsedOf } from '#kernel/shared/contract.ts'
import { fold } from '#kernel/shared/fold.ts'
import { newId } from '#kernel/shared/ids.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import type { Account, customerOperations } from '../contract.ts'
import { accountSearchText, accountWords, cleanAccountFields } from './normalise-account.ts'
import { takeCodes } from './codes.ts'
import { withoutUndefined } from './normalise-contact.ts'
import { externalIdTaken } from './create-contact.ts'
import { fieldsChangedSince } from './history.ts'
import { loadAccount, showAccount } from './load-account.ts'
import { placeWithin } from './placement.ts'
import type { AccountValues } from './tables.ts'

type Operations = typeof customerOperations

const emptyAccount: Omit<AccountValues, 'name' | 'kind'> = {
  sector: null,
  employees: null,
  revenue_centimes: null,
  nif: null,
  rc: null,
  phone: null,
  email: null,
  website: null,
  address: null,
  wilaya: null,
  commune: null,
  postcode: null,
  remarks: null,
}

/** A group has no circle: an account is never its own ancestor. */
const checkParent = async (ctx: Context, id: string | null, parentId: string | null | undefined): Promise<void> => {
  let at = parentId ?? null
  for (let depth = 0; at !== null; depth += 1) {
    if (at === id || depth > 50)
      throw refuse('account.circle', /*i18n*/ { id: 'account.circle', message: 'Un compte ne peut pas dépendre de lui-même.' }, 'parent_id')
    const parent = await ctx.db
      .selectFrom('account')
      .select('parent_id')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', at)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!parent)
      throw refuse(
        'account.unknown_parent',
        /*i18n*/ { id: 'account.unknown_parent', message: 'Ce compte parent n’existe pas.' },
        'parent_id',
      )
    at = parent.parent_id
  }
}

/** A company or household is added. */
export const createAccount = async (ctx: Context, input: ParsedOf<Operations['createAccount']>): Promise<Account> => {
  const { agency_id, owner_id, parent_id, tags, external_id, ...given } = input
  const place = await placeWithin(ctx, 'account.create', { agency_id, owner_id: owner_id === undefined ? ctx.actor.userId : owner_id })
  await checkParent(ctx, null, parent_id)
  const values = cleanAccountFields({ ...emptyAccount, ...withoutUndefined(given) }) as AccountValues
  const id = newId()
  const [code = ''] = await takeCodes(ctx, 'account', { id: place.agencyId, number: place.agencyNumber }, 1)
  await addSubject(ctx, {
    id,
    kind: 'account',
    title: values.name,
    subtitle: code,
    agencyId: place.agencyId,
    ownerId: place.ownerId,
    searchText: accountSearchText(values, code),
    words: accountWords(values.name),
  })
  try {
    await ctx.db
      .insertInto('account')
      .values({
        ...values,
        organization_id: ctx.organizationId,
        id,
        code,
        name_folded: fold(values.name),
        parent_id: parent_id ?? null,
        agency_id: place.agencyId,
        owner_id: place.ownerId,
        external_id: external_id ?? null,
        external_source: external_id ? 'api' : null,
        created_by: ctx.actor.userId,
        created_at: ctx.now,
        updated_at: ctx.now,
        deleted_at: null,
      })
      .execute()
  } catch (error) {
    throw externalIdTaken(error) ?? error
  }
  if (tags && tags.length > 0) await setTags(ctx, id, tags)
  ctx.audit({
    subject: { kind: 'account', id, title: values.name },
    after: { ...values, agency_id: place.agencyId, owner_id: place.ownerId, version: 1 },
  })
  ctx.emit({ name: 'account.created', subjectId: id, agencyId: place.agencyId, ownerId: place.ownerId })
  return showAccount(ctx, await loadAccount(ctx, id, 'view'))
}

/** Fields of an account change; the same field changed by two people is a 409, different fields merge. */
export const updateAccount = async (ctx: Context, input: ParsedOf<Operations['updateAccount']>): Promise<Account> => {
  const { id, version, tags, external_id, parent_id, ...given } = input
  const before = await loadAccount(ctx, id, 'edit', { lock: true })
  const fields = {
    ...cleanAccountFields(withoutUndefined(given)),
    ...(parent_id !== undefined && { parent_id }),
    ...(external_id !== undefined && { external_id, external_source: external_id === null ? null : (before.external_source ?? 'api') }),
  } as Partial<AccountValues> & { parent_id?: string | null }
  const tagsBefore = ((await tagsOf(ctx, [id])).get(id) ?? []).map((tag) => tag.name).sort()
  const wantedTags = tags === undefined ? undefined : [...new Set(tags)].sort()
  const change = changesBetween({ ...before, tags: tagsBefore }, { ...fields, ...(wantedTags && { tags: wantedTags }) })
  if (change === null) {
    ctx.unchanged()
    return showAccount(ctx, before)
  }
  if (before.version !== version) {
    const changed = await fieldsChangedSince(ctx, id, version)
    if (Object.keys(change.after).some((field) => changed.has(field))) {
      throw new Problem(
        409,
        'version_conflict',
        /*i18n*/ { id: 'contact.conflict', message: 'Quelqu’un d’autre vient de modifier le même champ. Comparez, puis choisissez.' },
        [],
        { current: await showAccount(ctx, before) },
      )
    }
  }
  if (parent_id !== undefined) await checkParent(ctx, id, parent_id)
  const values = { ...before, ...fields }
  try {
    await ctx.db
      .updateTable('account')
      .set({ ...fields, name_folded: fold(values.name), version: before.version + 1, updated_at: ctx.now })
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', id)
      .execute()
  } catch (error) {
    throw externalIdTaken(error) ?? error
  }
  await changeSubject(ctx, id, { title: values.name, searchText: accountSearchText(values, before.code), words: accountWords(values.name) })
  if (wantedTags) await setTags(ctx, id, wantedTags)
  ctx.audit({
    subject: { kind: 'account', id, title: values.name },
    before: change.before,
    after: { ...change.after, version: before.version + 1 },
  })
  ctx.emit({ name: 'account.updated', subjectId: id, agencyId: before.agency_id, ownerId: before.owner_id })
  return showAccount(ctx, await loadAccount(ctx, id, 'view'))
}

/** An account goes to another owner or agency. */
export const assignAccount = async (ctx: Context, input: ParsedOf<Operations['assignAccount']>): Promise<Account> => {
  const before = await loadAccount(ctx, input.id, 'assign', { lock: true })
  const place = await placeWithin(ctx, 'account.assign', {
    agency_id: input.agency_id ?? before.agency_id,
    owner_id: input.owner_id === undefined ? before.owner_id : input.owner_id,
  })
  const change = changesBetween(before, { agency_id: place.agencyId, owner_id: place.ownerId })
  if (change === null) {
    ctx.unchanged()
    return showAccount(ctx, before)
  }
  const moved = { agency_id: place.agencyId, owner_id: place.ownerId, version: before.version + 1, updated_at: ctx.now }
  await ctx.db.updateTable('account').set(moved).where('organization_id', '=', ctx.organizationId).where('id', '=', input.id).execute()
  await changeSubject(ctx, input.id, { agencyId: place.agencyId, ownerId: place.ownerId })
  ctx.audit({
    subject: { kind: 'account', id: input.id, title: before.name },
    before: change.before,
    after: { ...change.after, version: moved.version },
  })
  ctx.emit({ name: 'account.updated', subjectId: input.id, agencyId: place.agencyId, ownerId: place.ownerId })
  return showAccount(ctx, { ...before, ...moved })
}

const setBinned = async (ctx: Context, id: string, at: string | null): Promise<void> => {
  await ctx.db
    .updateTable('account')
    .set((row) => ({ deleted_at: at, version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  await binSubjects(ctx, [id], at)
}

/** Into the bin; its contacts stay. */
export const deleteAccount = async (ctx: Context, input: { id: string }): Promise<Nothing> => {
  const before = await loadAccount(ctx, input.id, 'delete', { lock: true })
  await setBinned(ctx, input.id, ctx.now)
  ctx.audit({
    subject: { kind: 'account', id: input.id, title: before.name },
    before: { deleted_at: null },
    after: { deleted_at: ctx.now, version: before.version + 1 },
  })
  ctx.emit({ name: 'account.deleted', subjectId: input.id, agencyId: before.agency_id, ownerId: before.owner_id })
  return {}
}

/** Out of the bin, with its members. */
export const restoreAccount = async (ctx: Context, input: { id: string }): Promise<Account> => {
  const before = await loadAccount(ctx, input.id, 'delete', { lock: true, binned: true })
  if (before.deleted_at === null) ctx.unchanged()
  else {
    await setBinned(ctx, input.id, null)
    ctx.audit({
      subject: { kind: 'account', id: input.id, title: before.name },
      before: { deleted_at: before.deleted_at },
      after: { deleted_at: null, version: before.version + 1 },
    })
    ctx.emit({ name: 'account.created', subjectId: input.id, agencyId: before.agency_id, ownerId: before.owner_id })
  }
  return showAccount(ctx, await loadAccount(ctx, input.id, 'view'))
}

export const getAccount = async (ctx: Context, input: { id: string }): Promise<Account> =>
  showAccount(ctx, await loadAccount(ctx, input.id, 'view', { binned: ctx.can('account.delete') !== null }))

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { binSubjects } from '#kernel/server/subjects.ts'
import { addTags, removeTags, tagsNamed, tagsOf } from '#kernel/server/tags.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { Problem, type Sentence } from '#kernel/shared/problem.ts'
import { contactInput, type customerOperations } from '../contract.ts'
import { createContact } from './create-contact.ts'
import { heldContacts } from './held-contacts.ts'
import { loadContact, type ContactRecord } from './load-contact.ts'
import { tellMoved } from './moved-contacts.ts'
import { placeWithin } from './placement.ts'

type Operations = typeof customerOperations
type Result = OutputOf<Operations['bulkDeleteContacts']>

/** The records that the action may touch, locked in one order, and why the others may not. */
const reachable = async (
  ctx: Context,
  ids: readonly string[],
  action: string,
): Promise<{ records: ContactRecord[]; refused: Result['refused'] }> => {
  const records: ContactRecord[] = []
  const refused: Result['refused'] = []
  for (const id of [...new Set(ids)].sort()) {
    try {
      records.push(await loadContact(ctx, id, action, { lock: true }))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ id, code: error.code, message: ctx.say(error.sentence) })
    }
  }
  return { records, refused }
}

interface Item {
  readonly record: ContactRecord
  readonly action: 'updated' | 'deleted' | 'tagged'
  readonly before: Record<string, unknown>
  readonly after: Record<string, unknown>
}

/** Keeps what the action changed, record by record, so that it can be taken back; one journal entry for all. Returns the undo's identifier. */
const remember = async (ctx: Context, kind: string, items: readonly Item[]): Promise<string | null> => {
  if (items.length === 0) {
    ctx.unchanged()
    return null
  }
  const id = newId()
  await ctx.db
    .insertInto('change_set')
    .values({ organization_id: ctx.organizationId, id, kind, made_by: ctx.actor.userId, made_at: ctx.now, undone_at: null })
    .execute()
  await ctx.db
    .insertInto('change_item')
    .values(
      items.map((item) => ({
        organization_id: ctx.organizationId,
        change_set_id: id,
        subject_id: item.record.id,
        action: item.action,
        before: JSON.stringify(item.before),
        after: JSON.stringify(item.after),
        version: item.record.version + 1,
      })),
    )
    .execute()
  ctx.audit({ operation: kind, subject: { kind: 'change_set', id }, after: { count: items.length, ...items[0]?.after } })
  for (const [agencyId, count] of Map.groupBy(items, (item) => item.record.agency_id))
    ctx.emit({ name: 'contact.changed', agencyId, facts: { count: count.length } })
  return id
}

const touch = async (
  ctx: Context,
  ids: readonly string[],
  values: { agency_id?: string; owner_id?: string | null; deleted_at?: string | null },
): Promise<void> => {
  if (ids.length === 0) return
  await ctx.db
    .updateTable('contact')
    .set((row) => ({ ...values, version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

/** Several contacts go to an owner or agency. */
export const bulkAssign = async (ctx: Context, input: ParsedOf<Operations['bulkAssignContacts']>): Promise<Result> => {
  const { records, refused } = await reachable(ctx, input.ids, 'assign')
  const place = await placeWithin(ctx, 'contact.assign', { agency_id: input.agency_id, owner_id: input.owner_id })
  const values = {
    ...(input.agency_id !== undefined && { agency_id: place.agencyId }),
    ...(input.owner_id !== undefined && { owner_id: place.ownerId }),
  }
  const moving = records.filter((record) => Object.entries(values).some(([field, value]) => record[field as 'agency_id'] !== value))
  const ids = moving.map((record) => record.id)
  await touch(ctx, ids, values)
  if (ids.length > 0 && Object.keys(values).length > 0)
    await ctx.db
      .updateTable('subject')
      .set({ ...values, updated_at: ctx.now })
      .where('organization_id', '=', ctx.organizationId)
      .where(sql<boolean>`id = any(${ids}::uuid[])`)
      .execute()
  await tellMoved(
    ctx,
    moving.filter((record) => values.agency_id !== undefined && record.agency_id !== values.agency_id).map((record) => record.id),
  )
  const undo = await remember(
    ctx,
    'contact.bulk_assign',
    moving.map((record) => ({
      record,
      action: 'updated',
      before: { agency_id: record.agency_id, owner_id: record.owner_id },
      after: { agency_id: values.agency_id ?? record.agency_id, owner_id: 'owner_id' in values ? values.owner_id : record.owner_id },
    })),
  )
  return { done: moving.length, refused, undo }
}

/** Tags are put on or taken off several contacts. */
export const bulkTag = async (ctx: Context, input: ParsedOf<Operations['bulkTagContacts']>): Promise<Result> => {
  const { records, refused } = await reachable(ctx, input.ids, 'edit')
  const before = await tagsOf(
    ctx,
    records.map((record) => record.id),
  )
  const ids = records.map((record) => record.id)
  await addTags(
    ctx,
    ids,
    (await tagsNamed(ctx, input.add)).map((tag) => tag.id),
  )
  await removeTags(
    ctx,
    ids,
    (await tagsNamed(ctx, input.remove)).map((tag) => tag.id),
  )
  const after = await tagsOf(ctx, ids)
  const names = (tags: { name: string }[] | undefined) => (tags ?? []).map((tag) => tag.name)
  const changed = records.filter((record) => JSON.stringify(names(before.get(record.id))) !== JSON.stringify(names(after.get(record.id))))
  await touch(
    ctx,
    changed.map((record) => record.id),
    {},
  )
  const undo = await remember(
    ctx,
    'contact.bulk_tag',
    changed.map((record) => ({
      record,
      action: 'tagged',
      before: { tags: names(before.get(record.id)) },
      after: { tags: names(after.get(record.id)) },
    })),
  )
  return { done: changed.length, refused, undo }
}

/** Several contacts go into the bin. */
export const bulkDelete = async (ctx: Context, input: ParsedOf<Operations['bulkDeleteContacts']>): Promise<Result> => {
  const found = await reachable(ctx, input.ids, 'delete')
  const held = await heldContacts(
    ctx,
    found.records.map((record) => record.id),
  )
  const records = found.records.filter((record) => !held.has(record.id))
  const refused = [...found.refused, ...[...held].map(([id, reason]) => ({ id, code: 'contact.held', message: ctx.say(reason) }))]
  const ids = records.map((record) => record.id)
  await touch(ctx, ids, { deleted_at: ctx.now })
  await binSubjects(ctx, ids, ctx.now)
  const undo = await remember(
    ctx,
    'contact.bulk_delete',
    records.map((record) => ({ record, action: 'deleted', before: { deleted_at: null }, after: { deleted_at: ctx.now } })),
  )
  return { done: records.length, refused, undo }
}

const undoMinutes = 60
const gone = (): Problem => new Problem(404, 'undo.gone', /*i18n*/ { id: 'undo.gone', message: 'Cette action ne peut plus être annulée.' })

/** One's own bulk action is taken back within the hour; records edited since keep their edits and are counted. */
export const undoBulk = async (ctx: Context, input: { undo: string }): Promise<{ restored: number; kept: number }> => {
  const since = new Date(Date.parse(ctx.now) - undoMinutes * 60_000).toISOString()
  const set = await ctx.db
    .updateTable('change_set')
    .set({ undone_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.undo)
    .where('made_by', '=', ctx.actor.userId)
    .where('kind', 'like', 'contact.bulk%')
    .where('undone_at', 'is', null)
    .where('made_at', '>', since)
    .returning('kind')
    .executeTakeFirst()
  if (!set) throw gone()
  const items = await sql<{ subject_id: string; action: Item['action']; before: Record<string, unknown> }>`
    select i.subject_id, i.action, i.before from change_item i join contact c on c.organization_id = i.organization_id and c.id = i.subject_id and c.version = i.version
    where i.organization_id = ${ctx.organizationId}::uuid and i.change_set_id = ${input.undo}::uuid order by i.subject_id for update of c`.execute(
    ctx.db,
  )
  const total = await ctx.db
    .selectFrom('change_item')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', ctx.organizationId)
    .where('change_set_id', '=', input.undo)
    .executeTakeFirstOrThrow()
  for (const item of items.rows) await takeBack(ctx, item)
  ctx.audit({
    operation: 'contact.undo',
    subject: { kind: 'change_set', id: input.undo },
    after: { restored: items.rows.length, kept: total.count - items.rows.length },
  })
  ctx.emit({ name: 'contact.changed', facts: { count: items.rows.length } })
  return { restored: items.rows.length, kept: total.count - items.rows.length }
}

const takeBack = async (
  ctx: Context,
  item: { subject_id: string; action: Item['action']; before: Record<string, unknown> },
): Promise<void> => {
  const ids = [item.subject_id]
  if (item.action === 'deleted') {
    await touch(ctx, ids, { deleted_at: null })
    await binSubjects(ctx, ids, null)
  } else if (item.action === 'tagged') {
    const wanted = await tagsNamed(ctx, item.before['tags'] as string[])
    const present = (await tagsOf(ctx, ids)).get(item.subject_id) ?? []
    await removeTags(
      ctx,
      ids,
      present.filter((tag) => !wanted.some((one) => one.id === tag.id)).map((tag) => tag.id),
    )
    await addTags(
      ctx,
      ids,
      wanted.map((tag) => tag.id),
    )
    await touch(ctx, ids, {})
  } else {
    const place = item.before as { agency_id: string; owner_id: string | null }
    await touch(ctx, ids, place)
    await ctx.db
      .updateTable('subject')
      .set({ ...place, updated_at: ctx.now })
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', item.subject_id)
      .execute()
    await tellMoved(ctx, [item.subject_id])
  }
}

const unreadable: Sentence = /*i18n*/ { id: 'bulk.unreadable', message: 'Certaines valeurs de cette ligne n’ont pas la forme attendue.' }

/** Up to 1,000 contacts at once; each is kept or refused by itself. */
export const bulkCreate = async (
  ctx: Context,
  input: ParsedOf<Operations['bulkCreateContacts']>,
): Promise<OutputOf<Operations['bulkCreateContacts']>> => {
  const data: OutputOf<Operations['bulkCreateContacts']>['data'] = []
  for (const item of input.items) {
    const read = contactInput.safeParse(item)
    if (!read.success) {
      data.push({ status: 400, id: null, code: null, message: ctx.say(unreadable) })
      continue
    }
    await sql`savepoint one_contact`.execute(ctx.db)
    try {
      const made = await createContact(ctx, { ...read.data, accept_duplicate: item['accept_duplicate'] === true })
      data.push({ status: 201, id: made.id, code: made.code, message: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      await sql`rollback to savepoint one_contact`.execute(ctx.db)
      data.push({ status: error.status, id: null, code: null, message: ctx.say(error.errors[0]?.sentence ?? error.sentence) })
    }
  }
  if (data.every((result) => result.status !== 201)) ctx.unchanged()
  return { data }
}

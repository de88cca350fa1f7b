import { sql, type RawBuilder } from 'kysely'
import { fold } from '#kernel/shared/fold.ts'
import { newId } from '#kernel/shared/ids.ts'
import type { Context } from './context.ts'

export interface Tag {
  readonly id: string
  readonly name: string
}

/** The tags of these names, made where missing; names that differ only by case or accents are one tag. */
export const tagsNamed = async (ctx: Context, names: readonly string[]): Promise<Tag[]> => {
  const wanted = new Map(names.map((name) => [fold(name), name.trim()] as const).filter(([folded]) => folded !== ''))
  if (wanted.size === 0) return []
  const find = () =>
    ctx.db
      .selectFrom('tag')
      .select(['id', 'name', 'folded'])
      .where('organization_id', '=', ctx.organizationId)
      .where('folded', 'in', [...wanted.keys()])
      .execute()
  const known = await find()
  const missing = [...wanted].filter(([folded]) => !known.some((tag) => tag.folded === folded)).sort(([a], [b]) => (a < b ? -1 : 1))
  if (missing.length === 0) return known
  await ctx.db
    .insertInto('tag')
    .values(missing.map(([folded, name]) => ({ organization_id: ctx.organizationId, id: newId(), name, folded, created_at: ctx.now })))
    .onConflict((conflict) => conflict.columns(['organization_id', 'folded']).doNothing())
    .execute()
  return find()
}

/** Puts exactly these tags on a subject. */
export const setTags = async (ctx: Context, subjectId: string, names: readonly string[]): Promise<Tag[]> => {
  const tags = await tagsNamed(ctx, names)
  const ids = tags.map((tag) => tag.id)
  await sql`delete from subject_tag where organization_id = ${ctx.organizationId}::uuid and subject_id = ${subjectId}::uuid and not tag_id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  await addTags(ctx, [subjectId], ids)
  return tags
}

export const addTags = async (ctx: Context, subjectIds: readonly string[], tagIds: readonly string[]): Promise<void> => {
  await sql`insert into subject_tag (organization_id, subject_id, tag_id)
    select ${ctx.organizationId}::uuid, s, t from unnest(${[...subjectIds]}::uuid[]) as s cross join unnest(${[...tagIds]}::uuid[]) as t on conflict do nothing`.execute(
    ctx.db,
  )
}

export const removeTags = async (ctx: Context, subjectIds: readonly string[], tagIds: readonly string[]): Promise<void> => {
  await sql`delete from subject_tag where organization_id = ${ctx.organizationId}::uuid and subject_id = any(${[...subjectIds]}::uuid[]) and tag_id = any(${[...tagIds]}::uuid[])`.execute(
    ctx.db,
  )
}

/** The tags of a row's subject as JSON `[{ id, name }]`, within the query of a list. */
export const tagsColumn = (organization: RawBuilder<unknown>, subject: RawBuilder<unknown>): RawBuilder<Tag[]> => sql<Tag[]>`coalesce((
  select json_agg(json_build_object('id', tag.id, 'name', tag.name) order by tag.folded)
  from subject_tag mark join tag on tag.organization_id = mark.organization_id and tag.id = mark.tag_id
  where mark.organization_id = ${organization} and mark.subject_id = ${subject}), '[]')`

/** The tags of several subjects, in one question. */
export const tagsOf = async (ctx: Context, subjectIds: readonly string[]): Promise<Map<string, Tag[]>> => {
  const bySubject = new Map<string, Tag[]>()
  if (subjectIds.length === 0) return bySubject
  const rows = await ctx.db
    .selectFrom('subject_tag as s')
    .innerJoin('tag as t', (join) => join.onRef('t.organization_id', '=', 's.organization_id').onRef('t.id', '=', 's.tag_id'))
    .select(['s.subject_id', 't.id', 't.name'])
    .where('s.organization_id', '=', ctx.organizationId)
    .where(sql<boolean>`s.subject_id = any(${[...subjectIds]}::uuid[])`)
    .orderBy('t.folded')
    .execute()
  for (const { subject_id, ...tag } of rows) bySubject.set(subject_id, [...(bySubject.get(subject_id) ?? []), tag])
  return bySubject
}

/** Tags by the start of their name. */
export const listTags = async (ctx: Context, input: { q?: string | undefined }): Promise<{ data: Tag[] }> => ({
  data: await ctx.db
    .selectFrom('tag')
    .select(['id', 'name'])
    .where('organization_id', '=', ctx.organizationId)
    .where('folded', 'like', `${fold(input.q ?? '').replace(/[\\%_]/g, '\\$&')}%`)
    .orderBy('folded')
    .limit(100)
    .execute(),
})

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk, ImportRelation, StagedRows } from '#kernel/server/importable.ts'
import { tagsNamed } from '#kernel/server/tags.ts'
import { takeCodes } from '../codes.ts'

// What contacts and accounts have in common when a file brings them in by the thousand.

/** Agencies by number or name. */
export const agencyRelation: ImportRelation = {
  field: 'agency',
  column: 'agency_id',
  lookups: [
    {
      by: 'number',
      find: (ctx, wanted) =>
        sql`select w.value, a.id from ${wanted} w join agency_card a on a.organization_id = ${ctx.organizationId}::uuid and a.number = lpad(w.value, 5, '0')`,
    },
    {
      by: 'name',
      find: (ctx, wanted) => sql`select w.value, a.id from ${wanted} w join agency_card a on a.organization_id = ${ctx.organizationId}::uuid
        and (app_fold(a.name) = app_fold(w.value) or app_fold(a.number || ' ' || a.name) = app_fold(w.value))`,
    },
  ],
}

/** Colleagues by external identifier, e-mail or name. */
export const ownerRelation: ImportRelation = {
  field: 'owner',
  column: 'owner_id',
  lookups: [
    {
      by: 'external_id',
      find: (ctx, wanted) =>
        sql`select w.value, u.id from ${wanted} w join colleague u on u.organization_id = ${ctx.organizationId}::uuid and u.external_id = w.value`,
    },
    {
      by: 'email',
      find: (ctx, wanted) =>
        sql`select w.value, u.id from ${wanted} w join colleague u on u.organization_id = ${ctx.organizationId}::uuid and u.email = lower(w.value)`,
    },
    {
      by: 'name',
      find: (ctx, wanted) =>
        sql`select w.value, u.id from ${wanted} w join colleague u on u.organization_id = ${ctx.organizationId}::uuid and app_fold(u.name) = app_fold(w.value)`,
    },
  ],
}

/** Gives each new row its code, from its agency's series, in a transaction apart: the series is not locked as long as the chunk. */
export const giveCodes = async (ctx: Context, chunk: ImportChunk, kind: 'contact' | 'account'): Promise<void> => {
  const wanted = await sql<{ agency_id: string; number: string; rows: number[] }>`
    select k.agency_id, a.number, array_agg(k.row_no order by k.row_no) as rows from ${chunk.rows} k
    join agency_card a on a.organization_id = ${ctx.organizationId}::uuid and a.id = k.agency_id
    where k.action = 'create' and k.code is null group by k.agency_id, a.number order by a.number`.execute(ctx.db)
  for (const { agency_id, number, rows } of wanted.rows) {
    const codes = await chunk.apart((apart) => takeCodes(apart, kind, { id: agency_id, number }, rows.length))
    await sql`update ${chunk.rows} k set code = given.code from unnest(${rows}::integer[], ${codes}::text[]) given(row_no, code) where given.row_no = k.row_no`.execute(
      ctx.db,
    )
  }
}

/** The separators between tags in a cell. */
const tagSplit = '\\s*[;,|]\\s*'

/** Words and tags that the rows bring are there before the chunk: others who write the same ones wait for no long transaction. */
export const bringWordsAndTags = async (ctx: Context, staged: StagedRows): Promise<void> => {
  const words = staged.column('words')
  if (words !== null)
    await sql`insert into search_word (organization_id, word) select ${ctx.organizationId}::uuid, given.word
      from (select distinct unnest(string_to_array(${words}, ' ')) as word from ${staged.from} and ${words} is not null) given
      where given.word <> '' and not exists (select 1 from search_word known where known.organization_id = ${ctx.organizationId}::uuid and known.word = given.word)
      order by given.word on conflict do nothing`.execute(ctx.db)
  const tags = staged.column('tags')
  if (tags === null) return
  const named = await sql<{ name: string }>`select distinct part.name from (select ${tags} as tags from ${staged.from}) t
    cross join lateral regexp_split_to_table(t.tags, ${tagSplit}) part(name) where part.name <> ''`.execute(ctx.db)
  await tagsNamed(
    ctx,
    named.rows.map(({ name }) => name.slice(0, 60)),
  )
}

const rowTags = (
  ctx: Context,
  chunk: ImportChunk,
) => sql`select k.row_no, k.id, k.action, t.id as tag_id from ${chunk.rows} k cross join lateral regexp_split_to_table(k.tags, ${tagSplit}) part(name)
  join tag t on t.organization_id = ${ctx.organizationId}::uuid and t.folded = app_fold(left(part.name, 60))`

/** Puts the tags of the rows on their records. */
export const putTags = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  if (!chunk.staged.has('tags')) return
  await sql`insert into subject_tag (organization_id, subject_id, tag_id)
    select distinct ${ctx.organizationId}::uuid, r.id, r.tag_id from (${rowTags(ctx, chunk)}) r where r.action is not null on conflict do nothing`.execute(
    ctx.db,
  )
}

/** Tags that a record does not bear yet count as a change: before and after by name, as the journal of a contact tells it. */
export const compareTags = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  if (!chunk.staged.has('tags')) return
  await sql`with wanted as (select r.row_no, r.id, r.tag_id from (${rowTags(ctx, chunk)}) r where r.action = 'update'),
    changed as (select row_no, id from wanted w where not exists (
      select 1 from subject_tag b where b.organization_id = ${ctx.organizationId}::uuid and b.subject_id = w.id and b.tag_id = w.tag_id) group by row_no, id),
    borne as (select c.row_no, b.tag_id from changed c join subject_tag b on b.organization_id = ${ctx.organizationId}::uuid and b.subject_id = c.id),
    named as (select c.row_no,
      (select coalesce(jsonb_agg(t.name order by t.name), '[]'::jsonb) from tag t where t.organization_id = ${ctx.organizationId}::uuid and t.id in (select tag_id from borne b where b.row_no = c.row_no)) as was,
      (select jsonb_agg(t.name order by t.name) from tag t where t.organization_id = ${ctx.organizationId}::uuid
        and t.id in (select tag_id from borne b where b.row_no = c.row_no union select tag_id from wanted w where w.row_no = c.row_no)) as is from changed c)
    update ${chunk.rows} k set before = k.before || jsonb_build_object('tags', n.was), after = k.after || jsonb_build_object('tags', n.is) from named n where n.row_no = k.row_no`.execute(
    ctx.db,
  )
}

/** Takes off the tags that the import had put on. */
export const takeTagsOff = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`delete from subject_tag b using ${chunk.rows} k cross join lateral jsonb_array_elements_text(k.after -> 'tags') added
    join tag t on t.organization_id = ${ctx.organizationId}::uuid and t.name = added
    where b.organization_id = ${ctx.organizationId}::uuid and b.subject_id = k.id and b.tag_id = t.id and k.after ? 'tags' and not k.before -> 'tags' ? added`.execute(
    ctx.db,
  )
}

import { sql } from 'kysely'
import { refuse } from '#kernel/shared/problem.ts'
import { withNext } from './client.ts'
import type { Context } from './context.ts'
import { executeLater } from './database.ts'
import { covers, forbidden, notFound } from './scope.ts'

/** What the kernel keeps of a record so that lower capabilities can hang things on it without knowing it (docs/decisions.md 5). */
export interface SubjectCard {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly subtitle: string | null
  readonly agencyId: string
  readonly ownerId: string | null
  readonly searchText: string
  /** The words of its names, by which misspelt searches are mended. */
  readonly words: readonly string[]
}

/** Registers a new record. */
export const addSubject = async (ctx: Context, card: SubjectCard): Promise<void> => {
  const row = {
    organization_id: ctx.organizationId,
    id: card.id,
    kind: card.kind,
    title: card.title,
    subtitle: card.subtitle,
    agency_id: card.agencyId,
    owner_id: card.ownerId,
    created_by: ctx.actor.userId,
    search_text: card.searchText,
    deleted_at: null,
    created_at: ctx.now,
    updated_at: ctx.now,
  }
  await executeLater(ctx.db, ctx.db.insertInto('subject').values(row))
  await keepWords(ctx, card.words)
}

/** Brings the card to what the record now is. */
export const changeSubject = async (ctx: Context, id: string, card: Partial<Omit<SubjectCard, 'id' | 'kind'>>): Promise<void> => {
  const update = ctx.db
    .updateTable('subject')
    .set({
      ...(card.title !== undefined && { title: card.title }),
      ...(card.subtitle !== undefined && { subtitle: card.subtitle }),
      ...(card.agencyId !== undefined && { agency_id: card.agencyId }),
      ...(card.ownerId !== undefined && { owner_id: card.ownerId }),
      ...(card.searchText !== undefined && { search_text: card.searchText }),
      updated_at: ctx.now,
    })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
  await executeLater(ctx.db, update)
  if (card.words) await keepWords(ctx, card.words)
}

/** Into the bin at `at`, or out of it with null. */
export const binSubjects = async (ctx: Context, ids: readonly string[], at: string | null): Promise<void> => {
  if (ids.length === 0) return
  await ctx.db
    .updateTable('subject')
    .set({ deleted_at: at, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', 'in', ids)
    .execute()
}

/** Remembers words for mending searches; a word once known is known for good. In order, so that two writers never wait on each other crosswise. */
const keepWords = async (ctx: Context, words: readonly string[]): Promise<void> => {
  if (words.length === 0) return
  await sql`${sql.raw(withNext)} insert into search_word (organization_id, word) select ${ctx.organizationId}::uuid, given.word from unnest(${[...words].sort()}::text[]) as given(word)
    where not exists (select 1 from search_word known where known.organization_id = ${ctx.organizationId}::uuid and known.word = given.word)
    on conflict do nothing`.execute(ctx.db)
}

/** A record as what hangs on it sees it: its card, and what the actor may do with it. */
export interface LoadedSubject {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly agency_id: string
  readonly owner_id: string | null
  readonly created_by: string | null
  readonly deleted_at: string | null
  /** Whether the actor may do `<kind>.<action>` on it; in the bin, it can only be viewed. */
  may(action: string): boolean
}

/**
 * The record on which something hangs, for an actor who may do `<kind>.<action>` on it. Not found out of view; refused when seen but
 * in the bin (422) or beyond the actor's rights (403).
 */
export const loadSubject = async (ctx: Context, id: string, action: string): Promise<LoadedSubject> => {
  const row = await ctx.db
    .selectFrom('subject')
    .select(['id', 'kind', 'title', 'agency_id', 'owner_id', 'created_by', 'deleted_at'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound()
  const further = await ctx.db
    .selectFrom('subject_agency')
    .select('agency_id')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', id)
    .execute()
  const agencies = further.map((place) => place.agency_id)
  const reached = (wanted: string) => covers(ctx.actor, ctx.can(`${row.kind}.${wanted}`), row, agencies)
  if (!reached('view')) throw notFound()
  if (action !== 'view') {
    if (!reached(action)) throw forbidden()
    if (row.deleted_at !== null)
      throw refuse(
        'subject.in_bin',
        /*i18n*/ { id: 'subject.in_bin', message: 'Cet élément est dans la corbeille : restaurez-le avant de le compléter.' },
      )
  }
  return { ...row, may: (wanted) => reached(wanted) && (wanted === 'view' || row.deleted_at === null) }
}

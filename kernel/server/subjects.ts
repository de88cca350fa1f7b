import { sql } from 'kysely'
import type { Context } from './context.ts'

/** What the kernel keeps of a record so that lower capabilities can hang things on it without knowing it (decisions.md 5). */
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
  await ctx.db
    .insertInto('subject')
    .values({
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
    })
    .execute()
  await keepWords(ctx, card.words)
}

/** Brings the card to what the record now is. */
export const changeSubject = async (ctx: Context, id: string, card: Partial<Omit<SubjectCard, 'id' | 'kind'>>): Promise<void> => {
  await ctx.db
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
    .execute()
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
  await sql`insert into search_word (organization_id, word) select ${ctx.organizationId}::uuid, given.word from unnest(${[...words].sort()}::text[]) as given(word)
    where not exists (select 1 from search_word known where known.organization_id = ${ctx.organizationId}::uuid and known.word = given.word)
    on conflict do nothing`.execute(ctx.db)
}

import { sql } from 'kysely'
import { fold } from '#kernel/shared/fold.ts'
import { searchDigits } from '#kernel/shared/phone.ts'
import type { Context } from './context.ts'
import { withinReach } from './scope.ts'

/** A kind of subject that ⌘K finds: who may, and where its page is (`/contacts/:id`). */
export interface SearchKind {
  readonly kind: string
  readonly permission: `${string}.view`
  readonly path: `/${string}`
}

interface Found {
  readonly ids: string[]
  /** The words as understood when one was mended, or null. */
  readonly corrected: string | null
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
const mostWords = 8
/** Words shorter than this are not mended: too many others are one letter away. */
const shortestMended = 4

/**
 * The ways in which a question may be meant, each as the pieces that must all be found: figures first as a telephone number in any
 * writing, then as the code or number that they spell.
 */
export const searchReadings = (q: string): string[][] => {
  const words = fold(q)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords)
  const digits = searchDigits(q)
  const phone = digits.length >= 4 && /^[\d\s+().-]+$/.test(q.trim()) ? [[digits]] : []
  return words.length === 0 ? phone : [...phone, words]
}

/**
 * Identifiers of subjects that hold every piece of `q`, best first, at most `most`; within the reader's reach for each kind. Where nothing
 * fits, misspelt words are mended by the words known of names. The subject window keeps the trigram index usable behind the tenant wall.
 */
export const searchSubjects = async (
  ctx: Context,
  q: string,
  kinds: readonly Pick<SearchKind, 'kind' | 'permission'>[],
  most: number,
): Promise<Found> => {
  const readings = searchReadings(q)
  const pieces = readings.at(-1)
  if (pieces === undefined) return { ids: [], corrected: null }
  for (const reading of readings) {
    const exact = await matching(
      ctx,
      reading.map((piece) => [piece]),
      q,
      kinds,
      most,
    )
    if (exact.length > 0) return { ids: exact, corrected: null }
  }
  const alternatives = await mend(ctx, pieces)
  if (alternatives === null) return { ids: [], corrected: null }
  const mended = await matching(ctx, alternatives, q, kinds, most)
  return { ids: mended, corrected: mended.length === 0 ? null : alternatives.map((words) => words[0] ?? '').join(' ') }
}

const matching = async (
  ctx: Context,
  pieces: readonly (readonly string[])[],
  q: string,
  kinds: readonly Pick<SearchKind, 'kind' | 'permission'>[],
  most: number,
): Promise<string[]> => {
  const columns = { subjectId: sql`s.id`, agencyId: sql`s.agency_id`, ownerId: sql`s.owner_id`, createdBy: sql`s.created_by` }
  const held = kinds.filter((kind) => ctx.can(kind.permission) !== null)
  if (held.length === 0) return []
  const byKind = held.map((kind) => sql`(s.kind = ${kind.kind} and ${withinReach(ctx, ctx.can(kind.permission), columns)})`)
  const wanted = pieces.map(
    (words) =>
      sql`(${sql.join(
        words.map((word) => sql`s.search_text like ${`%${escapeLike(word)}%`}`),
        sql` or `,
      )})`,
  )
  const whole = fold(q)
  // The candidates are taken first and only they are ranked: a broad word must not sort a million rows.
  const found = await sql<{ id: string }>`
    select id from (
      select s.id, s.title, s.search_text from subject_window s
      where s.organization_id = ${ctx.organizationId}::uuid and s.deleted_at is null and ${sql.join(wanted, sql` and `)} and (${sql.join(byKind, sql` or `)})
      limit ${Math.max(most, 200)}
    ) as candidate
    order by (search_text like ${`${escapeLike(whole)}%`}) desc, (' ' || search_text like ${`% ${escapeLike(pieces[0]?.[0] ?? '')}%`}) desc, length(search_text), title, id
    limit ${most}`.execute(ctx.db)
  return found.rows.map((row) => row.id)
}

/** For each piece the known words nearest to it (one typing error, two in long words), itself first; null when a word has none. */
const mend = async (ctx: Context, pieces: readonly string[]): Promise<string[][] | null> => {
  const words = pieces.filter((piece) => piece.length >= shortestMended && !/\d/.test(piece))
  if (words.length === 0) return null
  const near = await sql<{ asked: string; word: string }>`
    select asked, word from unnest(${words}::text[]) as asked cross join lateral (
      select w.word from search_word_window w
      where w.organization_id = ${ctx.organizationId}::uuid and w.word % asked and abs(length(w.word) - length(asked)) <= 2
      order by similarity(w.word, asked) desc, w.word limit 6
    ) as candidate`.execute(ctx.db)
  const alternatives = pieces.map((piece) => {
    const allowed = piece.length >= 8 ? 2 : 1
    const mended = near.rows
      .filter((row) => row.asked === piece && row.word !== piece && editDistance(row.word, piece) <= allowed)
      .map((row) => row.word)
    return [...mended.slice(0, 4), piece]
  })
  return alternatives.some((words) => words.length > 1) ? alternatives : null
}

/** Letters put in, left out, changed or swapped with their neighbour (Damerau 1964, optimal string alignment). */
export const editDistance = (a: string, b: string): number => {
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = previous
    previous = row
  }
  return previous[b.length] ?? 0
}

import { sql } from 'kysely'
import { fold } from '#kernel/shared/fold.ts'
import { searchDigits } from '#kernel/shared/phone.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { Context } from './context.ts'
import { withinReach } from './scope.ts'

/** A kind of subject that ⌘K finds: who may, and where its page is (`/contacts/:id`). */
export interface SearchKind {
  readonly kind: string
  readonly permission: `${string}.view`
  readonly path: `/${string}`
  /** Whom a record belongs to, as `found → holder`: who types a plate most often means the customer. */
  readonly holders?: (ctx: Context, found: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** What is worth knowing of records beside their names, as `found → state`: it is read when they are found, for it changes. */
  readonly states?: (ctx: Context, found: readonly string[]) => Promise<ReadonlyMap<string, Sentence>>
}

/** A subject as search shows it. */
export interface FoundSubject {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly subtitle: string | null
}

interface Found {
  readonly subjects: readonly FoundSubject[]
  /** The words as understood when one was mended, or null. */
  readonly corrected: string | null
}

/** One way to find a piece: words that are it, or that begin with it. */
interface Sought {
  readonly word: string
  readonly prefix: boolean
}
/** All pieces must be found, each in one of its ways. */
type Question = readonly (readonly Sought[])[]

const mostWords = 8
/** Findings enough not to look for more by a broader reading. */
const plenty = 50
/** Words shorter than this are not mended: too many others are one letter away. */
const shortestMended = 4
/** Shorter beginnings are not completed from the known words: too many begin so. */
const shortestBegun = 3
const mostBegun = 40

const whole = (word: string): Sought => ({ word, prefix: false })
const beginning = (word: string): Sought => ({ word, prefix: true })

/** The pieces of a text as search takes them, folded. */
const piecesOf = (q: string): string[] =>
  fold(q)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords)

/** Figures as a telephone number in any writing, by its beginning or its end; null for other texts. */
const asNumber = (q: string): Question | null => {
  const digits = searchDigits(q)
  if (digits.length < 4 || !/^[\d\s+().-]+$/.test(q.trim())) return null
  return [[beginning(digits), beginning(`~${[...digits].reverse().join('')}`)]]
}

/**
 * The subjects that hold every piece of `q`, best first, at most `most`; within the reader's reach for each kind. The narrowest reading is
 * asked first, and a broader one only when too little is found: a telephone number; the words themselves; words still being typed; any
 * beginnings; and where nothing fits, words mended by those known of names, misspelt or holding the piece further on (decisions/0009).
 */
export const searchSubjects = async (
  ctx: Context,
  q: string,
  kinds: readonly Pick<SearchKind, 'kind' | 'permission'>[],
  most: number,
): Promise<Found> => {
  const find = (question: Question) => matching(ctx, question, q, kinds, most)
  const number = asNumber(q)
  if (number !== null) {
    const subjects = await find(number)
    if (subjects.length > 0) return { subjects, corrected: null }
  }
  const pieces = piecesOf(q)
  if (pieces.length === 0) return { subjects: [], corrected: null }
  const exact = await find(pieces.map((piece) => [whole(piece)]))
  if (exact.length >= Math.min(most, plenty)) return { subjects: exact, corrected: null }

  const known = await knownWords(ctx, pieces)
  const typed = pieces.map((piece) => {
    const words = known.get(piece)?.begun ?? []
    return words.length === 0 ? [beginning(piece)] : [piece, ...words].map(whole)
  })
  const begun = await find(typed)
  if (begun.length > 0) return { subjects: begun, corrected: null }
  if (typed.some((ways) => ways[0]?.prefix === false)) {
    const subjects = await find(pieces.map((piece) => [beginning(piece)]))
    if (subjects.length > 0) return { subjects, corrected: null }
  }

  const mended = pieces.map((piece) => known.get(piece)?.mended ?? [])
  if (mended.every((words) => words.length === 0)) return { subjects: [], corrected: null }
  const subjects = await find(mended.map((words, at) => (words.length === 0 ? (typed[at] ?? []) : words.map(whole))))
  const corrected = subjects.length === 0 ? null : mended.map((words, at) => words[0] ?? pieces[at]).join(' ')
  return { subjects, corrected }
}

/** Subjects by identifier, those within the reader's reach, in the order given. */
export const subjectsWithin = async (
  ctx: Context,
  ids: readonly string[],
  kinds: readonly Pick<SearchKind, 'kind' | 'permission'>[],
): Promise<FoundSubject[]> => {
  if (ids.length === 0 || kinds.length === 0) return []
  const found = await sql<FoundSubject>`select s.id, s.kind, s.title, s.subtitle from subject_window s
    where s.organization_id = ${ctx.organizationId}::uuid and s.id = any(${[...ids]}::uuid[]) and s.deleted_at is null and (${withinKinds(ctx, kinds)})`.execute(
    ctx.db,
  )
  const byId = new Map(found.rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** True for rows of `s` that are of one of these kinds and within the reader's reach for it. */
const withinKinds = (ctx: Context, kinds: readonly Pick<SearchKind, 'kind' | 'permission'>[]) => {
  const columns = { subjectId: sql`s.id`, agencyId: sql`s.agency_id`, ownerId: sql`s.owner_id`, createdBy: sql`s.created_by` }
  return sql.join(
    kinds.map((kind) => sql`(s.kind = ${kind.kind} and ${withinReach(ctx, ctx.can(kind.permission), columns)})`),
    sql` or `,
  )
}

/** The words of `app_words` carry the end of their organization's identifier: one tenant's search never walks another's rows. */
const wordQuery = (organizationId: string, question: Question): string => {
  const mark = organizationId.slice(-6)
  const one = ({ word, prefix }: Sought) => `'${mark}${word.replace(/['\\]/g, '\\$&')}'${prefix ? ':*' : ''}`
  return question.map((ways) => `(${ways.map(one).join(' | ')})`).join(' & ')
}

const matching = async (
  ctx: Context,
  question: Question,
  q: string,
  kinds: readonly Pick<SearchKind, 'kind' | 'permission'>[],
  most: number,
): Promise<FoundSubject[]> => {
  const held = kinds.filter((kind) => ctx.can(kind.permission) !== null)
  if (held.length === 0) return []
  const text = escapeLike(fold(q))
  const first = escapeLike(question[0]?.[0]?.word ?? '')
  // The candidates are taken first and only they are ranked: a broad word must not sort a million rows.
  const found = await sql<FoundSubject>`
    select id, kind, title, subtitle from (
      select s.id, s.kind, s.title, s.subtitle, s.search_text from subject_window s
      where s.organization_id = ${ctx.organizationId}::uuid and s.deleted_at is null
        and app_words(s.organization_id, s.search_text) @@ ${wordQuery(ctx.organizationId, question)}::tsquery and (${withinKinds(ctx, held)})
      limit ${Math.max(most, 200)}
    ) as candidate
    order by (search_text like ${`${text}%`}) desc, (' ' || search_text like ${`% ${first}%`}) desc, length(search_text), title, id
    limit ${most}`.execute(ctx.db)
  return found.rows
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Words known of names that a piece may stand for. */
interface KnownWords {
  /** Those that begin with it. */
  readonly begun: readonly string[]
  /** Those one typing error away (two in long words), nearest first, then those that hold it further on. */
  readonly mended: readonly string[]
}

const knownWords = async (ctx: Context, pieces: readonly string[]): Promise<Map<string, KnownWords>> => {
  const names = pieces.filter((piece) => piece.length >= shortestBegun && !/\d/.test(piece))
  if (names.length === 0) return new Map()
  const words = sql`search_word_window w where w.organization_id = ${ctx.organizationId}::uuid`
  const { rows } = await sql<{ asked: string; word: string; how: 'begun' | 'near' | 'holding' }>`
    select asked, word, how from unnest(${names}::text[]) as asked cross join lateral (
      (select w.word, 'begun' as how from ${words} and w.word like asked || '%' order by length(w.word), w.word limit ${mostBegun})
      union all
      (select w.word, 'near' from ${words} and length(asked) >= ${shortestMended} and w.word % asked and abs(length(w.word) - length(asked)) <= 2
      order by similarity(w.word, asked) desc, w.word limit 6)
      union all
      (select w.word, 'holding' from ${words} and length(asked) >= ${shortestMended} and w.word like '%' || asked || '%' order by length(w.word), w.word limit 20)
    ) as candidate`.execute(ctx.db)
  return new Map(
    names.map((piece) => {
      const found = (how: string) =>
        rows.filter((row) => row.asked === piece && row.how === how && row.word !== piece).map((row) => row.word)
      const allowed = piece.length >= 8 ? 2 : 1
      const near = found('near').filter((word) => editDistance(word, piece) <= allowed)
      const begun = rows.filter((row) => row.asked === piece && row.how === 'begun').map((row) => row.word)
      return [piece, { begun, mended: [...new Set([...near.slice(0, 4), ...found('holding')])] }]
    }),
  )
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

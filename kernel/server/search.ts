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
/** Words shorter than this are not mended: too many others are one letter away. */
const shortestMended = 4

const whole = (word: string): Sought => ({ word, prefix: false })
const beginning = (word: string): Sought => ({ word, prefix: true })

/** A question with the number of findings from which the next, broader one is not asked. */
interface Reading {
  readonly question: Question
  readonly enough: number
}

/**
 * The ways in which a text may be meant, the narrowest first: figures as a telephone number in any writing or as its end; then the words
 * themselves, the words with the last still being typed, and the beginnings of words.
 */
export const searchReadings = (q: string, most: number): Reading[] => {
  const words = fold(q)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, mostWords)
  const digits = searchDigits(q)
  const readings: Reading[] = []
  if (digits.length >= 4 && /^[\d\s+().-]+$/.test(q.trim()))
    readings.push({ question: [[beginning(digits), beginning(`~${[...digits].reverse().join('')}`)]], enough: 1 })
  if (words.length === 0) return readings
  readings.push({ question: words.map((word) => [whole(word)]), enough: most })
  if (words.length > 1)
    readings.push({ question: words.map((word, at) => [at === words.length - 1 ? beginning(word) : whole(word)]), enough: 1 })
  readings.push({ question: words.map((word) => [beginning(word)]), enough: 1 })
  return readings
}

/**
 * The subjects that hold every piece of `q`, best first, at most `most`; within the reader's reach for each kind. Where nothing
 * fits, words are mended by those known of names: one that is misspelt, or that holds the piece further on. The subject window keeps
 * the index of words usable behind the tenant wall.
 */
export const searchSubjects = async (
  ctx: Context,
  q: string,
  kinds: readonly Pick<SearchKind, 'kind' | 'permission'>[],
  most: number,
): Promise<Found> => {
  const readings = searchReadings(q, Math.min(most, 50))
  for (const { question, enough } of readings) {
    const subjects = await matching(ctx, question, q, kinds, most)
    if (subjects.length >= enough) return { subjects, corrected: null }
  }
  const pieces = readings.at(-1)?.question.map((ways) => ways[0]?.word ?? '') ?? []
  const mended = await mend(ctx, pieces)
  if (mended === null) return { subjects: [], corrected: null }
  const question = mended.map((words, at) => [...words.map(whole), beginning(pieces[at] ?? '')])
  const subjects = await matching(ctx, question, q, kinds, most)
  return { subjects, corrected: subjects.length === 0 ? null : mended.map((words, at) => words[0] ?? pieces[at]).join(' ') }
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
  const columns = { subjectId: sql`s.id`, agencyId: sql`s.agency_id`, ownerId: sql`s.owner_id`, createdBy: sql`s.created_by` }
  const held = kinds.filter((kind) => ctx.can(kind.permission) !== null)
  if (held.length === 0) return []
  const byKind = held.map((kind) => sql`(s.kind = ${kind.kind} and ${withinReach(ctx, ctx.can(kind.permission), columns)})`)
  const text = escapeLike(fold(q))
  const first = escapeLike(question[0]?.[0]?.word ?? '')
  // The candidates are taken first and only they are ranked: a broad word must not sort a million rows.
  const found = await sql<FoundSubject>`
    select id, kind, title, subtitle from (
      select s.id, s.kind, s.title, s.subtitle, s.search_text from subject_window s
      where s.organization_id = ${ctx.organizationId}::uuid and s.deleted_at is null
        and app_words(s.organization_id, s.search_text) @@ ${wordQuery(ctx.organizationId, question)}::tsquery and (${sql.join(byKind, sql` or `)})
      limit ${Math.max(most, 200)}
    ) as candidate
    order by (search_text like ${`${text}%`}) desc, (' ' || search_text like ${`% ${first}%`}) desc, length(search_text), title, id
    limit ${most}`.execute(ctx.db)
  return found.rows
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** For each piece the known words that it may be: nearest first (one typing error, two in long words), else those that hold it; null when no word was found for any. */
const mend = async (ctx: Context, pieces: readonly string[]): Promise<string[][] | null> => {
  const asked = pieces.filter((piece) => piece.length >= shortestMended && !/\d/.test(piece))
  if (asked.length === 0) return null
  const near = await sql<{ asked: string; word: string; holds: boolean }>`
    select asked, word, holds from unnest(${asked}::text[]) as asked cross join lateral (
      (select w.word, false as holds from search_word_window w
      where w.organization_id = ${ctx.organizationId}::uuid and w.word % asked and abs(length(w.word) - length(asked)) <= 2
      order by similarity(w.word, asked) desc, w.word limit 6)
      union all
      (select w.word, true from search_word_window w
      where w.organization_id = ${ctx.organizationId}::uuid and w.word like '%' || asked || '%' order by length(w.word), w.word limit 20)
    ) as candidate`.execute(ctx.db)
  const alternatives = pieces.map((piece) => {
    const found = near.rows.filter((row) => row.asked === piece && row.word !== piece)
    const allowed = piece.length >= 8 ? 2 : 1
    const misspelt = found.filter((row) => !row.holds && editDistance(row.word, piece) <= allowed).map((row) => row.word)
    return [...new Set([...misspelt.slice(0, 4), ...found.filter((row) => row.holds).map((row) => row.word)])]
  })
  return alternatives.some((words) => words.length > 0) ? alternatives : null
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

import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#kernel/server/context.ts'
import type { LetterLanguage, LetterTemplate } from '#kernel/server/letters.ts'
import { takeNumbers } from '#kernel/server/numbers.ts'
import { forbidden } from '#kernel/server/scope.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'
import { freezeHeads, headKey } from './freeze-heads.ts'

/** One letter to be written. */
export interface LetterToMake<T extends z.ZodType = z.ZodType> {
  readonly template: LetterTemplate<T>
  /** Whose profile shows it: the customer. */
  readonly subjectId: string
  /** What it is about: a policy, a claim, a bill; null when that is the customer. */
  readonly aboutId: string | null
  /** The agency that writes it; null for the company itself. */
  readonly agencyId: string | null
  readonly language: LetterLanguage
  /** All that is merged; frozen as it is. */
  readonly data: z.input<T>
  /** What lists call it: «Avis d’échéance». */
  readonly title: string
  /** Its reference; the next of the year's series unless given. */
  readonly number?: string
}

/** A letter that was written: `{ documentId, number }`. */
export interface MadeLetter {
  readonly documentId: string
  readonly number: string
}

const mayWrite = (ctx: Context): boolean =>
  (ctx.actor.kind !== 'user' && ctx.actor.kind !== 'api_key') || ctx.can('document.create') !== null

/**
 * Writes one letter: its data and head are frozen now, its pages are drawn when somebody first opens it. The verb that calls has
 * checked its own permission on the record; a person also needs `document.create` (403). Throws when the data are not what the template asks.
 */
export const makeLetter = async <T extends z.ZodType>(ctx: Context, letter: LetterToMake<T>): Promise<MadeLetter> => {
  const [made] = await makeLetters(ctx, [letter as unknown as LetterToMake])
  if (!made) throw new Error('a letter was not made')
  ctx.audit({
    operation: 'document.write_letter',
    subject: await subjectOf(ctx, letter.aboutId ?? letter.subjectId),
    after: { document_id: made.documentId, title: letter.title, number: made.number, template: letter.template.key },
  })
  return made
}

/**
 * Writes many letters with three statements, in their order; at most some thousands a call. With `batchId` they belong to a batch of
 * `openBatch` and come in that order in its printed files. The caller journals them as one act.
 */
export const makeLetters = async (
  ctx: Context,
  letters: readonly LetterToMake[],
  batch?: { readonly id: string; readonly from: number },
): Promise<MadeLetter[]> => {
  if (!mayWrite(ctx)) throw forbidden()
  if (letters.length === 0) return []
  const heads = await freezeHeads(ctx, letters)
  const numbers = await numbersFor(ctx, letters)
  const rows = letters.map((letter, at) => ({
    id: newId(),
    subject_id: letter.subjectId,
    about_id: letter.aboutId,
    kind: letter.template.kind,
    title: letter.title,
    template: letter.template.key,
    template_version: letter.template.version,
    language: letter.language,
    data: letter.template.data.parse(letter.data),
    head_id: heads.get(headKey(letter)),
    number: numbers[at] ?? '',
    batch_rank: batch === undefined ? null : batch.from + at,
  }))
  await sql`insert into document (organization_id, id, subject_id, about_id, kind, title, origin, template, template_version, language, data, head_id, number,
      batch_id, batch_rank, created_by, created_by_name, created_at, updated_at)
    select ${ctx.organizationId}::uuid, id, subject_id, about_id, kind, title, 'template', template, template_version, language, data, head_id, number,
      ${batch?.id ?? null}::uuid, batch_rank, ${ctx.actor.userId}::uuid, ${ctx.actor.name}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as letter(id uuid, subject_id uuid, about_id uuid, kind text, title text, template text,
      template_version integer, language text, data jsonb, head_id uuid, number text, batch_rank integer)`.execute(ctx.db)
  // Open profiles ask again for their documents; many at once are told as one.
  const only = letters.length === 1 ? letters[0] : undefined
  if (only) ctx.emit({ name: 'document.created', subjectId: only.subjectId, ...(await placeOf(ctx, only.subjectId)) })
  else ctx.emit({ name: 'document.created', everyone: true })
  return rows.map(({ id, number }) => ({ documentId: id, number }))
}

/** `C-2026-000123`, the series of the year in which it is written. */
const numbersFor = async (ctx: Context, letters: readonly LetterToMake[]): Promise<string[]> => {
  const wanting = letters.filter(({ number }) => number === undefined).length
  const year = todayIn(ctx.actor.timeZone, new Date(ctx.now)).slice(0, 4)
  let next = wanting === 0 ? 0 : await takeNumbers(ctx, `letter/${year}`, wanting)
  return letters.map(({ number }) => {
    if (number !== undefined) return number
    next += 1
    return `C-${year}-${String(next - 1).padStart(6, '0')}`
  })
}

const placeOf = async (ctx: Context, id: string): Promise<{ agencyId?: string; ownerId?: string | null }> => {
  const row = await ctx.db
    .selectFrom('subject')
    .select(['agency_id', 'owner_id'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { agencyId: row.agency_id, ownerId: row.owner_id } : {}
}

const subjectOf = (ctx: Context, id: string): Promise<{ kind: string; id: string; title: string }> =>
  ctx.db
    .selectFrom('subject')
    .select(['kind', 'id', 'title'])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

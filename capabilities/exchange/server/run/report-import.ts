import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { doubtSentence } from '../doubt-sentences.ts'
import { doubtsColumn } from '../reader/stage-rows.ts'
import type { KeptReason } from './import-record.ts'
import type { Flagged } from './record-chunk.ts'
import { stagedValue, type RunWork } from './work.ts'

const examplesKept = 3

/** The reasons for which rows were left out, with their counts and a few values. */
export const countReasons = async (ctx: Context, work: RunWork, trial: boolean): Promise<KeptReason[]> => {
  const found = await sql<{
    outcome: KeptReason['outcome']
    code: string
    field: string | null
    sentence: Sentence
    count: number
    examples: string[] | null
  }>`
    select outcome, code, field, (array_agg(sentence))[1] as sentence, count(*) as count, (array_agg(distinct text) filter (where text is not null))[1:${sql.lit(examplesKept)}] as examples
    from (select r.outcome, p ->> 'code' as code, p ->> 'field' as field, p -> 'sentence' as sentence, left(p -> 'sentence' -> 'values' ->> 'text', 80) as text
      from import_row r cross join jsonb_array_elements(r.reasons) p
      where r.organization_id = ${ctx.organizationId}::uuid and r.import_id = ${work.importId}::uuid and r.trial = ${trial}) each
    group by outcome, code, field order by count(*) desc, code limit 200`.execute(ctx.db)
  return found.rows.map((row) => ({ ...row, examples: row.examples ?? [] }))
}

/** Values that were kept as they came although they look unusual, with a few of them. */
export const describeFlagged = async (ctx: Context, work: RunWork, flagged: Flagged): Promise<KeptReason[]> => {
  const doubts = stagedValue(work.plan, doubtsColumn)
  const reasons: KeptReason[] = []
  for (const [doubt, count] of Object.entries(flagged).sort((a, b) => b[1] - a[1])) {
    const [code = '', field = ''] = doubt.split(':')
    const column = work.plan.mapping.find((one) => one.field === field)?.column
    const examples =
      column === undefined || doubts === null
        ? []
        : await sql<{ text: string }>`select left(s.cells[${sql.lit(column + 1)}], 80) as text from import_staging s
            where s.import_id = ${work.importId}::uuid and s.problems is null and ${doubts} like ${`%${doubt}%`} limit ${examplesKept}`
            .execute(ctx.db)
            .then(({ rows }) => rows)
    reasons.push({
      outcome: 'flagged',
      code,
      field: field === '' ? null : field,
      sentence: doubtSentence(code),
      count,
      examples: examples.map(({ text }) => text),
    })
  }
  return reasons
}

import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { takeNumbers } from '#kernel/server/numbers.ts'
import { clientCode } from '../identifiers.ts'

type CodeKind = 'contact' | 'account'

interface Agency {
  readonly id: string
  readonly number: string
}

/** Accounts have codes of their own series: a letter keeps them from being taken for those of clients. */
const prefixOf: Record<CodeKind, string> = { contact: '', account: 'C' }

/** `count` fresh codes of an agency, in order: `AAAAA-NNNNNN`, for accounts `CAAAAA-NNNNNN`; never given twice (docs/decisions.md 6). */
export const takeCodes = async (ctx: Context, kind: CodeKind, agency: Agency, count: number): Promise<string[]> => {
  const first = await takeNumbers(ctx, `${kind}:${agency.id}`, count)
  return Array.from({ length: count }, (_, at) => prefixOf[kind] + clientCode(agency.number, first + at))
}

/** Lets the series begin behind codes that come from outside; `codes` is a query of one column `code`. */
export const passCodes = async (ctx: Context, kind: CodeKind, codes: RawBuilder<unknown>): Promise<void> => {
  const form = `^${prefixOf[kind]}(\\d{5})-(\\d{6,12})$`
  await sql`insert into number_series (organization_id, series, last_number)
    select ${ctx.organizationId}::uuid, ${`${kind}:`} || a.id, max(((parts.found)[2])::bigint)
    from (select regexp_match(given.code, ${form}) as found from (${codes}) given) parts
    join agency_card a on a.organization_id = ${ctx.organizationId}::uuid and a.number = (parts.found)[1] group by a.id order by a.id
    on conflict (organization_id, series) do update set last_number = greatest(number_series.last_number, excluded.last_number)`.execute(
    ctx.db,
  )
}

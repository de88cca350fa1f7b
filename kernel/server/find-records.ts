import { sql } from 'kysely'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { searchOperations } from '#kernel/shared/search-contract.ts'
import type { Context } from './context.ts'
import { implement, type Implementation } from './door.ts'
import { searchSubjects, type SearchKind } from './search.ts'

type Find = typeof searchOperations.find

/** ⌘K over every kind that the capabilities offer. */
export const findRecords = (kinds: readonly SearchKind[]): Implementation =>
  implement(searchOperations.find, async (ctx: Context, input: ParsedOf<Find>): Promise<OutputOf<Find>> => {
    const asked = kinds.filter((kind) => input.kind === undefined || kind.kind === input.kind)
    const found = await searchSubjects(ctx, input.q, asked, input.limit * Math.max(1, asked.length))
    if (found.ids.length === 0) return { groups: [], corrected: null }
    const rows = await sql<{ id: string; kind: string; title: string; subtitle: string | null }>`
      select id, kind, title, subtitle from subject where organization_id = ${ctx.organizationId}::uuid and id = any(${found.ids}::uuid[])`.execute(
      ctx.db,
    )
    const byId = new Map(rows.rows.map((row) => [row.id, row]))
    const groups = asked.map((kind) => ({
      kind: kind.kind,
      items: found.ids
        .flatMap((id) => byId.get(id) ?? [])
        .filter((row) => row.kind === kind.kind)
        .slice(0, input.limit)
        .map((row) => ({ ...row, code: row.subtitle, path: `${kind.path}/${row.id}` })),
    }))
    return { groups: groups.filter((group) => group.items.length > 0), corrected: found.corrected }
  })

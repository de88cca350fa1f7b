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
    const groups = asked.map((kind) => ({
      kind: kind.kind,
      items: found.subjects
        .filter((subject) => subject.kind === kind.kind)
        .slice(0, input.limit)
        .map((subject) => ({ ...subject, code: subject.subtitle, path: `${kind.path}/${subject.id}` })),
    }))
    return { groups: groups.filter((group) => group.items.length > 0), corrected: found.corrected }
  })

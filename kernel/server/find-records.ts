import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { searchOperations } from '#kernel/shared/search-contract.ts'
import type { Context } from './context.ts'
import { implement, type Implementation } from './door.ts'
import { searchSubjects, subjectsWithin, type FoundSubject, type SearchKind } from './search.ts'

type Find = typeof searchOperations.find

/** ⌘K over every kind that the capabilities offer. */
export const findRecords = (kinds: readonly SearchKind[]): Implementation =>
  implement(searchOperations.find, async (ctx: Context, input: ParsedOf<Find>): Promise<OutputOf<Find>> => {
    const asked = kinds.filter((kind) => input.kind === undefined || kind.kind === input.kind)
    const found = await searchSubjects(ctx, input.q, asked, input.limit * Math.max(1, asked.length))
    const held = input.kind === undefined ? await holdersOf(ctx, asked, found.subjects) : []
    const all = [...found.subjects, ...held.filter((holder) => !found.subjects.some((subject) => subject.id === holder.id))]
    const groups: OutputOf<Find>['groups'] = []
    for (const kind of asked) {
      const shown = all.filter((subject) => subject.kind === kind.kind).slice(0, input.limit)
      const states =
        shown.length > 0
          ? await kind.states?.(
              ctx,
              shown.map((subject) => subject.id),
            )
          : undefined
      const items = shown.map((subject) => ({ ...subject, code: detailOf(ctx, subject, states), path: `${kind.path}/${subject.id}` }))
      groups.push({ kind: kind.kind, items })
    }
    return { groups: groups.filter((group) => group.items.length > 0), corrected: found.corrected }
  })

/** What stands under a name: its code, and its state where it has one. */
const detailOf = (
  ctx: Context,
  subject: FoundSubject,
  states: Awaited<ReturnType<NonNullable<SearchKind['states']>>> | undefined,
): string | null => {
  const state = states?.get(subject.id)
  return (
    [subject.subtitle, state && ctx.say(state)].filter((part) => part !== null && part !== undefined && part !== '').join(' · ') || null
  )
}

/** Who types a number means few records: only then is it worth showing whose they are. */
const fewFound = 5

/** Those to whom the found records belong: who types a plate at the desk means the customer. */
const holdersOf = async (ctx: Context, kinds: readonly SearchKind[], found: readonly FoundSubject[]): Promise<FoundSubject[]> => {
  const holders = new Set<string>()
  for (const kind of kinds) {
    const ids = found.filter((subject) => subject.kind === kind.kind).map((subject) => subject.id)
    if (kind.holders === undefined || ids.length === 0 || ids.length > fewFound) continue
    for (const holder of (await kind.holders(ctx, ids)).values()) holders.add(holder)
  }
  return subjectsWithin(
    ctx,
    [...holders],
    kinds.filter((kind) => ctx.can(kind.permission) !== null),
  )
}

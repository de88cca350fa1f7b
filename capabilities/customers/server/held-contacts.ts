import type { Context } from '#kernel/server/context.ts'
import type { Sentence } from '#kernel/shared/problem.ts'

declare module '#kernel/server/occasions.ts' {
  interface Occasions {
    /** Contacts are about to go to the bin: who has something of theirs that must stay says why. */
    'contact.leaving': { readonly ids: readonly string[]; hold(id: string, reason: Sentence): void }
  }
}

/** Which of these contacts must stay, and why: a policy in force, a balance (docs/decisions.md 7). */
export const heldContacts = async (ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Sentence>> => {
  const held = new Map<string, Sentence>()
  await ctx.occasion('contact.leaving', {
    ids,
    hold: (id, reason) => {
      if (!held.has(id)) held.set(id, reason)
    },
  })
  return held
}

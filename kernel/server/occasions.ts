import type { Context } from './context.ts'

/**
 * What happens in one capability that others above must answer at once: a policy is issued, so its bill is made; a customer is to be
 * deleted, so whoever holds something of theirs may refuse. Each capability declares its own here, by name and fact.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- capabilities fill it
export interface Occasions {}

/** What one capability does on an occasion of a lower one. */
export interface Follower {
  readonly occasion: string
  readonly act: (ctx: Context, fact: never) => Promise<void>
}

/** Declares a follower. It works in the transaction of the verb that it follows: what it throws takes everything back. */
export const follow = <K extends keyof Occasions>(occasion: K, act: (ctx: Context, fact: Occasions[K]) => Promise<void>): Follower => ({
  occasion,
  act: act as Follower['act'],
})

/** Tells all followers of an occasion, lowest capability first. */
export const tellFollowers = async (followers: readonly Follower[], ctx: Context, occasion: string, fact: unknown): Promise<void> => {
  for (const follower of followers) if (follower.occasion === occasion) await follower.act(ctx, fact as never)
}

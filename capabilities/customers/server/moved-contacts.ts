import type { Context } from '#kernel/server/context.ts'

declare module '#kernel/server/occasions.ts' {
  interface Occasions {
    /** Contacts belong to another agency now: who keeps something in the one they leave lets it see them still. */
    'contact.moved': { readonly ids: readonly string[] }
  }
}

/** Tells, in this transaction, that contacts have changed agency. */
export const tellMoved = (ctx: Context, ids: readonly string[]): Promise<void> =>
  ids.length === 0 ? Promise.resolve() : ctx.occasion('contact.moved', { ids })

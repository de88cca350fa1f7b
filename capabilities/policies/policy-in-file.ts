/** A policy as the row of a bill or claim names it: by its number, with its holder where the row says whose it is. */
export const policyNamed = (number: string, holder: string | null): string => (holder === null ? number : `${number} / ${holder}`)

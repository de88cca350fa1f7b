/** Class names in one string, the absent ones left out. */
export const joined = (...names: ReadonlyArray<string | false | null | undefined>): string => names.filter(Boolean).join(' ')

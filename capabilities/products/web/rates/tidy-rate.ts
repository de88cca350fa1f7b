/** Parts of a rate that may be left empty, and then are as the rate's shape says by itself. */
const leftOut = new Set(['rebate', 'least_per_million', 'least_centimes', 'terrace_percent', 'name_ar'])

/** A rate as it was typed, made one that the shape takes: what was left empty is left out, and no other rate stands beside none. */
export const tidyRate = (value: unknown): Record<string, unknown> => {
  const entries = Object.entries((value ?? {}) as Record<string, unknown>).filter(([key, inner]) => inner !== null || !leftOut.has(key))
  const tidied = Object.fromEntries(entries)
  const beside = tidied['beside'] as { readonly code?: unknown } | null | undefined
  return beside !== undefined && (beside?.code ?? null) === null ? { ...tidied, beside: null } : tidied
}

/** How far a permission reaches, narrowest first: one's own records, the agency's, the region's, the whole organization. */
export const reaches = ['own', 'agency', 'region', 'organization'] as const
export type Reach = (typeof reaches)[number]

/** The narrower of two reaches: a person's scope bounds what a role grants. */
export const narrower = (a: Reach, b: Reach): Reach => (reaches.indexOf(a) <= reaches.indexOf(b) ? a : b)

/** What a person may do: object → action → how far. An absent action is refused. */
export type Grants = Readonly<Record<string, Readonly<Record<string, Reach>>>>

/** The reach of `permission` (`object.action`) in these grants, or null when it isn't held. */
export const reachOf = (grants: Grants, permission: string): Reach | null => {
  const dot = permission.indexOf('.')
  return grants[permission.slice(0, dot)]?.[permission.slice(dot + 1)] ?? null
}

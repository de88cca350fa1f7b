/** A kind of subject that ⌘K finds: who may, and where its page is (`/contacts/:id`). */
export interface SearchKind {
  readonly kind: string
  readonly permission: `${string}.view`
  readonly path: `/${string}`
}

/** What was typed and not yet sent, kept for this tab only; passwords never are. */
export interface Drafts<V> {
  read: () => Partial<V> | null
  keep: (values: V) => void
  forget: () => void
}

const prefix = 'assura_draft:'

let closed = false

/** Forgets every draft of this tab and keeps no other before the page is left: the next person at this machine must not read them. */
export const forgetDrafts = (): void => {
  closed = true
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  } catch {
    // Nothing was kept, then.
  }
}

/** The draft of one form, by name (`user:<id>:<version>`: an older version's draft is then not taken up). */
export const draftsOf = <V extends object>(name: string | undefined, secret: ReadonlyArray<keyof V>): Drafts<V> => {
  if (name === undefined) return { read: () => null, keep: () => undefined, forget: () => undefined }
  const key = prefix + name
  return {
    read: () => {
      try {
        const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<V> | null
        return kept && typeof kept === 'object' ? kept : null
      } catch {
        return null
      }
    },
    keep: (values) => {
      if (closed) return
      const kept: Partial<V> = { ...values }
      for (const field of secret) delete kept[field]
      try {
        sessionStorage.setItem(key, JSON.stringify(kept))
      } catch {
        // Storage full or refused: the form still holds what was typed.
      }
    },
    forget: () => {
      try {
        sessionStorage.removeItem(key)
      } catch {
        // Nothing was kept, then.
      }
    },
  }
}

import { call } from '#kernel/web/api.ts'
import { readMe } from '#capabilities/identity/web/index.ts'
import type { Me } from '#capabilities/identity/contract.ts'

let coming: Promise<Me> | null = null

/** Asks who is signed in before the shell is there to ask. */
export const readPersonEarly = (): void => {
  coming = call(readMe, {})
  // Whoever takes it sees the refusal; nobody may.
  coming.catch(() => undefined)
}

/** The early answer, once; afterwards a new one each time. */
export const readPerson = (): Promise<Me> => {
  const early = coming
  coming = null
  return early ?? call(readMe, {})
}

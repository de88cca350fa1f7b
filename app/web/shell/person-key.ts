import { keyOf } from '#kernel/web/query.ts'
import { identityOperations } from '#capabilities/identity/contract.ts'

/** The key of the answer about the signed-in person. */
export const personKey = keyOf(identityOperations.readMe, {})

import { implement } from '#kernel/server/door.ts'
import { renewalOperations as operations } from '../../renewal-contract.ts'
import { makeNotices } from './make-notices.ts'
import { listRenewals } from './renewal-list.ts'
import { renewalResults } from './renewal-results.ts'

/** The verbs of the portfolio that comes to expiry (U11). */
export const renewalImplementations = [
  implement(operations.listRenewals, listRenewals),
  implement(operations.renewalResults, renewalResults),
  implement(operations.makeNotices, makeNotices),
]

import type { Person, TestApp } from '../test-app.ts'
import type { Kind, Target } from '../placements/placement.ts'
import { makeClaim } from './claim.ts'
import { makeDocument } from './document.ts'
import { makePolicy } from './policy.ts'
import { makeProduct } from './product.ts'
import { makePayment, makeReceivable } from './receivable.ts'
import { makeRecovery } from './recovery.ts'
import { makeReminder } from './reminder.ts'

/** What a maker of records stands on: a customer at the wished place, and who may write there. */
export interface Ground {
  readonly customer: Target
  /** The agency of the place. */
  readonly agencyId: string
  /** An administrator of the organization of the place. */
  readonly administrator: Person
  /** Whose own the record shall be; the administrator unless the place is `own`. */
  readonly owner: Person
  readonly app: TestApp
}

export type Maker = (ground: Ground) => Promise<Target>

/** How a record of each kind that hangs on a customer is made for the rights test. */
export const makers: Partial<Record<Kind, Maker>> = {
  claim: makeClaim,
  document: makeDocument,
  policy: makePolicy,
  product: makeProduct,
  payment: makePayment,
  receivable: makeReceivable,
  recovery: makeRecovery,
  reminder: makeReminder,
}

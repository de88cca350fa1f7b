import { implement } from '#kernel/server/door.ts'
import { recoveryOperations as operations } from '../../recovery-contract.ts'
import { withdrawRecovery } from './close-cases.ts'
import { countRecovery } from './count-cases.ts'
import { listRecovery } from './recovery-list.ts'
import { getRecovery } from './show-case.ts'
import { takeRecoveryStep, takeRecoverySteps, trackRecoveryStep } from './take-step.ts'

/** The verbs of the legal recovery (U12). */
export const recoveryImplementations = [
  implement(operations.listRecovery, listRecovery),
  implement(operations.countRecovery, countRecovery),
  implement(operations.takeRecoverySteps, takeRecoverySteps),
  implement(operations.getRecovery, getRecovery),
  implement(operations.takeRecoveryStep, takeRecoveryStep),
  implement(operations.trackRecoveryStep, trackRecoveryStep),
  implement(operations.withdrawRecovery, withdrawRecovery),
]

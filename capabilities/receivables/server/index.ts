import type { Capability } from '#kernel/server/capability.ts'
import { holdersOfBills } from './reading/holders.ts'

export { receivableList } from './reading/receivable-list.ts'
export { balanceOfContact, receivablesOfContact } from './reading/receivables-of-contact.ts'

export const receivablesServer: Capability = {
  name: 'receivables',
  implementations: [],
  searches: [{ kind: 'receivable', permission: 'receivable.view', path: '/receivables', holders: holdersOfBills }],
}

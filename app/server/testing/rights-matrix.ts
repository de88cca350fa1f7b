import type { Role } from '#capabilities/identity/contract.ts'
import { narrower, type Reach } from '#kernel/shared/rights.ts'

// The written matrix (docs/decisions/0005-rights.md), copied by hand and on purpose not imported from the code that it judges.

const everything = 'view create edit delete assign import export comment attach unmask approve'
const customers: Record<Role, string> = {
  administrator: everything,
  supervisor: 'view comment export',
  editor: 'view comment attach',
  user: 'view create edit comment attach assign:agency',
}
const contracts: Record<Role, string> = {
  administrator: everything,
  supervisor: 'view comment export',
  editor: 'view comment attach',
  user: 'view create edit comment attach',
}
const administratorsOnly: Record<Role, string> = { administrator: everything, supervisor: '', editor: '', user: '' }

const written: Readonly<Record<string, Readonly<Record<Role, string>>>> = {
  contact: customers,
  account: customers,
  activity: {
    administrator: everything,
    supervisor: 'view comment export create:own edit:own delete:own assign:own',
    editor: 'view comment attach create:own edit:own delete:own assign:own',
    user: 'view comment attach assign create:own edit:own delete:own',
  },
  reminder: {
    administrator: everything,
    supervisor: 'view comment export create:own edit:own delete:own assign:own',
    editor: 'view comment attach create:own edit:own delete:own assign:own',
    user: 'view comment attach assign create:own edit:own delete:own',
  },
  policy: contracts,
  claim: contracts,
  receivable: contracts,
  payment: contracts,
  document: {
    administrator: everything,
    supervisor: 'view export',
    editor: 'view create attach delete:own',
    user: 'view create attach delete:own',
  },
  user: { administrator: everything, supervisor: 'view export', editor: '', user: '' },
  product: { administrator: everything, supervisor: 'view export', editor: 'view', user: 'view' },
  agency: { administrator: everything, supervisor: 'view export', editor: 'view', user: 'view' },
  setting: administratorsOnly,
  api_key: administratorsOnly,
  import: administratorsOnly,
  export: { administrator: everything, supervisor: 'view create', editor: '', user: '' },
  journal: { administrator: `${everything}`, supervisor: 'view', editor: '', user: '' },
}

/** Objects whose records belong to an agency; the others are the organization's own, the same from every scope. */
const placed = new Set(['contact', 'account', 'activity', 'reminder', 'policy', 'claim', 'receivable', 'payment', 'document'])

/** How far a person of this role and scope may do `action` on `object`, as the business wrote it; null when they may not. */
export const writtenReach = (role: Role, scope: Reach, object: string, action: string): Reach | null => {
  const line = written[object]
  if (!line) throw new Error(`the written matrix has no object ${object}`)
  const word = line[role].split(' ').find((granted) => granted.split(':')[0] === action)
  if (word === undefined) return null
  if (!placed.has(object)) return 'organization'
  const bound = word.split(':')[1] as Reach | undefined
  return bound === undefined ? scope : narrower(scope, bound)
}

import { narrower, type Grants, type Reach } from '#kernel/shared/rights.ts'
import type { Role } from './contract.ts'

/**
 * The default matrix role × object × action (docs/decisions/0005-rights.md, from the table that the business settled).
 * A grant is written `view`, or `edit:own` where it reaches less far than the person's scope.
 */
type Line = Readonly<Record<Exclude<Role, 'administrator'>, string>>

const everyAction = ['view', 'create', 'edit', 'delete', 'assign', 'import', 'export', 'comment', 'attach', 'unmask', 'approve'] as const

const customerLine: Line = {
  supervisor: 'view comment',
  editor: 'view comment attach',
  user: 'view create edit comment attach assign:agency',
}

const contractLine: Line = { supervisor: 'view comment', editor: 'view comment attach', user: 'view create edit comment attach' }

/** Objects of the matrix, with what each role but the administrator may do; the administrator may do everything. */
export const matrix: Readonly<Record<string, Line>> = {
  contact: customerLine,
  account: customerLine,
  activity: {
    supervisor: 'view comment create:own edit:own delete:own assign:own',
    editor: 'view comment attach create:own edit:own delete:own assign:own',
    user: 'view comment attach assign create:own edit:own delete:own',
  },
  reminder: {
    supervisor: 'view comment create:own edit:own delete:own assign:own',
    editor: 'view comment attach create:own edit:own delete:own assign:own',
    user: 'view comment attach assign create:own edit:own delete:own',
  },
  policy: contractLine,
  claim: contractLine,
  receivable: contractLine,
  payment: contractLine,
  document: { supervisor: 'view', editor: 'view create attach delete:own', user: 'view create attach delete:own' },
  user: { supervisor: 'view', editor: '', user: '' },
  product: { supervisor: 'view', editor: 'view', user: 'view' },
  agency: { supervisor: 'view', editor: 'view', user: 'view' },
  setting: { supervisor: '', editor: '', user: '' },
  api_key: { supervisor: '', editor: '', user: '' },
  import: { supervisor: '', editor: '', user: '' },
  // «import, export of records»: the supervisor exports; which records, the scope says.
  export: { supervisor: 'view create', editor: '', user: '' },
  journal: { supervisor: 'view', editor: '', user: '' },
}

/** Objects whose rows the supervisor may take out of the house: `export` of the object itself. */
const exportable = new Set([
  'contact',
  'account',
  'activity',
  'reminder',
  'policy',
  'claim',
  'receivable',
  'payment',
  'document',
  'agency',
  'user',
  'product',
])

/** The scope that a role gets unless the administrator says otherwise. */
export const defaultScope = (role: Role): Reach => (role === 'administrator' || role === 'supervisor' ? 'organization' : 'agency')

/** Objects that are the organization's own, the same from every scope: who may see them sees them all. */
const unscoped = new Set(['agency', 'product', 'user', 'setting', 'api_key', 'import', 'export', 'journal'])

/** What a person of this role and scope may do: object → action → reach, each bounded by the scope. */
export const grantsOf = (role: Role, scope: Reach): Grants => {
  const known = cache.get(`${role}/${scope}`)
  if (known) return known
  const grants: Record<string, Record<string, Reach>> = {}
  for (const [object, line] of Object.entries(matrix)) {
    const words = role === 'administrator' ? [...everyAction] : line[role].split(' ').filter((word) => word !== '')
    if (role === 'supervisor' && exportable.has(object)) words.push('export')
    if (words.length === 0) continue
    const bound: Reach = unscoped.has(object) ? 'organization' : scope
    grants[object] = Object.fromEntries(
      words.map((word) => {
        const [action = '', cap] = word.split(':')
        return [action, cap === undefined ? bound : narrower(bound, cap as Reach)]
      }),
    )
  }
  cache.set(`${role}/${scope}`, grants)
  return grants
}

const cache = new Map<string, Grants>()

import { operation } from '#kernel/shared/contract.ts'
import { listOf, listQuery } from '#kernel/shared/paging.ts'
import { policyRow } from './rows.ts'

export * from './fields.ts'
export * from './rows.ts'

/** The operations of policies. */
export const policyOperations = {
  listPolicies: operation({
    name: 'policy.list',
    method: 'GET',
    path: '/policies',
    access: 'policy.view',
    summary: 'Policies within reach, each in its state of today.',
    input: listQuery,
    output: listOf(policyRow),
  }),
} as const

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '#kernel/shared/contract.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import { identityOperations } from '../../contract.ts'
import * as calls from './calls.ts'

test('the light calls of the pages before sign-in agree with the contract', () => {
  const contract: Readonly<Record<string, Operation>> = { ...identityOperations, ...organizationOperations }
  const named = Object.entries(calls) as ReadonlyArray<readonly [string, Operation]>
  assert.ok(named.length >= 12)
  for (const [name, { method, path, readOnly, body }] of named) {
    const agreed = contract[name]
    assert.ok(agreed, `${name} is in the contract`)
    assert.deepEqual([method, path, readOnly, body], [agreed.method, agreed.path, agreed.readOnly, agreed.body], name)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#app/server/testing/test-app.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { organizationOperations as operations } from '../contract.ts'

const app = await testApp()

test('the company’s registrations are kept in their normal form, and refused with a sentence when they can’t be one', async () => {
  const { administrator } = await app.organization()
  const before = await administrator.ok(operations.getOrganization, {})
  const kept = await administrator.ok(operations.updateOrganization, {
    version: before.version,
    rc: 'RC N° 16 00 0978543b09',
    nif: '0000 1600 1234 567',
  })
  assert.deepEqual([kept.rc, kept.nif], ['16/00-0978543 B 09', '000016001234567'])
  const wrong: ReadonlyArray<[{ rc?: string; nif?: string }, string, string]> = [
    [{ rc: 'en cours' }, 'rc', 'rc.form'],
    [{ nif: '123' }, 'nif', 'nif.form'],
  ]
  for (const [fields, path, code] of wrong) {
    const answer = await administrator.call(operations.updateOrganization, { version: kept.version, ...fields })
    const problem = answer.body as unknown as ProblemDetails
    assert.deepEqual([answer.status, problem.errors?.map((error) => [error.path, error.code])], [422, [[path, code]]])
  }
  const cleared = await administrator.ok(operations.updateOrganization, { version: kept.version, rc: null })
  assert.deepEqual([cleared.rc, cleared.nif], [null, '000016001234567'])
})

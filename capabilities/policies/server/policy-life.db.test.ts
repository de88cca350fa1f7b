import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { addDays, addMonths } from '#kernel/shared/days.ts'
import { policyOperations as operations } from '../contract.ts'
import { inDays, issueMotor, motorInput, today } from './testing/motor-policy.ts'

const client = { kind: 'individual', last_name: 'Benali', first_name: 'Amina', accept_duplicate: true } as const

test('the life of a policy', async (t) => {
  const app = await testApp()
  const { administrator } = await app.organization()
  const contact = await administrator.ok(customerOperations.createContact, client)

  await t.test('is issued, with its number, its premium, its first term and its new business entry', async () => {
    const policy = await issueMotor(administrator, contact.id)
    assert.match(policy.number, /^16\d{3}\d{2}11\d{6}$/)
    assert.equal(policy.status, 'awaiting_payment')
    assert.equal(policy.expiry_date, addMonths(inDays(1), 12))
    assert.equal(policy.terms.length, 1)
    assert.deepEqual(
      policy.amendments.map(({ kind, number, total_premium_centimes }) => [kind, number, total_premium_centimes]),
      [['new_business', 0, policy.total_premium_centimes]],
    )
    assert.ok(policy.net_premium_centimes > 0)
    assert.equal(
      policy.guarantees.reduce((sum, { premium_centimes }) => sum + premium_centimes, 0),
      policy.net_premium_centimes,
    )
  })
})
void addDays
void motorInput
void today
void operations

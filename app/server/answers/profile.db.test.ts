import assert from 'node:assert/strict'
import { test } from 'node:test'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { activityOperations } from '#capabilities/activities/contract.ts'
import { profileOperations } from '../../answers/profile-contract.ts'
import { testApp } from '../testing/test-app.ts'

const app = await testApp()
const { administrator } = await app.organization()

test('the profile of a customer without anything is empty, not missing', async () => {
  const { id } = await administrator.ok(customerOperations.createContact, { kind: 'individual', last_name: 'Benali', first_name: 'Amina' })
  const profile = await administrator.ok(profileOperations.readProfile, { id })
  assert.equal(profile.contact.name, 'Benali Amina')
  assert.deepEqual(profile.policies, { data: [], elsewhere: 0, in_force: { count: 0, total_premium_centimes: 0 } })
  assert.deepEqual(profile.claims, { data: [], elsewhere: 0 })
  assert.equal(profile.receivables?.balance_centimes, 0)
  assert.equal(profile.loss_ratio?.ratio, null)
  assert.deepEqual(profile.activities, { data: [], next_cursor: null })
  assert.deepEqual(profile.reminders, { data: [], open: 0 })
  assert.deepEqual(profile.notifications, { data: [], open: 0 })
  assert.deepEqual(profile.accounts, [])
})

test('what was said and to whom the customer belongs come with the profile', async () => {
  const { id } = await administrator.ok(customerOperations.createContact, { kind: 'individual', last_name: 'Haddad', first_name: 'Samir' })
  const household = await administrator.ok(customerOperations.createAccount, { kind: 'household', name: 'Foyer Haddad' })
  await administrator.ok(customerOperations.setMember, { id: household.id, contact_id: id, role: 'head', main: true })
  await administrator.ok(activityOperations.createNote, { subject_id: id, body: 'Veut assurer sa maison.' })
  const profile = await administrator.ok(profileOperations.readProfile, { id })
  assert.deepEqual(
    profile.accounts.map(({ name, role, main }) => [name, role, main]),
    [['Foyer Haddad', 'head', true]],
  )
  assert.deepEqual(
    profile.activities?.data.map(({ body }) => body),
    ['Veut assurer sa maison.'],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callOperation, testApp, type Answer } from '#app/server/testing/test-app.ts'
import { auditOperations } from '#kernel/shared/audit-contract.ts'
import type { InputOf, Operation } from '#kernel/shared/contract.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { identityOperations as identity, termsVersion } from '../contract.ts'
import { linksWrittenTo } from './testing/links-in-mail.ts'

const app = await testApp()

const visit = <O extends Operation>(operation: O, input: InputOf<O>): Promise<Answer> =>
  callOperation(app.request, operation, input as Record<string, unknown>, '')
const equalStatus = (answer: Answer, status: number): void => assert.equal(answer.status, status, JSON.stringify(answer.body))
const codeOf = (answer: Answer): string => (answer.body as ProblemDetails).code
const acceptance = (token: string, name: string) => ({ token, name, password: 'quatre chevaux verts', accept_terms: termsVersion })

test('several colleagues are invited at once, each with a result of their own', async () => {
  const { administrator } = await app.organization()
  const other = await app.organization('Assurances voisines')
  const invite = (invitations: { agency_number: string; email: string }[]) => administrator.ok(identity.createInvitations, { invitations })
  const of = (email: string, agency_number = '16000') => ({ email, agency_number })
  const taken = (await other.administrator.ok(identity.readMe, {})).email
  const member = (await administrator.ok(identity.readMe, {})).email
  const { data } = await invite([
    of('amine@exemple.dz'),
    of('Amine@exemple.dz'),
    of('lina@exemple.dz', '99999'),
    of(member),
    of(taken),
    of('sara@exemple.dz'),
  ])
  assert.deepEqual(
    data.map((result) => result.outcome),
    ['invited', 'already_invited', 'unknown_agency', 'already_member', 'unavailable', 'invited'],
  )
  assert.equal((await linksWrittenTo(app, 'lina@exemple.dz', 'invitation')).length, 0)
  assert.equal((await linksWrittenTo(app, 'amine@exemple.dz', 'invitation')).length, 1)
})

test('an invitation sent again kills the former link; the new one serves once; a cancelled one not at all', async () => {
  const { administrator, organizationId } = await app.organization()
  const { data } = await administrator.ok(identity.createInvitations, {
    invitations: [
      { agency_number: '16000', email: 'karim@exemple.dz', role: 'editor' },
      { agency_number: '16000', email: 'rym@exemple.dz' },
    ],
  })
  const [karim, rym] = data.map((result) => result.invitation?.id ?? '')
  const [former = ''] = await linksWrittenTo(app, 'karim@exemple.dz', 'invitation')
  await administrator.ok(identity.resendInvitation, { id: karim ?? '' })
  const [token = ''] = await linksWrittenTo(app, 'karim@exemple.dz', 'invitation')
  assert.notEqual(token, former)
  assert.equal(codeOf(await visit(identity.readInvitation, { token: former })), 'link.dead')
  assert.equal((await visit(identity.acceptInvitation, acceptance(former, 'Karim Meziane'))).status, 422)
  assert.equal((await visit(identity.readInvitation, { token })).status, 200, 'looking does not use it up')
  const both = await Promise.all([1, 2].map(() => visit(identity.acceptInvitation, acceptance(token, 'Karim Meziane'))))
  assert.deepEqual(
    both.map((answer) => answer.status).toSorted((a, b) => a - b),
    [200, 422],
  )
  const people = await administrator.ok(identity.listUsers, { filter: JSON.stringify({ email: 'karim@exemple.dz' }) })
  assert.deepEqual(
    people.data.map(({ name, role, status }) => ({ name, role, status })),
    [{ name: 'Karim Meziane', role: 'editor', status: 'active' }],
  )
  assert.equal(codeOf(await administrator.call(identity.resendInvitation, { id: karim ?? '' })), 'invitation.accepted')

  const [doomed = ''] = await linksWrittenTo(app, 'rym@exemple.dz', 'invitation')
  await administrator.ok(identity.cancelInvitation, { id: rym ?? '' })
  assert.equal((await visit(identity.acceptInvitation, acceptance(doomed, 'Rym Saadi'))).status, 422)
  const pending = await administrator.ok(identity.listInvitations, { filter: JSON.stringify({ status: 'pending' }) })
  assert.equal(pending.total, 0, organizationId)
})

test('an invitation that ran out is sent again, cancelled, or gives way to a new one to the same address', async () => {
  const { administrator, organizationId } = await app.organization()
  const emails = ['again@exemple.dz', 'cancelled@exemple.dz', 'anew@exemple.dz']
  const { data } = await administrator.ok(identity.createInvitations, {
    invitations: emails.map((email) => ({ agency_number: '16000', email })),
  })
  const [again, cancelled, former] = data.map((result) => result.invitation?.id ?? '')
  const [dead = ''] = await linksWrittenTo(app, 'anew@exemple.dz', 'invitation')
  await app.rows(`update invitation set expires_at = now() - interval '1 minute' where organization_id = $1`, [organizationId])

  assert.equal((await administrator.ok(identity.resendInvitation, { id: again ?? '' })).status, 'pending')
  assert.equal((await administrator.ok(identity.cancelInvitation, { id: cancelled ?? '' })).status, 'cancelled')
  const invited = await administrator.ok(identity.createInvitations, {
    invitations: [{ agency_number: '16000', email: 'anew@exemple.dz', role: 'editor' }],
  })
  assert.deepEqual(
    invited.data.map(({ outcome, invitation }) => [outcome, invitation?.status, invitation?.role]),
    [['invited', 'pending', 'editor']],
  )
  assert.equal((await visit(identity.acceptInvitation, acceptance(dead, 'Nouveau Venu'))).status, 422)
  const [fresh = ''] = await linksWrittenTo(app, 'anew@exemple.dz', 'invitation')
  assert.equal((await visit(identity.acceptInvitation, acceptance(fresh, 'Nouveau Venu'))).status, 200)
  const { data: all } = await administrator.ok(identity.listInvitations, {})
  assert.deepEqual(
    all.map(({ id, status }) => [id, status]).filter(([id]) => id === former),
    [[former, 'cancelled']],
  )
})

test('the journal knows who a visitor turned out to be', async () => {
  const { administrator } = await app.organization()
  await administrator.ok(identity.createInvitations, { invitations: [{ agency_number: '16000', email: 'lyes@exemple.dz' }] })
  const [token = ''] = await linksWrittenTo(app, 'lyes@exemple.dz', 'invitation')
  equalStatus(await visit(identity.acceptInvitation, acceptance(token, 'Lyes Amrani')), 200)
  equalStatus(await visit(identity.signIn, { login: 'lyes@exemple.dz', password: 'quatre chevaux verts' }), 200)
  equalStatus(await visit(identity.signIn, { login: 'lyes@exemple.dz', password: 'trois chevaux verts' }), 401)
  const [lyes] = (await administrator.ok(identity.listUsers, { filter: JSON.stringify({ email: 'lyes@exemple.dz' }) })).data
  const { data } = await administrator.ok(auditOperations.listAudit, { actor_id: lyes?.id })
  assert.deepEqual(
    new Set(data.map(({ operation, actor_kind, actor_name }) => `${operation} ${actor_kind} ${actor_name}`)),
    new Set(['invitation.accept user Lyes Amrani', 'auth.sign_in user Lyes Amrani']),
  )
  const refused = (await administrator.ok(auditOperations.listAudit, { operation: 'auth.sign_in_failed' })).data
  assert.deepEqual(
    refused.map(({ actor_kind, subject_id, names }) => [actor_kind, names[subject_id ?? '']]),
    [['visitor', 'Lyes Amrani']],
  )
})

test('a suspended person is out at once, and back with a new sign-in only', async () => {
  const { administrator, organizationId, headOffice } = await app.organization()
  const person = await app.person({ organizationId, agencyId: headOffice, role: 'user' })
  await person.ok(identity.readMe, {})
  await administrator.ok(identity.suspendUser, { id: person.id })
  assert.equal((await person.call(identity.readMe, {})).status, 401)
  await administrator.ok(identity.reactivateUser, { id: person.id })
  assert.equal((await person.call(identity.readMe, {})).status, 401, 'the ended session stays ended')
})

test('rights that change count from the next call on', async () => {
  const { administrator, organizationId, headOffice } = await app.organization()
  const person = await app.person({ organizationId, agencyId: headOffice, role: 'user' })
  assert.equal((await person.call(identity.listUsers, {})).status, 403)
  await administrator.ok(identity.updateUser, { id: person.id, version: 1, role: 'supervisor' })
  assert.equal((await person.call(identity.listUsers, {})).status, 200)
})

test('the last administrator stays: neither suspended nor demoted, not even by two at the same time', async () => {
  const { administrator, organizationId, headOffice } = await app.organization()
  const demote = (by: typeof administrator, id: string, version: number) => by.call(identity.updateUser, { id, version, role: 'user' })
  const alone = await demote(administrator, administrator.id, 1)
  assert.deepEqual([alone.status, codeOf(alone)], [422, 'user.last_administrator'])
  assert.equal((await administrator.call(identity.suspendUser, { id: administrator.id })).status, 422)
  const second = await app.person({ organizationId, agencyId: headOffice, role: 'administrator', scope: 'organization' })
  const answers = await Promise.all([
    administrator.call(identity.suspendUser, { id: second.id }),
    second.call(identity.suspendUser, { id: administrator.id }),
  ])
  assert.equal(answers.filter((answer) => answer.status === 200).length, 1, JSON.stringify(answers.map((answer) => answer.status)))
})

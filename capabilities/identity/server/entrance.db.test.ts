import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callOperation, testApp, type Answer } from '#app/server/testing/test-app.ts'
import type { InputOf, Operation } from '#kernel/shared/contract.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'
import { identityOperations as identity, termsVersion } from '../contract.ts'
import { linksWrittenTo } from './testing/links-in-mail.ts'

const password = 'quatre chevaux verts'
const app = await testApp()

const visit = <O extends Operation>(operation: O, input: InputOf<O>, cookie = ''): Promise<Answer> =>
  callOperation(app.request, operation, input as Record<string, unknown>, cookie)
const codeOf = (answer: Answer): string => (answer.body as ProblemDetails).code
const cookiesOf = (answer: Answer): string =>
  [answer.headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const signUp = (email: string, userName: string | null = null) =>
  visit(identity.signUp, {
    administrator: { name: 'Nadia Hamidi', email, user_name: userName, password },
    organization: { name: 'Assurances de la Mitidja' },
    accept_terms: termsVersion,
  })
const join = async (email: string) => {
  assert.equal((await signUp(email)).status, 201)
  const [token = ''] = await linksWrittenTo(app, email, 'verify_email')
  assert.equal((await visit(identity.verifyEmail, { token })).status, 200)
}

test('a company registers, its administrator confirms the address and only then enters', async () => {
  const email = 'nadia@mitidja.dz'
  assert.equal((await signUp(email, 'nadia.h')).status, 201)
  const early = await visit(identity.signIn, { login: email, password })
  assert.deepEqual([early.status, codeOf(early)], [403, 'sign_in.not_verified'])
  const [token = ''] = await linksWrittenTo(app, email, 'verify_email')
  assert.equal((await visit(identity.verifyEmail, { token })).status, 200)
  const again = await visit(identity.verifyEmail, { token })
  assert.deepEqual([again.status, codeOf(again)], [422, 'link.dead'], 'a link serves once')
  for (const login of [email, 'NADIA@Mitidja.dz', 'nadia.h']) {
    const entered = await visit(identity.signIn, { login, password })
    assert.equal(entered.status, 200, login)
    const me = await visit(identity.readMe, {}, cookiesOf(entered))
    assert.equal((me.body as { email: string }).email, email)
    assert.equal((await visit(identity.signOut, {}, cookiesOf(entered))).status, 200)
    assert.equal((await visit(identity.readMe, {}, cookiesOf(entered))).status, 401, 'after signing out')
  }
  const taken = await signUp(email)
  assert.deepEqual([taken.status, codeOf(taken)], [422, 'sign_up.email_taken'])
})

test('the session cookie is closed to scripts and other sites', async () => {
  await join('cookie@mitidja.dz')
  const entered = await visit(identity.signIn, { login: 'cookie@mitidja.dz', password })
  const cookie = [entered.headers['set-cookie'] ?? []].flat().find((text) => text.startsWith('assura_session=')) ?? ''
  assert.match(cookie, /HttpOnly/i)
  assert.match(cookie, /SameSite=(Lax|Strict)/i)
})

test('passwords that are guessed first, and conditions not accepted, are refused before anything is written', async () => {
  const organizations = () => ownerRows(app.database, 'select count(*)::int as n from organization')
  const before = await organizations()
  const easy = await visit(identity.signUp, {
    administrator: { name: 'Nadia Hamidi', email: 'n@x.dz', password: 'motdepasse2026' },
    organization: { name: 'Assurances X' },
    accept_terms: termsVersion,
  })
  assert.deepEqual([easy.status, codeOf(easy)], [422, 'password.too_easy'])
  const old = await visit(identity.signUp, {
    administrator: { name: 'Nadia Hamidi', email: 'n@x.dz', password },
    organization: { name: 'Assurances X' },
    accept_terms: '1999-01',
  })
  assert.deepEqual([old.status, codeOf(old)], [422, 'terms.not_accepted'])
  assert.deepEqual(await organizations(), before)
})

test('a forgotten password: known and unknown addresses get one answer, the link serves once and ends every session', async () => {
  const email = 'oubli@mitidja.dz'
  await join(email)
  const session = cookiesOf(await visit(identity.signIn, { login: email, password }))
  const known = await visit(identity.forgotPassword, { login: email })
  const unknown = await visit(identity.forgotPassword, { login: 'personne@mitidja.dz' })
  assert.deepEqual([known.status, known.body], [unknown.status, unknown.body])
  assert.equal((await linksWrittenTo(app, 'personne@mitidja.dz', 'reset_password')).length, 0)
  const [token = ''] = await linksWrittenTo(app, email, 'reset_password')
  const fresh = 'trois barques rouges'
  assert.equal((await visit(identity.verifyEmail, { token })).status, 422, 'a link serves its own purpose alone')
  const both = await Promise.all([
    visit(identity.resetPassword, { token, password: fresh }),
    visit(identity.resetPassword, { token, password: fresh }),
  ])
  assert.deepEqual(
    both.map((answer) => answer.status).toSorted((a, b) => a - b),
    [200, 422],
    'of two at the same time one gets through',
  )
  assert.equal((await visit(identity.readMe, {}, session)).status, 401, 'sessions ended')
  assert.equal((await visit(identity.signIn, { login: email, password })).status, 401)
  assert.equal((await visit(identity.signIn, { login: email, password: fresh })).status, 200)
})

test('wrong login and wrong password get one answer', async () => {
  await join('faux@mitidja.dz')
  const said = async (login: string) => {
    const { body } = await visit(identity.signIn, { login, password: 'tout autre chose' })
    const { request_id: _, ...rest } = body as ProblemDetails
    return rest
  }
  const known = await said('faux@mitidja.dz')
  assert.equal(known.status, 401)
  assert.deepEqual(known, await said('inconnu@mitidja.dz'))
})

test('guesses make strangers wait longer and longer, but not the browser that its owner used before', async () => {
  const email = 'devine@mitidja.dz'
  await join(email)
  const owner = cookiesOf(await visit(identity.signIn, { login: email, password }))
  const waits: number[] = []
  for (let guess = 1; guess <= 8; guess += 1) {
    const answer = await visit(identity.signIn, { login: email, password: `faux numéro ${String(guess)}` })
    assert.equal(answer.status, 401, `guess ${String(guess)}`)
    const [row] = await ownerRows<{ wait: number }>(
      app.database,
      'select extract(epoch from wait_until - last_failure_at)::int as wait from sign_in_attempt where failures = $1',
      [guess],
    )
    waits.push(Math.max(0, row?.wait ?? -1))
    // The clock is put forward instead of waiting.
    if (guess < 8) await ownerRows(app.database, `update sign_in_attempt set wait_until = now() - interval '1 second'`)
  }
  assert.deepEqual(waits, [0, 0, 0, 0, 2, 4, 8, 16])
  const stranger = await visit(identity.signIn, { login: email, password })
  assert.deepEqual([stranger.status, codeOf(stranger)], [429, 'sign_in.wait'])
  assert.ok(Number(stranger.headers['retry-after']) > 0)
  assert.equal((await visit(identity.signIn, { login: email, password }, owner)).status, 200, 'the known browser enters at once')
  const forged = owner.replace(/assura_device=[^;]+/, (mark) => `${mark.slice(0, -4)}AAAA`)
  assert.equal((await visit(identity.signIn, { login: email, password }, forged)).status, 429, 'a mark that nobody signed is none')
})

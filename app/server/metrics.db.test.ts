import assert from 'node:assert/strict'
import { test } from 'node:test'
import { identityOperations } from '#capabilities/identity/contract.ts'
import { testApp } from './testing/test-app.ts'

const app = await testApp()

const ask = (from: string, headers: Record<string, string> = {}) =>
  app.app.http?.inject({ method: 'GET', url: '/metrics', remoteAddress: from, headers })

test('figures are told on the machine itself, and elsewhere to who may see the settings', async () => {
  const { administrator, organizationId, headOffice } = await app.organization()
  const user = await app.person({ organizationId, agencyId: headOffice, role: 'user' })
  await user.ok(identityOperations.readMe, {})
  const local = await ask('127.0.0.1')
  assert.equal(local?.statusCode, 200)
  assert.match(local?.headers['content-type'] as string, /^text\/plain; version=0\.0\.4/)
  assert.match(local?.body ?? '', /assura_call_duration_seconds_count\{operation="me\.read",outcome="2xx"\} [1-9]/)
  assert.match(local?.body ?? '', /assura_database_connections\{pool="requests",state="idle"\} \d/)
  assert.equal((await ask('10.0.0.7'))?.statusCode, 404)
  assert.equal((await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.7' }))?.statusCode, 404)
  assert.equal((await ask('10.0.0.7', { cookie: user.cookie }))?.statusCode, 404)
  assert.equal((await ask('10.0.0.7', { cookie: administrator.cookie }))?.statusCode, 200)
})

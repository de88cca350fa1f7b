import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { identityOperations as identity, termsVersion } from '#capabilities/identity/contract.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'
import { linkToken } from './testing/real-server.ts'
import { callOperation, testApp, type TestApp } from './testing/test-app.ts'

interface Received {
  readonly to: readonly string[]
  readonly user: string | undefined
  readonly secure: boolean
  readonly raw: string
}

/** A mail server that keeps what it takes; `drops` messages are taken, and then the connection is cut before it says so. */
const mailServer = async (options: SMTPServerOptions & { port?: number; drops?: number } = {}) => {
  const { port = 0, drops = 0, ...rest } = options
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH'],
    hideSTARTTLS: true,
    closeTimeout: 100,
    onData: (stream, session, done) => {
      void text(stream).then((raw) => {
        received.push({ to: session.envelope.rcptTo.map((one) => one.address), user: session.user, secure: session.secure, raw })
        if (received.length > drops) done()
        // The connection is cut under the client: it cannot know that the message was taken.
        else for (const connection of server.connections) connection.close()
      })
    },
    ...rest,
  })
  // A client that hangs up is no fault of the server.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  after(close)
  return { received, close, port: (server.server.address() as AddressInfo).port }
}

const address = 'nadia@exemple.dz'
const signUp = (app: TestApp) =>
  callOperation(
    app.request,
    identity.signUp,
    {
      administrator: { name: 'Nadia Hamidi', email: address, password: 'quatre chevaux verts' },
      organization: { name: 'Assurances du Test' },
      accept_terms: termsVersion,
    },
    '',
  )
const messages = (app: TestApp) =>
  ownerRows<{ status: string; attempts: number; last_error: string | null }>(
    app.database,
    'select status, attempts, last_error from mail_message order by created_at',
  )
/** Waits until the first message stands so and the worker is done with it. */
const until = async (app: TestApp, wanted: (message: { status: string; attempts: number }) => boolean) => {
  for (;;) {
    const [message] = await messages(app)
    const [busy] = await ownerRows(app.database, "select 1 from jobs.job where name = 'mail.send' and state = 'active'")
    if (message && wanted(message) && !busy) return message
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
/** The next try is due now, not in some seconds, and the worker is woken for it as for a new message. */
const tryNow = (app: TestApp) =>
  ownerRows(
    app.database,
    `update jobs.job set start_after = now() where name = 'mail.send' and state = 'retry';
     select pg_notify('pgboss_' || left(encode(sha224('jobs'::bytea), 'hex'), 24), 'mail.send')`,
  )

const secured: SMTPServerOptions = {
  disabledCommands: [],
  hideSTARTTLS: false,
  authOptional: false,
  onAuth: ({ username, password }, _session, done) =>
    username === 'crm@exemple.dz' && password === 'p@ss wörd/:?'
      ? done(null, { user: username })
      : done(Object.assign(new Error('535 no'), { responseCode: 535 })),
}
const login = `${encodeURIComponent('crm@exemple.dz')}:${encodeURIComponent('p@ss wörd/:?')}@`
const ways: ReadonlyArray<readonly [string, SMTPServerOptions, (port: number) => string, { user: string | undefined; secure: boolean }]> = [
  ['in clear', {}, (port) => `smtp://127.0.0.1:${port}`, { user: undefined, secure: false }],
  [
    'by STARTTLS with a password',
    secured,
    (port) => `smtp://${login}127.0.0.1:${port}?tls.rejectUnauthorized=false`,
    { user: 'crm@exemple.dz', secure: true },
  ],
  [
    'by TLS with a password',
    { ...secured, secure: true },
    (port) => `smtps://${login}127.0.0.1:${port}?tls.rejectUnauthorized=false`,
    { user: 'crm@exemple.dz', secure: true },
  ],
]

for (const [way, options, url, expected] of ways) {
  test(`the message of a registration leaves ${way}, once, and its link confirms the address`, async () => {
    const server = await mailServer(options)
    const app = await testApp({ smtpUrl: url(server.port) })
    assert.equal((await signUp(app)).status, 201)
    await until(app, ({ status }) => status === 'sent')
    await app.settled()
    assert.equal(server.received.length, 1)
    const [message] = server.received
    assert.ok(message)
    assert.deepEqual({ user: message.user, secure: message.secure }, expected)
    assert.deepEqual(message.to, [address])
    assert.match(message.raw, /^Message-ID: <[0-9a-f-]{36}@assura-crm>\r?$/m)
    assert.match(message.raw, /^Content-Type: multipart\/alternative/m)
    const token = linkToken(message.raw)
    assert.ok(token)
    assert.equal((await callOperation(app.request, identity.verifyEmail, { token }, '')).status, 200)
    const signedIn = await callOperation(app.request, identity.signIn, { login: address, password: 'quatre chevaux verts' }, '')
    assert.equal(signedIn.status, 200)
  })
}

test('a certificate that nobody vouches for is refused before the password is said, and told', async () => {
  let asked = 0
  const server = await mailServer({ ...secured, onAuth: (_auth, _session, done) => ((asked += 1), done(new Error('no'))) })
  const app = await testApp({ smtpUrl: `smtp://${login}127.0.0.1:${server.port}` })
  assert.equal((await signUp(app)).status, 201)
  const { last_error } = await until(app, ({ status }) => status === 'failed')
  assert.match(last_error ?? '', /certificate/)
  assert.equal(asked, 0)
})

test('a recipient whom the server refuses is tried once, told, and holds nobody else up', async () => {
  const server = await mailServer({
    onRcptTo: (to, _session, done) => done(to.address === address ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
  })
  const app = await testApp({ smtpUrl: `smtp://127.0.0.1:${server.port}` })
  assert.equal((await signUp(app)).status, 201, 'the answer does not tell whether the address is there')
  const { last_error } = await until(app, ({ status }) => status === 'failed')
  assert.match(last_error ?? '', /550/)
  await app.settled()
  const { administrator } = await app.organization()
  await administrator.ok(identity.createInvitations, { invitations: [{ agency_number: '16000', email: 'karim@exemple.dz' }] })
  await app.settled()
  assert.deepEqual(
    server.received.map(({ to }) => to),
    [['karim@exemple.dz']],
  )
  assert.deepEqual(
    (await messages(app)).map(({ status, attempts }) => [status, attempts]),
    [
      ['failed', 1],
      ['sent', 1],
    ],
  )
})

test('while the mail server is away a message waits, and leaves once when it is back', async () => {
  const gone = await mailServer()
  await gone.close()
  const app = await testApp({ smtpUrl: `smtp://127.0.0.1:${gone.port}` })
  assert.equal((await signUp(app)).status, 201)
  await until(app, ({ status }) => status === 'failed')
  await tryNow(app)
  await until(app, ({ status, attempts }) => status === 'failed' && attempts === 2)
  const back = await mailServer({ port: gone.port })
  await tryNow(app)
  await until(app, ({ status }) => status === 'sent')
  await app.settled()
  assert.equal(back.received.length, 1)
})

test('a message whose arrival was never confirmed is sent again under the same name, by which receivers know it', async () => {
  const server = await mailServer({ drops: 1 })
  const app = await testApp({ smtpUrl: `smtp://127.0.0.1:${server.port}` })
  assert.equal((await signUp(app)).status, 201)
  await until(app, ({ status }) => status === 'failed')
  await tryNow(app)
  await until(app, ({ status }) => status === 'sent')
  assert.equal(server.received.length, 2)
  const names = server.received.map(({ raw }) => /^Message-ID: (\S+)/m.exec(raw)?.[1])
  assert.ok(names[0])
  assert.equal(names[0], names[1])
})

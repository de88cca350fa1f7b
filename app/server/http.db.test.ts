import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask, type IncomingHttpHeaders } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { problemDetails } from '#kernel/shared/problem.ts'
import { testApp } from './testing/test-app.ts'

const webFolder = mkdtempSync(join(tmpdir(), 'assura-web-'))
after(() => rmSync(webFolder, { recursive: true, force: true }))
mkdirSync(join(webFolder, 'assets'))
writeFileSync(join(webFolder, 'index.html'), '<!doctype html><html lang="fr" dir="ltr"><style nonce="__NONCE__"></style>page</html>')
const script = `export const words = ${JSON.stringify('assurance '.repeat(2000))}\n`
writeFileSync(join(webFolder, 'assets/entry-abc123.js'), script)
writeFileSync(join(webFolder, '.secret.txt'), 'hidden')

const app = await testApp({ webFolder })
const secured = await testApp({ webFolder, baseUrl: 'https://crm.exemple.dz' })
const { administrator } = await app.organization()
const { http } = app.app
assert.ok(http)
await http.listen({ port: 0, host: '127.0.0.1' })
const { port } = http.server.address() as AddressInfo

interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}
/** A request exactly as it is written here: a browser or `fetch` would tidy it up. */
const raw = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Got> =>
  new Promise((resolve, reject) => {
    const sent = ask({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      buffer(response).then((read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read }), reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
const { cookie } = administrator

test('every answer forbids what a page never needs', async () => {
  for (const path of [
    '/',
    '/contacts',
    '/assets/entry-abc123.js',
    '/api/v1/me',
    '/api/v1/nothing',
    '/api/health',
    '/api/openapi.json',
    '/api/docs',
  ]) {
    const { headers } = await raw('GET', path, { cookie })
    const policy = String(headers['content-security-policy'])
    assert.doesNotMatch(policy, /unsafe|\*|http:/, path)
    for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
      assert.ok(policy.includes(part), `${path}: ${part}`)
    assert.equal(headers['x-content-type-options'], 'nosniff', path)
    assert.equal(headers['referrer-policy'], 'same-origin', path)
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin', path)
    assert.match(String(headers['permissions-policy']), /microphone=\(\)/, path)
    assert.equal(headers['access-control-allow-origin'], undefined, path)
    assert.equal(headers['x-powered-by'] ?? headers['server'], undefined, path)
  }
})

test('a style needs the number of its own page, which is never the same twice', async () => {
  const pages = await Promise.all([raw('GET', '/'), raw('GET', '/')])
  const numbers = pages.map(({ headers, body }) => {
    const number = /style-src [^;]*'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? ''
    assert.ok(number.length >= 16)
    assert.ok(body.toString().includes(`nonce="${number}"`))
    return number
  })
  assert.notEqual(numbers[0], numbers[1])
  assert.equal(pages[0]?.headers['cache-control'], 'no-store')
})

test('cookies stay out of scripts and of other sites, and behind TLS out of the clear', async () => {
  for (const [of, safe] of [
    [app, false],
    [secured, true],
  ] as const) {
    const { administrator: person } = await of.organization('Cookies')
    const answer = await of.request('POST', '/api/v1/auth/sign-out', { cookie: person.cookie, body: {} })
    const set = String(answer.headers['set-cookie'])
    assert.match(set, /^assura_session=;/)
    assert.match(set, /; HttpOnly/)
    assert.match(set, /; SameSite=Lax/)
    assert.match(set, /; Path=\//)
    assert.equal(/; Secure/.test(set), safe)
    assert.equal(answer.headers['strict-transport-security'] !== undefined, safe)
  }
})

test('what a form of another site could send is refused, whoever’s cookie it bears', async () => {
  const body = '{"kind":"individual","last_name":"Faux","first_name":"Site"}'
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', '']) {
    const { status } = await raw('POST', '/api/v1/contacts', { cookie, ...(type !== '' && { 'content-type': type }) }, body)
    assert.equal(status, 415, type)
  }
  for (const method of ['POST', 'PATCH', 'PUT', 'DELETE'])
    for (const origin of [
      'https://ailleurs.example',
      'null',
      `http://127.0.0.1:${port + 1}`,
      `http://127.0.0.1.ailleurs.example:${port}`,
    ]) {
      const path =
        { POST: '/contacts', PATCH: '/me', PUT: `/subjects/${administrator.id}/consents`, DELETE: `/contacts/${administrator.id}` }[
          method
        ] ?? ''
      const [type, body] = method === 'DELETE' ? [{}, ''] : [{ 'content-type': 'application/json' }, '{}']
      const { status } = await raw(method, `/api/v1${path}`, { cookie, origin, ...type }, body)
      assert.equal(status, 403, `${method} from ${origin}`)
    }
  const preflight = await raw('OPTIONS', '/api/v1/contacts', {
    origin: 'https://ailleurs.example',
    'access-control-request-method': 'POST',
  })
  assert.ok(preflight.status >= 400)
  assert.equal(preflight.headers['access-control-allow-origin'], undefined)
})

test('files of the application are kept by their name, asked again by their mark, and sent small', async () => {
  const path = '/assets/entry-abc123.js'
  const first = await raw('GET', path)
  assert.equal(first.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.match(String(first.headers['content-type']), /javascript/)
  const again = await raw('GET', path, { 'if-none-match': String(first.headers.etag) })
  assert.deepEqual([again.status, again.body.length], [304, 0])
  const small = await raw('GET', path, { 'accept-encoding': 'br' })
  assert.equal(small.headers['content-encoding'], 'br')
  assert.match(String(small.headers.vary), /accept-encoding/i)
  assert.ok(small.body.length < script.length / 10)
  assert.equal(brotliDecompressSync(small.body).toString(), script)
  const head = await raw('HEAD', path)
  assert.deepEqual([head.status, head.body.length, head.headers['content-length']], [200, 0, String(script.length)])
})

test('answers of the API are kept by nobody', async () => {
  for (const path of ['/api/v1/me', '/api/v1/contacts', '/api/v1/contacts/none']) {
    const { headers } = await raw('GET', path, { cookie })
    assert.match(String(headers['cache-control']), /no-store/, path)
  }
})

test('HEAD answers as GET does, without a body', async () => {
  for (const path of ['/', '/api/v1/me', '/api/health']) {
    const [get, head] = [await raw('GET', path, { cookie }), await raw('HEAD', path, { cookie })]
    assert.deepEqual([head.status, head.headers['content-type'], head.body.length], [get.status, get.headers['content-type'], 0], path)
  }
})

test('what is nowhere is told in the one shape, and no address leads out of the folder', async () => {
  const nowhere: [string, string][] = [
    ['GET', '/api/v1/nothing'],
    ['GET', '/api/nothing'],
    ['POST', '/nothing'],
    ['PUT', '/api/v1/contacts'],
    ['DELETE', '/api/v1/contacts'],
    ['GET', '/assets/none.js'],
    ['GET', '/assets/../.secret.txt'],
    ['GET', '/.secret.txt'],
    ['GET', '/assets/..%2f.secret.txt'],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd.txt'],
    ['GET', '/assets/..%5c..%5cpackage.json'],
    ['GET', '/api/v1/brand/..%2f..%2fsecret'],
    ['GET', '/api/v1/brand/%00.png'],
    ['GET', '/api/v1/contacts/%E0%A4%A'],
    ['GET', `/api/v1/contacts/${'a'.repeat(5000)}`],
    ['GET', '//ailleurs.example/%2f..'],
  ]
  for (const [method, path] of nowhere) {
    const { status, headers, body } = await raw(method, path, { cookie })
    const name = `${method} ${path}`
    assert.ok(!body.toString().includes('hidden'), name)
    if (path.startsWith('//')) {
      assert.ok(status < 300 || status >= 400, 'it sends nobody elsewhere')
      continue
    }
    assert.ok(status === 404 || status === 400, `${name}: ${status} ${body.toString().slice(0, 200)}`)
    assert.match(String(headers['content-type']), /^application\/problem\+json/, name)
    assert.equal(problemDetails.strict().parse(JSON.parse(body.toString())).status, status, name)
  }
})

/** What the server answers to these bytes before it hangs up. */
const say = async (bytes: string): Promise<string> => {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(bytes)
  return text(socket)
}

test('bytes that are no request, or a request without end, are refused in the one shape', async () => {
  for (const [bytes, status] of [
    ['NONSENSE\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ] as const) {
    const answer = await say(bytes)
    assert.match(answer, new RegExp(`^HTTP/1.1 ${status} `))
    assert.match(answer, /content-type: application\/problem\+json/i)
    const { status: told, detail } = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as { status: number; detail: string }
    assert.equal(told, status)
    assert.ok(detail.length > 5)
  }
})

test('bodies beyond the limit, too deep or that poison are refused', async () => {
  const headers = { cookie, 'content-type': 'application/json' }
  const post = (body: string, more: Record<string, string> = {}) => raw('POST', '/api/v1/contacts', { ...headers, ...more }, body)
  assert.equal((await post(`{"remarks":"${'x'.repeat(3_000_000)}"}`)).status, 413)
  assert.equal((await post(`{"last_name":${'['.repeat(500_000)}${']'.repeat(500_000)}}`)).status, 400)
  assert.equal((await post(`{"last_name":${'['.repeat(500_000)}${']'.repeat(500_000)}}`, { 'idempotency-key': 'deep' })).status, 400)
  assert.equal((await post('{"__proto__":{"admin":true},"kind":"individual"}')).status, 400)
  assert.equal((await post('{"constructor":{"prototype":{"admin":true}},"kind":"individual"}')).status, 400)
  assert.equal((await post('{"kind":')).status, 400)
  assert.equal((await post('')).status, 400)
})

test('an error is sent small too, when it is long', async () => {
  const statements = Array.from({ length: 60 }, () => ({ purpose: 'curiosity', channel: 'pigeon', status: 'maybe' }))
  const { status, headers, body } = await raw(
    'PUT',
    `/api/v1/subjects/${administrator.id}/consents`,
    { cookie, 'content-type': 'application/json', 'accept-encoding': 'br' },
    JSON.stringify({ source: 'agency', statements }),
  )
  assert.deepEqual([status, headers['content-encoding']], [400, 'br'])
  assert.equal(problemDetails.strict().parse(JSON.parse(brotliDecompressSync(body).toString())).status, 400)
})

test('a guesser is slowed whatever cookies they send; others are not', async () => {
  const guess = (address: string, mark: string) =>
    app.request('POST', '/api/v1/auth/forgot-password', {
      headers: { 'x-forwarded-for': address },
      cookie: `assura_session=${mark}`,
      body: { login: 'personne@exemple.dz' },
    })
  let slowed = null
  for (let times = 0; times < 300 && slowed === null; times += 1) {
    const answer = await guess('203.0.113.9', `faux-${times}`)
    if (answer.status === 429) slowed = answer
  }
  assert.ok(slowed)
  assert.match(String(slowed.headers['retry-after']), /^\d+$/)
  assert.equal(problemDetails.strict().parse(slowed.body).code, 'too_many_requests')
  assert.notEqual((await guess('203.0.113.10', 'autre')).status, 429)
})

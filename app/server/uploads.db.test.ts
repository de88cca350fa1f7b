import assert from 'node:assert/strict'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import sharp from 'sharp'
import { tidy } from '#kernel/server/tidy.ts'
import { problemDetails } from '#kernel/shared/problem.ts'
import { exchangeOperations as exchange, type ImportRun } from '#capabilities/exchange/contract.ts'
import { workbookParts } from '#capabilities/exchange/server/reading/testing/workbook-bytes.ts'
import { zipBytes } from '#capabilities/exchange/server/reading/testing/zip-bytes.ts'
import { sendFile, settledImport } from '#capabilities/exchange/server/testing/import-through-door.ts'
import { testApp, type Answer } from './testing/test-app.ts'

const app = await testApp()
const { administrator } = await app.organization()
const csv = 'Nom;Prénom\nSaadi;Amine\n'

/** Waits until the files are these: what was received is let go of just after its answer. */
const keptBecomes = async (files: readonly string[]): Promise<void> => {
  while (JSON.stringify(kept()) !== JSON.stringify(files)) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Every file of the data folder, by its path below it. */
const kept = (): string[] =>
  readdirSync(app.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(app.dataDir.length + 1))

const refusedWith = (answer: Answer, status: number, name: string): void => {
  assert.equal(answer.status, status, `${name}: ${JSON.stringify(answer.body)}`)
  const problem = problemDetails.strict().parse(answer.body)
  assert.ok(problem.detail.length > 10, name)
}

const workbook = (rows: string) => workbookParts({ rows })
const withSheet = (content: Buffer | string) =>
  zipBytes(workbook('').map((part) => (part.name.includes('sheet1') ? { ...part, content } : part)))

test('a file is known by its content, whatever its name says', async () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n')
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#123456' } })
    .png()
    .toBuffer()
  const cases: readonly (readonly [string, Buffer, number])[] = [
    ['nothing at all', Buffer.alloc(0), 422],
    ['blanks', Buffer.from(' \n\n \t\n'), 422],
    ['a document named .csv', pdf, 415],
    ['a picture named .csv', image, 415],
    ['a program named .csv', Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0\0', 'latin1'), 415],
    ['a page named .csv', Buffer.from('<html><script>alert(1)</script></html>'), 415],
    ['entities without end', Buffer.from('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>'), 415],
    ['an archive that is no workbook', Buffer.from(zipBytes([{ name: '../../etc/passwd', content: 'x' }])), 415],
    ['an archive cut short', Buffer.from(zipBytes(workbook(''))).subarray(0, 200), 422],
    ['bytes without sense', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), 415],
  ]
  const before = kept()
  for (const [name, bytes, status] of cases) refusedWith(await sendFile(app, administrator, bytes, { object: 'contacts' }), status, name)
  await keptBecomes(before)
  const wrongName = await sendFile(app, administrator, csv, { object: 'contacts', start: 'false' }, 'photo.png')
  assert.equal(wrongName.status, 202, 'a table is one under any name')
})

test('a bomb is noticed while it is unpacked, and entities of a document are not expanded', async () => {
  // Twelve kilobytes that would be two hundred megabytes.
  const spaces = Buffer.alloc(200 * 1024 * 1024, ' ')
  assert.ok(deflateRawSync(spaces).length < 300_000)
  const lots = '<!DOCTYPE w [<!ENTITY a "boumboumboum"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const cells = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
  for (const [name, content] of [
    ['bomb', spaces],
    ['entities', `${lots}<worksheet><sheetData>${cells}</sheetData></worksheet>`],
  ] as const) {
    const answer = await sendFile(app, administrator, Buffer.from(withSheet(content)), { object: 'contacts' }, `${name}.xlsx`)
    if (answer.status !== 202) {
      refusedWith(answer, 422, name)
      continue
    }
    const run = await settledImport(app, administrator, (answer.body as ImportRun).id)
    assert.ok(['failed', 'needs_answer'].includes(run.state), `${name}: ${run.state}`)
    assert.ok(!JSON.stringify(run).includes('boumboum'), name)
    if (run.state === 'failed') assert.ok((run.failure?.message.length ?? 0) > 10)
  }
})

test('the name of a file is only a name', async () => {
  const names = [
    '../../../tmp/passwd',
    '..\\..\\x.csv',
    '/etc/passwd',
    `${'é'.repeat(3000)}.csv`,
    'a\u0000b.csv',
    '\u202evsc.exe',
    '<img src=x onerror=alert(1)>.csv',
    '.',
    '..',
    '',
  ]
  for (const name of names) {
    const answer = await sendFile(app, administrator, csv, { object: 'contacts', start: 'false' }, name)
    if (answer.status !== 202) {
      refusedWith(answer, 400, name)
      continue
    }
    const run = await administrator.ok(exchange.getImport, { id: (answer.body as ImportRun).id })
    assert.ok(run.file_name.length <= 255)
    assert.doesNotMatch(run.file_name, /[\\/\0]/, 'no way through folders in what is shown and offered again')
  }
  for (const file of kept()) assert.match(file, /^(exchange\/[0-9a-f-]{36}\/[0-9a-f-]{36}\.import|tmp\/[0-9a-f-]{36}|secret|outbox\/.*)$/)
})

test('a form that is none, without a file, with two or with too many fields is refused', async () => {
  const send = (body: string, type = 'multipart/form-data; boundary=x') =>
    app.app.http?.inject({
      method: 'POST',
      url: '/api/v1/imports',
      headers: { cookie: administrator.cookie, 'content-type': type },
      payload: body,
    })
  const part = (name: string, value: string, file = '') =>
    `--x\r\ncontent-disposition: form-data; name="${name}"${file === '' ? '' : `; filename="${file}"`}\r\n\r\n${value}\r\n`
  const bodies: readonly (readonly [string, string, string?])[] = [
    ['no file', `${part('object', 'contacts')}--x--\r\n`],
    ['two files', `${part('object', 'contacts')}${part('file', csv, 'a.csv')}${part('file', csv, 'b.csv')}--x--\r\n`],
    ['cut short', `${part('object', 'contacts')}--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nNom;Pré`],
    ['no boundary', 'x', 'multipart/form-data'],
    ['a thousand fields', `${Array.from({ length: 1000 }, (_, at) => part(`f${at}`, 'x')).join('')}${part('file', csv, 'a.csv')}--x--\r\n`],
    ['poison', `${part('__proto__', 'x')}${part('file', csv, 'a.csv')}--x--\r\n`],
    ['a field without end', `${part('object', 'x'.repeat(2_000_000))}${part('file', csv, 'a.csv')}--x--\r\n`],
  ]
  const before = kept()
  for (const [name, body, type] of bodies) {
    const answer = await send(body, type)
    assert.ok(answer)
    const status = answer.statusCode
    assert.ok(status >= 400 && status < 500, `${name}: ${status} ${answer.body.slice(0, 300)}`)
    problemDetails.strict().parse(JSON.parse(answer.body))
  }
  await keptBecomes(before)
})

test('a logo is redrawn from its pixels, or refused', async () => {
  const send = (file: Buffer, name = 'logo.png') =>
    app.request('POST', '/api/v1/organization/logo', { cookie: administrator.cookie, form: { file, name } })
  const svg = (inside: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="40">${inside}</svg>`)
  const huge = await sharp({ create: { width: 9000, height: 9000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const refusedOnes: readonly (readonly [string, Buffer])[] = [
    ['nothing', Buffer.alloc(0)],
    ['text named .png', Buffer.from('bonjour')],
    ['a page named .svg', Buffer.from('<html><script>alert(1)</script></html>')],
    ['more than four megabytes', Buffer.alloc(4 * 1024 * 1024 + 1)],
    ['eighty million pixels in few bytes', huge],
    ['a picture cut short', huge.subarray(0, 500)],
    [
      'entities without end',
      Buffer.from(
        `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(100)}">${Array.from({ length: 9 }, (_, at) => `<!ENTITY a${at} "${`&a${at === 0 ? '' : at - 1};`.repeat(10)}">`).join('')}]><svg xmlns="http://www.w3.org/2000/svg"><text>&a8;</text></svg>`,
      ),
    ],
  ]
  for (const [name, bytes] of refusedOnes) refusedWith(await send(bytes), 422, name)
  const secret = join(app.dataDir, 'secret')
  const drawn = await send(
    svg(
      `<script>alert(1)</script><image xlink:href="file://${secret}" width="9" height="9"/><rect width="40" height="40" fill="#0a5c36"/>`,
    ),
    'logo.svg',
  )
  assert.equal(drawn.status, 200, JSON.stringify(drawn.body))
  const { logo_url } = drawn.body as { logo_url: string }
  const shown = await app.app.http?.inject({ method: 'GET', url: logo_url })
  assert.equal(shown?.headers['content-type'], 'image/png')
  assert.equal((await sharp(shown?.rawPayload).metadata()).format, 'png')
})

test('what a crash left of an upload, and answers kept too long, go in the night', async () => {
  const { services } = app.app
  const [left, recent] = ['left', 'recent'].map((name) => join(app.dataDir, 'tmp', name)) as [string, string]
  for (const path of [left, recent]) writeFileSync(path, 'x')
  utimesSync(left, new Date('2020-01-01'), new Date('2020-01-01'))
  const key = (name: string, created_at: string) =>
    services.database
      .insertInto('idempotency_key')
      .values({ scope: 's', key: name, operation: 'o', body_hash: 'h', status: 200, answer: '{}', created_at })
      .execute()
  await key('old', '2020-01-01T00:00:00Z')
  await key('new', new Date().toISOString())
  const stopping = AbortSignal.timeout(10_000)
  await tidy.run(services, {}, { id: 'x', signal: stopping, stopping })
  assert.deepEqual(readdirSync(join(app.dataDir, 'tmp')), ['recent'])
  const keys = await services.database.selectFrom('idempotency_key').select('key').where('scope', '=', 's').execute()
  assert.deepEqual(keys, [{ key: 'new' }])
})

import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { testApp, type Answer, type Person } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { documentOperations as operations, mostDocumentBytes, type DocumentWithVersions } from '../contract.ts'
import { letGo } from './clean-up.ts'
import { sampleFiles } from './testing/sample-files.ts'

const app = await testApp()
const { administrator } = await app.organization()

const send = async <T = DocumentWithVersions>(
  person: Person,
  name: string,
  file: Buffer,
  fields: Record<string, string> = {},
  path = '/documents',
): Promise<Answer<T>> =>
  (await app.request('POST', `/api/v1${path}`, {
    cookie: person.cookie,
    form: { file, name, fields: path === '/documents' ? { subject_id: contactId, ...fields } : fields },
  })) as Answer<T>

const attached = async (person: Person, name: string, file: Buffer, fields: Record<string, string> = {}): Promise<DocumentWithVersions> => {
  const answer = await send(person, name, file, fields)
  equal(answer.status, 201, JSON.stringify(answer.body))
  return answer.body
}

const newContact = async (person: Person, more: object = {}): Promise<string> =>
  (await person.ok(customerOperations.createContact, { kind: 'individual', last_name: 'Saadi', accept_duplicate: true, ...more })).id

const listOf = async (person: Person, filter: object) =>
  (await person.ok(operations.listDocuments, { filter: JSON.stringify(filter) })).data.map(({ id }) => id)

const filesKept = () =>
  readdirSync(join(app.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

const contactId = await newContact(administrator)

test('a file is kept, listed, shown without anything of it running, and downloaded under its title', async () => {
  const document = await attached(administrator, 'Carte grise.pdf', sampleFiles.pdf, { title: 'Carte grise «recto»' })
  equal(document.media_type, 'application/pdf')
  equal(document.preview, 'pdf')
  equal(document.file_name, 'Carte grise «recto».pdf')
  deepEqual(document.can, { edit: true, delete: true })
  ok((await listOf(administrator, { subject_id: contactId })).includes(document.id))

  const download = await app.request('GET', `/api/v1/documents/${document.id}/file`, { cookie: administrator.cookie })
  equal(download.body, sampleFiles.pdf.toString())
  equal(download.headers['content-type'], 'application/pdf')
  equal(download.headers['content-disposition'], `attachment; filename*=UTF-8''Carte%20grise%20%C2%ABrecto%C2%BB.pdf`)
  const shown = await app.request('GET', `/api/v1/documents/${document.id}/file?inline=true`, { cookie: administrator.cookie })
  match(String(shown.headers['content-disposition']), /^inline;/)
  match(String(shown.headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'self'/)
  for (const answer of [download, shown]) {
    equal(answer.headers['x-content-type-options'], 'nosniff')
    equal(answer.headers['cache-control'], 'private, no-store')
  }
})

test('a page of HTML sent as a text is shown as text in a sandbox, and a Word file never in the browser', async () => {
  const page = await attached(administrator, 'page.txt', sampleFiles.html)
  const shown = await app.request('GET', `/api/v1/documents/${page.id}/file?inline=1`, { cookie: administrator.cookie })
  equal(shown.headers['content-type'], 'text/plain; charset=utf-8')
  match(String(shown.headers['content-security-policy']), /default-src 'none'.*sandbox$/)
  const letter = await attached(administrator, 'lettre.docx', sampleFiles.docx)
  const answer = await app.request('GET', `/api/v1/documents/${letter.id}/file?inline=1`, { cookie: administrator.cookie })
  match(String(answer.headers['content-disposition']), /^attachment;/)
})

const refused: readonly [name: string, sample: keyof typeof sampleFiles][] = [
  ['virus.pdf', 'program'],
  ['photo.jpg', 'pdf'],
  ['page.html', 'html'],
  ['dessin.svg', 'svg'],
  ['lettre.docx', 'docm'],
  ['photo.png', 'cutPng'],
  ['vide.pdf', 'empty'],
]

test('hostile, lying and broken files are refused in a sentence and leave nothing behind', async () => {
  const before = [filesKept(), (await app.rows('select 1 from stored_file')).length]
  for (const [name, sample] of refused) {
    const { status, body } = await send<ProblemDetails>(administrator, name, sampleFiles[sample])
    equal(status, 422, name)
    match(body.code, /^document\.file\./)
    ok(body.detail.length > 15 && !body.detail.includes('{'), body.detail)
  }
  const none = await administrator.call(operations.attachDocument, { subject_id: contactId })
  equal((none.body as unknown as ProblemDetails).code, 'document.file.missing')
  deepEqual([filesKept(), (await app.rows('select 1 from stored_file')).length], before)
  deepEqual(readdirSync(join(app.dataDir, 'tmp')), [])
})

test('a file beyond 25 MB is refused as it arrives', async () => {
  const { status, body } = await send<ProblemDetails>(
    administrator,
    'gros.pdf',
    Buffer.concat([sampleFiles.pdf, Buffer.alloc(mostDocumentBytes)]),
  )
  equal(status, 413)
  equal(body.code, 'too_large')
  deepEqual(readdirSync(join(app.dataDir, 'tmp')), [])
})

test('a picture has a small picture, turned the way the camera was held; other files have none', async () => {
  const photo = await sharp({ create: { width: 1200, height: 600, channels: 3, background: '#c33' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const document = await attached(administrator, 'constat.jpeg', photo)
  const get = (id: string) =>
    app.app.http?.inject({ method: 'GET', url: `/api/v1/documents/${id}/thumbnail`, headers: { cookie: administrator.cookie } })
  const small = await get(document.id)
  equal(small?.headers['content-type'], 'image/webp')
  const { width, height } = await sharp(small?.rawPayload).metadata()
  deepEqual([width, height], [160, 320])
  // Drawn once, then kept.
  const again = await get(document.id)
  deepEqual(again?.rawPayload, small?.rawPayload)
  const text = await attached(administrator, 'note.txt', sampleFiles.text)
  equal((await get(text.id))?.statusCode, 404)
})

test('newer versions take the place of the one shown, each with a number of its own, and the earlier ones stay', async () => {
  const document = await attached(administrator, 'permis.pdf', sampleFiles.pdf)
  const path = `/documents/${document.id}/versions`
  const both = await Promise.all([
    send(administrator, 'permis.png', sampleFiles.png, {}, path),
    send(administrator, 'permis.txt', sampleFiles.text, {}, path),
  ])
  deepEqual(
    both.map(({ status }) => status),
    [201, 201],
  )
  const now = await administrator.ok(operations.getDocument, { id: document.id })
  deepEqual(
    now.versions.map(({ number }) => number),
    [3, 2, 1],
  )
  equal(now.current_version, 3)
  equal(now.media_type, now.versions[0]?.media_type)
  const first = await app.request('GET', `/api/v1/documents/${document.id}/file?version=1`, { cookie: administrator.cookie })
  equal(first.body, sampleFiles.pdf.toString())
  equal((await app.request('GET', `/api/v1/documents/${document.id}/file?version=9`, { cookie: administrator.cookie })).status, 404)
})

test('a document is renamed, unless somebody did so meanwhile', async () => {
  const { id, version } = await attached(administrator, 'scan.pdf', sampleFiles.pdf)
  const renamed = await administrator.ok(operations.renameDocument, { id, version, title: 'Procès-verbal', kind: 'police_report' })
  deepEqual([renamed.title, renamed.kind, renamed.file_name], ['Procès-verbal', 'police_report', 'Procès-verbal.pdf'])
  const late = await administrator.call(operations.renameDocument, { id, version, title: 'Constat' })
  equal(late.status, 409)
})

test('a deleted document is out of the list, comes back for 90 days, then goes with its bytes', async () => {
  const { id } = await attached(administrator, 'erreur.pdf', sampleFiles.pdf)
  await administrator.ok(operations.deleteDocument, { id })
  ok(!(await listOf(administrator, { subject_id: contactId })).includes(id))
  deepEqual(await listOf(administrator, { subject_id: contactId, deleted: true }), [id])
  equal((await app.request('GET', `/api/v1/documents/${id}/file`, { cookie: administrator.cookie })).status, 404)
  await administrator.ok(operations.restoreDocument, { id })
  ok((await listOf(administrator, { subject_id: contactId })).includes(id))

  await administrator.ok(operations.deleteDocument, { id })
  const kept = filesKept()
  await letGo(app.app.services)
  equal(filesKept(), kept)
  await app.rows(`update document set deleted_at = now() - interval '91 days' where id = $1`, [id])
  await letGo(app.app.services)
  equal(filesKept(), kept - 1)
  deepEqual(await app.rows('select 1 from document_version where document_id = $1', [id]), [])
})

test('users delete what they attached, not what others did; whoever may attach may put a newer version', async () => {
  const { organizationId } = administrator
  const user = await app.person({ organizationId, agencyId: administrator.agencyId, role: 'user' })
  const theirs = await attached(user, 'reçu.pdf', sampleFiles.pdf)
  deepEqual(theirs.can, { edit: true, delete: true })
  const other = await attached(administrator, 'interne.pdf', sampleFiles.pdf)
  const seen = await user.ok(operations.getDocument, { id: other.id })
  deepEqual(seen.can, { edit: true, delete: false })
  equal((await user.call(operations.deleteDocument, { id: other.id })).status, 403)
  const supervisor = await app.person({ organizationId, agencyId: administrator.agencyId, role: 'supervisor' })
  equal((await send(supervisor, 'reçu.pdf', sampleFiles.pdf)).status, 403)
  equal((await supervisor.ok(operations.getDocument, { id: other.id })).can.edit, false)
})

test('what is about a record out of reach is not seen, though its customer is', async () => {
  const { organizationId } = administrator
  const far = await administrator.ok(organizationOperations.createAgency, { number: '31001', name: 'Oran', type: 'direct', wilaya: '31' })
  const account = await administrator.ok(customerOperations.createAccount, { kind: 'household', name: 'Foyer Saadi', agency_id: far.id })
  const document = await attached(administrator, 'livret.pdf', sampleFiles.pdf, { about_id: account.id })
  equal(document.about_id, account.id)
  const user = await app.person({ organizationId, agencyId: administrator.agencyId, role: 'user', scope: 'agency' })
  ok(!(await listOf(user, { subject_id: contactId })).includes(document.id))
  equal((await user.call(operations.getDocument, { id: document.id })).status, 404)
  equal((await send(user, 'autre.pdf', sampleFiles.pdf, { about_id: account.id })).status, 404)
  const stranger = (await app.organization('Assurances étrangères')).administrator
  equal((await stranger.call(operations.getDocument, { id: document.id })).status, 404)
  equal((await app.request('GET', `/api/v1/documents/${document.id}/file`, { cookie: stranger.cookie })).status, 404)
  equal((await app.request('GET', `/api/v1/documents/${document.id}/file`)).status, 401)
})

test('nothing is attached to a record in the bin', async () => {
  const id = await newContact(administrator)
  await administrator.ok(customerOperations.deleteContact, { id, reason: 'Erreur de saisie' } as never)
  const { status, body } = await send<ProblemDetails>(administrator, 'note.txt', sampleFiles.text, { subject_id: id })
  deepEqual([status, body.code], [422, 'subject.in_bin'])
})

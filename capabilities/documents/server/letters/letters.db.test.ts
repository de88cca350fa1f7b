import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import { testApp } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { actorOfUser } from '#capabilities/identity/server/index.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import { letterTemplate } from '#kernel/server/letters.ts'
import { documentOperations as operations } from '../../contract.ts'
import { addToBatch, openBatch } from '../batches/open-batch.ts'
import { printBatch } from '../batches/print-batch.ts'
import { letGo } from '../clean-up.ts'
import { filePath } from '../files/kept-file.ts'
import { drawOnOpening } from './draw-on-opening.ts'
import { templatesOf } from './letter-to-draw.ts'
import { makeLetter, type LetterToMake } from './make-letters.ts'
import { sampleData, sampleTemplate } from './testing/sample-letters.ts'

// Serves people only: the letters of this test are printed when it says so.
const app = await testApp({ role: 'web' })
const { services } = app.app
const { administrator, organizationId } = await app.organization()
const agencyId = administrator.agencyId
const { id: subjectId } = await administrator.ok(customerOperations.createContact, { kind: 'individual', last_name: 'Benali' })

/** Fails as a template with a mistake would. */
const broken = letterTemplate({
  ...sampleTemplate,
  key: 'sample.broken',
  render: () => {
    throw new Error('a mistake in a template')
  },
})
const templates = templatesOf([sampleTemplate, broken])

const actor = await actorOfUser(services, organizationId, administrator.id)
ok(actor)
const asAdministrator = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  runAs(services, { actor, organizationId, operation: 'test.letters' }, work)

const letterNo = (at: number, template = sampleTemplate): LetterToMake => ({
  template: template as never,
  subjectId,
  aboutId: null,
  agencyId,
  language: at % 3 === 2 ? 'ar' : 'fr',
  data: sampleData('fr', at),
  title: 'Mise en demeure',
})

const open = (id: string) =>
  app.app.http?.inject({ method: 'GET', url: `/api/v1/documents/${id}/file`, headers: { cookie: administrator.cookie } })
const draw = (id: string) => drawOnOpening(services, templates, { actor, organizationId, id, requestId: 'test' })
const digest = (bytes: Buffer | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')

test('a letter has a number, no bytes until it is opened, and then always the same', async () => {
  const made = await asAdministrator((ctx) => makeLetter(ctx, letterNo(1)))
  ok(/^C-\d{4}-000001$/.test(made.number), made.number)
  const id = made.documentId
  const before = await administrator.ok(operations.getDocument, { id })
  deepEqual(
    [before.origin, before.bytes, before.media_type, before.preview, before.versions.length],
    ['template', null, 'application/pdf', 'pdf', 0],
  )

  // Two open it at once: one set of bytes is kept, and both read it.
  await Promise.all([draw(id), draw(id)])
  const first = await open(id)
  equal(first?.rawPayload.subarray(0, 5).toString(), '%PDF-')
  const [version] = (await administrator.ok(operations.getDocument, { id })).versions
  equal(version?.sha256, digest(first?.rawPayload))
  deepEqual(await app.rows('select count(*)::int as kept from stored_file where purpose = $1', ['letter']), [{ kept: 1 }])

  await administrator.ok(organizationOperations.updateOrganization, {
    name: 'Autre Raison',
    version: (await administrator.ok(organizationOperations.getOrganization, {})).version,
  })
  await draw(id)
  equal(digest((await open(id))?.rawPayload), version?.sha256)
})

test('a letter keeps the head of the day on which it was written, though nobody opened it before the company changed', async () => {
  const sheet = () => administrator.ok(organizationOperations.getOrganization, {})
  const rename = async (name: string) =>
    administrator.ok(organizationOperations.updateOrganization, { name, version: (await sheet()).version })
  await rename('Assurances du Premier Jour')
  const { documentId } = await asAdministrator((ctx) => makeLetter(ctx, letterNo(2)))
  await rename('Assurances du Lendemain')
  const later = await asAdministrator((ctx) => makeLetter(ctx, letterNo(2)))
  const heads = await app.rows<{ name: string }>(
    `select h.content->'organization'->>'name' as name from document d join letter_head h on h.organization_id = d.organization_id and h.id = d.head_id
     where d.id = any($1) order by d.created_at`,
    [[documentId, later.documentId]],
  )
  deepEqual(
    heads.map(({ name }) => name),
    ['Assurances du Premier Jour', 'Assurances du Lendemain'],
  )
})

test('a letter is never changed: no newer version is taken, and data that its template does not know are refused', async () => {
  const { documentId } = await asAdministrator((ctx) => makeLetter(ctx, letterNo(3)))
  const answer = await app.request('POST', `/api/v1/documents/${documentId}/versions`, {
    cookie: administrator.cookie,
    form: { file: Buffer.from('%PDF-1.4'), name: 'autre.pdf' },
  })
  deepEqual([answer.status, (answer.body as { code: string }).code], [422, 'document.letter_fixed'])
  await rejects(asAdministrator((ctx) => makeLetter(ctx, { ...letterNo(3), data: { name: 'seul' } as never })))
})

test('who may not write letters writes none', async () => {
  const supervisor = await app.person({ organizationId, agencyId, role: 'supervisor' })
  const who = await actorOfUser(services, organizationId, supervisor.id)
  ok(who)
  await rejects(
    runAs(services, { actor: who, organizationId, operation: 'test.letters' }, (ctx) => makeLetter(ctx, letterNo(4))),
    (error) => (error as { status?: unknown }).status === 403,
  )
})

const lettersPerFile = 12

const batchOf = async (count: number, letter: (at: number) => LetterToMake = letterNo): Promise<string> => {
  const id = await asAdministrator((ctx) =>
    openBatch(ctx, { kind: 'formal_notice', title: 'Mises en demeure', wanted: count, lettersPerFile }),
  )
  const half = Math.ceil(count / 2)
  for (const [from, end] of [
    [0, half],
    [half, count],
  ] as const)
    await asAdministrator(async (ctx) => {
      await addToBatch(
        ctx,
        id,
        Array.from({ length: end - from }, (_, at) => letter(from + at)),
      )
      ctx.unchanged()
    })
  return id
}
const print = (id: string, signal = new AbortController().signal) =>
  printBatch(services, templates, { organization_id: organizationId, batch_id: id }, signal)
const stateOf = (id: string) => administrator.ok(operations.getBatch, { id })
const batchFile = (id: string, number: number) =>
  app.app.http?.inject({ method: 'GET', url: `/api/v1/document-batches/${id}/files/${number}`, headers: { cookie: administrator.cookie } })

test('letters made together are printed in order in files, though the printing was cut off in the middle of one', async () => {
  const count = lettersPerFile + 5
  const id = await batchOf(count)
  deepEqual([(await stateOf(id)).state, (await stateOf(id)).made, (await stateOf(id)).printed], ['running', count, 0])
  equal((await app.rows('select 1 from document_batch_work where id = $1', [id])).length, 1)

  // The power fails once the first file is settled: of the second, only an unfinished one can lie there.
  const cut = new AbortController()
  const cutting = print(id, cut.signal)
  for (;;) {
    const [row] = await app.rows<{ printed: number }>('select printed from document_batch where id = $1', [id])
    if ((row?.printed ?? 0) > 0) break
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  cut.abort()
  await cutting
  const stopped = await stateOf(id)
  if (stopped.state === 'running') equal(stopped.printed, lettersPerFile)
  const first = digest((await batchFile(id, 1))?.rawPayload)

  await print(id)
  const done = await stateOf(id)
  deepEqual([done.state, done.printed, done.progress, done.files.length], ['done', count, 1, 2])
  equal(digest((await batchFile(id, 1))?.rawPayload), first)
  deepEqual(
    done.files.map(({ name }) => name),
    [`Mises en demeure 1-${lettersPerFile}.pdf`, `Mises en demeure ${lettersPerFile + 1}-${count}.pdf`],
  )
  equal((await app.rows('select 1 from document_batch_work where id = $1', [id])).length, 0)
  const numbers = await app.rows<{ number: string }>('select number from document where batch_id = $1 order by batch_rank', [id])
  deepEqual(
    numbers.map(({ number }) => number),
    numbers.map(({ number }) => number).toSorted(),
  )
  // Asked once more, it prints nothing.
  await print(id)
  deepEqual(await stateOf(id), done)
})

test('a batch in which a letter cannot be drawn says so, keeps what is printed, and goes on when it is asked to', async () => {
  const id = await batchOf(4, (at) => letterNo(at, at === 2 ? (broken as never) : sampleTemplate))
  await print(id)
  const failed = await stateOf(id)
  deepEqual([failed.state, failed.printed, failed.can.retry], ['failed', 0, true])
  ok(failed.failure)
  equal((await administrator.call(operations.retryBatch, { id })).status, 200)
  await app.rows(`update document set deleted_at = now() where batch_id = $1 and template = 'sample.broken'`, [id])
  await print(id)
  deepEqual([(await stateOf(id)).state, (await stateOf(id)).failure], ['done', null])
  equal((await administrator.call(operations.retryBatch, { id })).status, 409)
})

test('printed files go after 30 days and print again from the letters', async () => {
  const id = await batchOf(2)
  await print(id)
  const bytes = (await batchFile(id, 1))?.rawPayload
  await app.rows(`update document_batch set updated_at = now() - interval '31 days' where id = $1`, [id])
  await letGo(services)
  const let_go = await stateOf(id)
  deepEqual([let_go.files.length, let_go.can.retry], [0, true])
  equal((await batchFile(id, 1))?.statusCode, 404)
  await administrator.ok(operations.retryBatch, { id })
  await print(id)
  equal(digest((await batchFile(id, 1))?.rawPayload), digest(bytes))
})

test('a batch is its maker’s, and of who sees the whole organization', async () => {
  const id = await batchOf(1)
  const agencyUser = await app.person({ organizationId, agencyId, role: 'user', scope: 'agency' })
  equal((await agencyUser.call(operations.getBatch, { id })).status, 404)
  equal((await agencyUser.ok(operations.listBatches, {})).data.length, 0)
  const colleague = await app.person({ organizationId, agencyId, role: 'supervisor', scope: 'organization' })
  equal((await colleague.ok(operations.getBatch, { id })).id, id)
})

test('an empty batch is done at once, and a file that the disk lost is said to be gone', async () => {
  const empty = await asAdministrator((ctx) => openBatch(ctx, { kind: 'formal_notice', title: 'Personne', wanted: 0 }))
  equal((await stateOf(empty)).state, 'done')
  const { documentId } = await asAdministrator((ctx) => makeLetter(ctx, letterNo(9)))
  await draw(documentId)
  const [row] = await app.rows<{ file_id: string }>('select file_id from document_version where document_id = $1', [documentId])
  rmSync(filePath(services, organizationId, row?.file_id ?? ''))
  equal((await open(documentId))?.statusCode, 404)
})

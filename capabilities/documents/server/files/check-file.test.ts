import { deepEqual, equal, rejects } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Problem } from '#kernel/shared/problem.ts'
import { sampleFiles } from '../testing/sample-files.ts'
import { checkFile } from './check-file.ts'
import { fileNameOf } from './file-kinds.ts'
import { textCharset } from './text-charset.ts'

const folder = mkdtempSync(join(tmpdir(), 'assura-files-'))
after(() => rmSync(folder, { recursive: true, force: true }))
let written = 0

const upload = (name: string, bytes: Buffer) => {
  written += 1
  const path = join(folder, String(written))
  writeFileSync(path, bytes)
  return { path, name, bytes: bytes.length }
}

const office = 'application/vnd.openxmlformats-officedocument'

const taken: readonly [name: string, sample: keyof typeof sampleFiles, mediaType: string][] = [
  ['police.pdf', 'pdf', 'application/pdf'],
  ['POLICE.PDF', 'pdf', 'application/pdf'],
  ['avenant.v2', 'pdf', 'application/pdf'],
  ['avenant', 'pdf', 'application/pdf'],
  ['photo.png', 'png', 'image/png'],
  // A messenger calls every picture so.
  ['photo.jpg', 'png', 'image/png'],
  ['IMG_0012.HEIC', 'heic', 'image/heic'],
  ['lettre.docx', 'docx', `${office}.wordprocessingml.document`],
  ['tableau.xlsx', 'xlsx', `${office}.spreadsheetml.sheet`],
  ['note.txt', 'text', 'text/plain'],
  ['clients.csv', 'oldText', 'text/csv'],
  ['ملاحظة.txt', 'arabicText', 'text/plain'],
  // Its name says text, and as text it is shown.
  ['page.txt', 'html', 'text/plain'],
]

for (const [name, sample, mediaType] of taken)
  test(`${name} with the content of a ${sample} file is taken as ${mediaType}`, async () => {
    const checked = await checkFile(upload(name, sampleFiles[sample]))
    equal(checked.mediaType, mediaType)
    equal(checked.bytes, sampleFiles[sample].length)
    equal(checked.sha256, createHash('sha256').update(sampleFiles[sample]).digest('hex'))
  })

const refused: readonly [name: string, sample: keyof typeof sampleFiles, fault: string][] = [
  ['police.pdf', 'program', 'program'],
  ['police.pdf', 'script', 'program'],
  ['police.pdf', 'png', 'lying'],
  ['photo.jpg', 'pdf', 'lying'],
  ['photo.png', 'html', 'lying'],
  ['facture.exe', 'pdf', 'lying'],
  ['note.txt', 'pdf', 'lying'],
  ['lettre.docx', 'xlsx', 'lying'],
  ['lettre.docx', 'zip', 'unknown'],
  ['archive.zip', 'zip', 'unknown'],
  ['page.html', 'html', 'unknown'],
  ['dessin.svg', 'svg', 'unknown'],
  ['sans-fin', 'html', 'unknown'],
  ['donnees.bin', 'binary', 'unknown'],
  ['note.txt', 'binary', 'unknown'],
  ['lettre.docm', 'docm', 'macros'],
  ['lettre.docx', 'docm', 'macros'],
  ['lettre.doc', 'oldWord', 'locked'],
  ['photo.png', 'cutPng', 'damaged'],
  ['tableau.xlsx', 'cutZip', 'damaged'],
  ['vide.pdf', 'empty', 'empty'],
]

for (const [name, sample, fault] of refused)
  test(`${name} with the content of a ${sample} file is refused: ${fault}`, () =>
    rejects(
      checkFile(upload(name, sampleFiles[sample])),
      (error) =>
        error instanceof Problem && error.status === 422 && error.code === `document.file.${fault}` && error.errors[0]?.path === 'file',
    ))

test('a call without a file is refused', () =>
  rejects(checkFile(null), (error) => error instanceof Problem && error.code === 'document.file.missing'))

test('folders and signs that turn a name round are left out of it', async () => {
  const names = ['../../etc/police.pdf', 'C:\\Users\\x\\police.pdf', 'police\u202e.pdf'].map(
    async (name) => (await checkFile(upload(name, sampleFiles.pdf))).name,
  )
  deepEqual(await Promise.all(names), ['police.pdf', 'police.pdf', 'police.pdf'])
})

test('a title becomes a file name of its type, whatever it says', () => {
  deepEqual(
    [
      fileNameOf('Constat 12/10', 'image/jpeg'),
      fileNameOf('constat.JPG', 'image/jpeg'),
      fileNameOf('..', 'application/pdf'),
      fileNameOf('a"\r\nSet-Cookie: x', 'text/plain'),
      fileNameOf('رسالة', 'application/pdf'),
    ],
    ['Constat 12 10.jpg', 'constat.JPG', 'document.pdf', 'a Set-Cookie x.txt', 'رسالة.pdf'],
  )
})

test('the encoding of a text is told to whoever shows it', async () => {
  const charsets = [sampleFiles.text, sampleFiles.oldText, Buffer.from('\ufeffnote', 'utf16le')].map((bytes) =>
    textCharset(upload('x.txt', bytes).path),
  )
  deepEqual(await Promise.all(charsets), ['utf-8', 'windows-1252', 'utf-16le'])
})

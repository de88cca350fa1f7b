import assert from 'node:assert/strict'
import { truncate } from 'node:fs/promises'
import { test } from 'node:test'
import { Problem } from '#kernel/shared/problem.ts'
import { detect } from './detect.ts'
import { readingLimits } from './limits.ts'
import { temporaryFile } from './testing/temporary-file.ts'
import { workbookBytes } from './testing/workbook-bytes.ts'
import { compoundBytes } from './testing/xls-bytes.ts'
import { zipBytes } from './testing/zip-bytes.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const zipOf = (...names: string[]) => zipBytes(names.map((name) => ({ name, content: '<x/>' })))

test('a file is told by its bytes, whatever its name says', async () => {
  const cases: [Uint8Array | string, string][] = [
    ['a;b\n1;2\n', 'csv'],
    ['\ufeffnom\nAli\n', 'csv'],
    [Buffer.from('nom;prénom\nBenali;Zoé\n', 'latin1'), 'csv'],
    [Buffer.from('a;b\n1;2\n', 'utf16le'), 'csv'],
    ['[client];code\n1;2\n', 'csv'],
    ['a;b\0\n1;2\n', 'csv'],
    [workbookBytes({ rows: '' }), 'xlsx'],
  ]
  for (const [content, format] of cases) {
    await using file = await temporaryFile(content, 'photo.png')
    assert.equal((await detect(file.path)).format, format, String(content).slice(0, 20))
  }
})

test('what is no table is refused with a sentence that says what it is', async () => {
  const cases: [string, Uint8Array | string, string, number][] = [
    ['nothing', '', 'empty', 422],
    ['blank lines', ' \n\n\t\n', 'empty', 422],
    ['PDF', '%PDF-1.7\n%âãÏÓ', 'pdf', 415],
    ['PNG', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image', 415],
    ['JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'image', 415],
    ['Windows program', bytes(`MZ\x90\0${'\0'.repeat(100)}`), 'program', 415],
    ['Linux program', bytes('\x7fELF\x02\x01\x01\0'), 'program', 415],
    ['gzip', bytes('\x1f\x8b\x08\0\0\0'), 'archive', 415],
    ['zip', zipOf('clients.csv'), 'archive', 415],
    ['empty zip', zipOf(), 'archive', 415],
    ['Word', zipOf('[Content_Types].xml', 'word/document.xml'), 'document', 415],
    ['binary Excel', zipOf('[Content_Types].xml', 'xl/workbook.bin'), 'excel_binary', 415],
    ['OpenDocument', zipOf('mimetype', 'content.xml'), 'open_document', 415],
    ['web page called .xls', '<html><table><tr><td>1</td></tr></table></html>', 'web_page', 415],
    ['XML called .xls', '<?xml version="1.0"?><Workbook/>', 'web_page', 415],
    ['JSON', '[{"nom":"Ali"}]', 'json', 415],
    ['JSON object', '{ "nom": "Ali" }', 'json', 415],
    ['RTF', '{\\rtf1 bonjour}', 'rich_text', 415],
    ['vCard', 'BEGIN:VCARD\r\nVERSION:3.0\r\n', 'contact_cards', 415],
    ['iCalendar', 'BEGIN:VCALENDAR\r\n', 'calendar', 415],
    ['other bytes', Buffer.from(Array.from({ length: 2000 }, (_, at) => (at * 37) % 256)), 'unknown', 415],
  ]
  for (const [name, content, reason, status] of cases) {
    await using file = await temporaryFile(content, 'clients.csv')
    await assert.rejects(
      detect(file.path),
      (error) =>
        error instanceof Problem && error.code === `exchange.file.${reason}` && error.status === status && error.sentence.id === error.code,
      name,
    )
  }
})

test('a file beyond the limit is refused before it is read', async () => {
  await using file = await temporaryFile('a;b\n')
  await truncate(file.path, readingLimits.bytes + 1)
  await assert.rejects(
    detect(file.path),
    (error) => error instanceof Problem && error.code === 'exchange.file.too_large' && error.status === 413,
  )
})

test('a workbook under a password, and an older one, are told apart by what is inside', async () => {
  const cases: [string, string, number][] = [
    ['EncryptedPackage', 'encrypted', 422],
    ['WordDocument', 'document', 415],
    ['Autre', 'unknown', 415],
  ]
  for (const [stream, reason, status] of cases) {
    await using file = await temporaryFile(compoundBytes(stream, Buffer.alloc(10)))
    await assert.rejects(
      detect(file.path),
      (error) => error instanceof Problem && error.code === `exchange.file.${reason}` && error.status === status,
      stream,
    )
  }
  await using workbook = await temporaryFile(compoundBytes('Workbook', Buffer.alloc(10)))
  assert.equal((await detect(workbook.path)).format, 'xls')
})

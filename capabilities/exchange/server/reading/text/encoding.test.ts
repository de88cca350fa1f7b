import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { temporaryFile } from '../testing/temporary-file.ts'
import { decodeFile } from './decode-file.ts'
import { detectEncoding, type TextEncoding } from './encoding.ts'
import { tableOf, type SingleByteEncoding } from './single-byte.ts'

/** Bytes of a text in an encoding; characters that it lacks fail. */
const encoded = (text: string, encoding: TextEncoding): Buffer => {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const table = tableOf(encoding)
  return Buffer.from(
    Array.from(text, (character) => {
      const byte = table.indexOf(character.charCodeAt(0))
      assert.ok(byte >= 0, `${character} in ${encoding}`)
      return byte
    }),
  )
}

const decoded = async (path: string, encoding: TextEncoding): Promise<string> => {
  let text = ''
  for await (const piece of decodeFile(path, encoding)) text += piece.text
  return text
}

const french =
  'Code;Nom;Prénom;Adresse;Créé le\r\n1;BENALI;Zoé;Cité des Frères Bouadou, Bâtiment 4;05/04/2026\r\n2;HAMIDOUCHE;Loïc;Rue de l’Été;06/04/2026\r\n3;ÉTIENNE;Hélène;À côté du marché;07/04/2026\r\n'
const arabic = 'الرقم;الاسم;اللقب;العنوان\r\n1;محمد;بن علي;حي الموز باب الزوار\r\n2;فاطمة;حميدوش;شارع ديدوش مراد الجزائر\r\n'
const mixed = 'code;nom;اسم\r\n1;Société générale;شركة التأمين\r\n2;Assurances réunies;الجزائرية للتأمينات\r\n'

test('the encoding of a French or Arabic file is found', async () => {
  const cases: [string, TextEncoding][] = [
    [french, 'utf-8'],
    [french, 'windows-1252'],
    [french, 'utf-16le'],
    [french, 'utf-16be'],
    [french, 'macintosh'],
    [french.replaceAll('’', "'"), 'cp850'],
    [arabic, 'utf-8'],
    [arabic, 'windows-1256'],
    [arabic, 'utf-16le'],
    [mixed, 'windows-1256'],
    ['a;b\r\n1;2\r\n', 'utf-8'],
  ]
  for (const [text, encoding] of cases) {
    await using file = await temporaryFile(encoded(text, encoding))
    const found = await detectEncoding(file.path)
    assert.equal(found.encoding, encoding)
    assert.equal(await decoded(file.path, found.encoding), text, encoding)
  }
})

test('a byte-order mark decides, and is no part of the text', async () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    await using file = await temporaryFile(encoded(`\ufeff${french}`, encoding))
    const found = await detectEncoding(file.path)
    assert.deepEqual([found.encoding, found.sure], [encoding, true])
    assert.equal(await decoded(file.path, encoding), french)
  }
})

test('an accent on the last line of a long file counts as much as one on the first', async () => {
  const long = `a;b\n${'1;2\n'.repeat(800_000)}`
  await using utf8 = await temporaryFile(Buffer.from(`${long}é`))
  assert.equal((await detectEncoding(utf8.path)).encoding, 'utf-8')
  await using latin = await temporaryFile(Buffer.concat([Buffer.from(long), encoded('Cité Hélène créée;été', 'windows-1252')]))
  assert.equal((await detectEncoding(latin.path)).encoding, 'windows-1252')
})

test('a UTF-8 file with a broken byte stays UTF-8, and says that it is not sure', async () => {
  await using file = await temporaryFile(Buffer.concat([Buffer.from(french.repeat(20)), Buffer.from([0xe9, 0x0a]), Buffer.from(french)]))
  assert.deepEqual(await detectEncoding(file.path), { encoding: 'utf-8', sure: false, bomBytes: 0 })
  const megabyte = french.repeat(5000)
  await using long = await temporaryFile(
    Buffer.concat([Buffer.from(megabyte), Buffer.from([0xe9, 0x0a, 0xe8, 0x0a]), Buffer.from('a;b\n'.repeat(300_000))]),
  )
  assert.equal((await detectEncoding(long.path)).encoding, 'utf-8')
})

test('a lone accent that says little is read as Windows writes it, and is not called sure', async () => {
  await using file = await temporaryFile(Buffer.from('a,b,c\n1,2,3\n4,5,\xa9', 'latin1'))
  assert.deepEqual(await detectEncoding(file.path), { encoding: 'windows-1252', sure: false, bomBytes: 0 })
})

test('zero characters, which no database takes, are left out', async () => {
  await using file = await temporaryFile('a;b\0c\n')
  assert.equal(await decoded(file.path, 'utf-8'), 'a;bc\n')
})

test('tables of one byte per character agree with the platform’s', () => {
  for (const encoding of ['windows-1252', 'windows-1256', 'macintosh'] as const)
    for (let byte = 0; byte < 256; byte++)
      assert.equal(
        String.fromCharCode(tableOf(encoding)[byte] ?? 0),
        new TextDecoder(encoding).decode(Uint8Array.of(byte)),
        `${encoding} ${byte}`,
      )
  assert.equal(new Set(tableOf('cp850')).size, 256)
  assert.equal(String.fromCharCode(...[0x82, 0x8a, 0x85, 0x87, 0xb7, 0xf8, 0x9f].map((byte) => tableOf('cp850')[byte] ?? 0)), 'éèàçÀ°ƒ')
})

test('characters cut by the end of a piece come out whole', async () => {
  const text = 'é€𝄞م'.repeat(60_000)
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    await using file = await temporaryFile(encoded(`x${text}`, encoding))
    assert.equal(await decoded(file.path, encoding), `x${text}`)
  }
})

test('French names and words are recognised in every encoding that French programs have written', async () => {
  const word = fc.constantFrom(
    'Benaïssa',
    'Hélène',
    'élève',
    'François',
    'Çelik',
    'réglé',
    'Noël',
    'Gérard',
    'où',
    'forêt',
    'Saïd',
    'créée',
    'BÉJAÏA',
    'Ain Témouchent',
  )
  const encodings: SingleByteEncoding[] = ['windows-1252', 'macintosh', 'cp850']
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 12, maxLength: 40 }), fc.constantFrom(...encodings), async (words, encoding) => {
      const text = words.map((one, at) => `${at};${one}`).join('\n')
      await using file = await temporaryFile(encoded(text, encoding))
      assert.equal((await detectEncoding(file.path)).encoding, encoding, text)
    }),
    { numRuns: 60 },
  )
})

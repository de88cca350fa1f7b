import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkTexts } from './texts.ts'

const header = (locale: string): string => `msgid ""\nmsgstr ""\n"Language: ${locale}\\n"\n\n`
const text = (id: string, said: string): string => `#. js-lingui-explicit-id\nmsgid "${id}"\nmsgstr "${said}"\n\n`
const french = header('fr') + text('hello', 'Bonjour {name}') + text('rows', '{count, plural, one {# ligne} other {# lignes}}')

const english = (...texts: string[]): Promise<string[]> => checkTexts(french, { en: header('en') + texts.join('') })
const rows = text('rows', '{count, plural, one {# row} other {# rows}}')

test('a complete catalogue passes', async () => {
  assert.deepEqual(await english(text('hello', 'Hello {name}'), rows), [])
})

test('an empty translation is found', async () => {
  assert.deepEqual(await english(text('hello', ''), rows), ['en.po: «Bonjour {name}» (hello) is not translated'])
})

test('a text that a catalogue does not know is found', async () => {
  assert.deepEqual(await english(rows), ['en.po: «Bonjour {name}» (hello) is not translated'])
})

test('a lost placeholder is found', async () => {
  assert.deepEqual(await english(text('hello', 'Hello'), rows), ['en.po: «Bonjour {name}» (hello): other placeholders'])
})

test('a plural may have other forms in another language', async () => {
  const arabic = text('rows', '{count, plural, zero {لا أسطر} one {سطر} two {سطران} few {# أسطر} many {# سطرا} other {# سطر}}')
  assert.deepEqual(await checkTexts(french, { ar: header('ar') + text('hello', 'مرحبا {name}') + arabic }), [])
})

test('a word that ends like the name of a plural form hides no placeholder', async () => {
  const zone = header('fr') + text('zone', 'Zone {zone}')
  assert.deepEqual(await checkTexts(zone, { ar: header('ar') + text('zone', 'المنطقة {zone}') }), [])
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesFor } from './use-choices.ts'

const wilayas = [
  { value: '16', label: 'Alger' },
  { value: '06', label: 'Béjaïa' },
  { value: '19', label: 'Sétif' },
  { value: '34', label: 'Bordj Bou Arréridj' },
]

test('a choice is found by a part of its words, without accents, or by its code', () => {
  const found = (text: string) => choicesFor(wilayas, text).map(({ value }) => value)
  assert.deepEqual(found('bejaia'), ['06'])
  assert.deepEqual(found('SET'), ['19'])
  assert.deepEqual(found('16'), ['16'])
  assert.deepEqual(found(''), ['16', '06', '19', '34'])
  assert.deepEqual(found('xyz'), [])
})

test('what begins with the text comes first', () => {
  assert.deepEqual(
    choicesFor(
      [
        { value: 'long-code-1', label: 'Aïn Béjaïa' },
        { value: 'long-code-2', label: 'Béjaïa' },
      ],
      'bej',
    ).map(({ label }) => label),
    ['Béjaïa', 'Aïn Béjaïa'],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Checked } from '#kernel/shared/checked.ts'
import { checkClientCode, checkDocumentNumber, clientCode, maskMiddle } from './identifiers.ts'

/** `value`, `value ? code` for a doubt, `! code` for a refusal. */
const told = (checked: Checked): string =>
  'value' in checked ? ('code' in checked ? `${checked.value} ? ${checked.code}` : checked.value) : `! ${checked.code}`

const table = (check: (text: string) => Checked, cases: readonly (readonly [string, string])[]) => {
  for (const [text, expected] of cases) assert.equal(told(check(text)), expected, text)
}

test('an identity document has nine digits, older ones other signs', () => {
  table(
    (text) => checkDocumentNumber(text, 'passport'),
    [
      ['123456789', '123456789'],
      ['123 456 789', '123456789'],
      ['12ab34567', '12AB34567 ? document.older'],
      ['000000000', '000000000 ? document.form_filler'],
      ['123', '! document.form'],
      ['passeport', '! document.form'],
      ['12345678901234567', '! document.form'],
    ],
  )
  const kinds = (['national_id', 'passport', 'driving_licence'] as const).map((kind) => checkDocumentNumber('AB123456', kind))
  assert.equal(new Set(kinds.map((checked) => 'sentence' in checked && checked.sentence.id)).size, 3)
})

test('a client code is that of an agency and a sequence', () => {
  table(checkClientCode, [
    ['16083-004512', '16083-004512'],
    ['16083004512', '16083-004512'],
    [' 16083 004512 ', '16083-004512'],
    ['16083-4512', '! client_code.form'],
    ['1608-004512', '! client_code.form'],
  ])
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 69_999 }), fc.integer({ min: 1, max: 999_999 }), (agency, sequence) => {
      const code = clientCode(String(agency).padStart(5, '0'), sequence)
      assert.deepEqual(checkClientCode(code), { value: code })
    }),
  )
})

test('a sensitive value shows its end alone, and a short one nothing', () => {
  assert.equal(maskMiddle('109850123456789012'), '•••• 9012')
  assert.equal(maskMiddle('007 99999 0000000200 91', { head: 3 }), '007 •••• 0091')
  assert.equal(maskMiddle('1234567'), '••••')
  assert.equal(maskMiddle('123456789', { tail: 0, head: 2 }), '12 ••••')
  assert.equal(maskMiddle(''), '••••')
})

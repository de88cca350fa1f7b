import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { guardCell, unguardCell } from './formula-guard.ts'

test('what a spreadsheet would run stands behind an apostrophe; numbers and phones do not', () => {
  const guarded = [
    '=1+1',
    '+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1+1',
    '-',
    '+213-550',
    "'=déjà",
    '=HYPERLINK("http://x")',
  ]
  for (const text of guarded) assert.equal(guardCell(text), `'${text}`)
  const plain = ['', '-12,50', '+5', '-1 234.5', '+213 550 12 34 56', '+213550123456', 'a=b', "l'été", "'cité'", '0550123456', ' =1']
  for (const text of plain) assert.equal(guardCell(text), text)
})

test('the guard comes off again whatever the text was, and off no other text', () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^['=+\-@\t1a]{0,5}$/))
  fc.assert(
    fc.property(text, (written) => {
      assert.equal(unguardCell(guardCell(written)), written)
      assert.doesNotMatch(guardCell(written), /^[=@\t\r\n]|^[+-](?!\d)/)
    }),
    { numRuns: 2000 },
  )
  for (const kept of ["l'été", "'cité'", "'12"]) assert.equal(unguardCell(kept), kept)
})

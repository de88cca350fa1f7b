import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Checked } from './checked.ts'
import { checkNif, checkNin, checkNis, checkTaxArticle, checkTradeRegister, taxpayerOf, tradeRegisterKey } from './national-identifiers.ts'

/** `value`, `value ? code` for a doubt, `! code` for a refusal. */
const told = (checked: Checked): string =>
  'value' in checked ? ('code' in checked ? `${checked.value} ? ${checked.code}` : checked.value) : `! ${checked.code}`

const table = (check: (text: string) => Checked, cases: readonly (readonly [string, string])[]) => {
  for (const [text, expected] of cases) assert.equal(told(check(text)), expected, text)
}

test('a NIN has 18 digits', () => {
  table(checkNin, [
    ['109850123456789012', '109850123456789012'],
    ['10985 0123 4567 89012', '109850123456789012'],
    ['١٠٩٨٥٠١٢٣٤٥٦٧٨٩٠١٢', '109850123456789012'],
    ['\u200e109850123456789012', '109850123456789012'],
    ['10985012345678901', '! nin.form'],
    ['1098501234567890123', '! nin.form'],
    ['10985012345678901X', '! nin.form'],
    ['', '! nin.form'],
    ['111111111111111111', '111111111111111111 ? nin.form_filler'],
  ])
  const short = checkNin('12 345')
  assert.deepEqual('sentence' in short && short.sentence.values, { count: 5 })
})

test('a NIF has 15 digits, 20 for a secondary establishment', () => {
  table(checkNif, [
    ['000016001234567', '000016001234567'],
    ['0000 1600 1234 567', '000016001234567'],
    ['00001600123456700001', '00001600123456700001'],
    ['0000160012345670', '! nif.form'],
    ['000000000000000', '000000000000000 ? nif.form_filler'],
  ])
  assert.equal(taxpayerOf('00001600123456700001'), '000016001234567')
})

test('a NIS has 15 digits, a tax article 11', () => {
  table(checkNis, [
    ['099816010123456', '099816010123456'],
    ['09981601012345', '! nis.form'],
  ])
  table(checkTaxArticle, [
    ['16 01 234 5678', '16012345678'],
    ['1601234567', '! ai.form'],
  ])
})

test('a trade register number is put in its normal form', () => {
  table(checkTradeRegister, [
    ['16/00-0978543 B 09', '16/00-0978543 B 09'],
    ['16/00-0978543B09', '16/00-0978543 B 09'],
    ['16 00 0978543 b 09', '16/00-0978543 B 09'],
    ['16000978543B09', '16/00-0978543 B 09'],
    ['RC N° 16/00 - 0978543 B 09', '16/00-0978543 B 09'],
    ['Registre de commerce : 16/00-0978543 B 09', '16/00-0978543 B 09'],
    ['31/01-1234567 A 21', '31/01-1234567 A 21'],
    ['09 B 0978543 - 16/00', '16/00-0978543 B 09'],
    ['09 B 0978543 00/16', '16/00-0978543 B 09'],
    ['98 B 0082436', '98 B 0082436 ? rc.without_wilaya'],
    ['70/00-0978543 B 09', '70/00-0978543 B 09 ? rc.wilaya'],
    ['16/00-978543 B 09', '! rc.form'],
    ['16/00-0978543 C 09', '! rc.form'],
    ['en cours', '! rc.form'],
  ])
  assert.equal(tradeRegisterKey('16/00-0978543 B 09'), tradeRegisterKey('RC 16 00 0978543 B09'))
  assert.equal(tradeRegisterKey('en cours'), 'ENCOURS')
})

test('what a check gives back is given back by it again', () => {
  const text = fc.oneof(fc.stringMatching(/^[\d A-Bab/-]{8,24}$/), fc.string())
  const checks = [checkNin, checkNif, checkNis, checkTaxArticle, checkTradeRegister]
  fc.assert(
    fc.property(fc.constantFrom(...checks), text, (check, any) => {
      const checked = check(any)
      if ('value' in checked) assert.deepEqual(check(checked.value), checked)
    }),
    { numRuns: 1000 },
  )
})

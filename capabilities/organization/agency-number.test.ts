import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencyTypeOf, checkAgencyNumber, headOfficeNumber } from './agency-number.ts'

test('an agency number is a wilaya and a rank', () => {
  for (const [text, value] of [
    ['16083', '16083'],
    [' 16 083 ', '16083'],
    ['16-083', '16083'],
    ['69001', '69001'],
    ['01000', '01000'],
  ] as const)
    assert.deepEqual(checkAgencyNumber(text), { value })
  for (const [text, code] of [
    ['1608', 'agency_number.form'],
    ['160830', 'agency_number.form'],
    ['A6083', 'agency_number.form'],
    ['', 'agency_number.form'],
    ['00083', 'agency_number.wilaya'],
    ['70001', 'agency_number.wilaya'],
  ] as const) {
    const checked = checkAgencyNumber(text)
    assert.equal('code' in checked && checked.code, code, text)
  }
})

test('the rank says what kind of agency it is', () => {
  for (const [number, type] of [
    ['16000', 'head_office'],
    ['16001', 'direct'],
    ['16499', 'direct'],
    ['16500', 'general_agent'],
    ['16899', 'general_agent'],
    ['16900', 'broker'],
    ['16949', 'broker'],
    ['16950', 'bancassurance'],
    ['16999', 'bancassurance'],
  ] as const)
    assert.equal(agencyTypeOf(number), type, number)
  assert.equal(agencyTypeOf(headOfficeNumber('31')), 'head_office')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { bankOf, ccpKey, checkCcp, checkRib, formatRib, ribKey, ripOf } from './bank-accounts.ts'

test('the key of a RIB is that of its branch and account', () => {
  assert.equal(ribKey('99999', '0000000200'), '91')
  assert.deepEqual(checkRib('007 99999 0000000200 91'), { value: '00799999000000020091' })
  assert.deepEqual(checkRib('RIB : 00799999-0000000200-91'), { value: '00799999000000020091' })
  const told = (text: string) => {
    const checked = checkRib(text)
    return 'code' in checked ? `${checked.severity} ${checked.code}` : checked.value
  }
  assert.equal(told('00799999000000020092'), 'error rib.key')
  assert.equal(told('0079999900000002009'), 'error rib.form')
  assert.equal(told('DZ00799999000000020091'), 'error rib.form')
  assert.equal(told(''), 'error rib.form')
  assert.equal(told('99999999000000020091'), 'warning rib.bank')
  assert.equal(told(`00112345${'0'.repeat(10)}${ribKey('12345', '0000000000')}`), 'warning rib.filler')
})

test('the name of the bank is read in the RIB', () => {
  assert.equal(bankOf('007 99999 0000000200 91'), 'Algérie Poste (CCP)')
  assert.equal(bankOf('00112345'), 'BNA')
  assert.equal(bankOf('99912345'), null)
  assert.equal(formatRib('00799999000000020091'), '007 99999 0000000200 91')
  assert.equal(formatRib('12'), '12')
})

test('a postal account comes with its key', () => {
  assert.equal(ccpKey('200'), '12')
  for (const [text, value] of [
    ['200 clé 12', '200 12'],
    ['200 cle 12', '200 12'],
    ['200/12', '200 12'],
    ['200-12', '200 12'],
    ['20012', '200 12'],
    ['0000000200 12', '200 12'],
    ['CCP N° 200 clé 12', '200 12'],
    ['200 clé 13', 'ccp.key'],
    ['200', 'ccp.key'],
    ['12', 'ccp.form'],
    ['12345678901 12', 'ccp.form'],
    ['abc', 'ccp.form'],
  ] as const) {
    const checked = checkCcp(text)
    assert.equal('value' in checked ? checked.value : checked.code, value, text)
  }
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))

test('one wrong or exchanged digit of branch or account is caught by the key of a RIB', () => {
  fc.assert(
    fc.property(digits(5), digits(10), fc.nat(14), fc.integer({ min: 1, max: 9 }), (branch, account, at, change) => {
      const body = branch + account
      const rib = `001${body}${ribKey(branch, account)}`
      assert.ok('value' in checkRib(rib))
      const wrong = body.slice(0, at) + String((Number(body.charAt(at)) + change) % 10) + body.slice(at + 1)
      assert.equal('value' in checkRib(`001${wrong}${rib.slice(18)}`), false)
      const exchanged = body.slice(0, at) + (body.charAt(at + 1) + body.charAt(at)) + body.slice(at + 2)
      if (at < 14 && exchanged !== body) assert.equal('value' in checkRib(`001${exchanged}${rib.slice(18)}`), false)
    }),
  )
})

test('the RIP of a postal account is a right RIB', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (account) => {
      const rip = ripOf(String(account))
      const checked = checkRib(rip)
      assert.ok('value' in checked && checked.value === rip)
      assert.deepEqual(checkCcp(`${account} ${ccpKey(String(account))}`), { value: `${account} ${ccpKey(String(account))}` })
    }),
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mostFileBytes } from '../../contract.ts'
import { faultOf } from './check-file.ts'

const cases = [
  ['clients.csv', 1200, null],
  ['CLIENTS.XLSX', 1200, null],
  ['portefeuille 2026.xls', 1200, null],
  ['extraction', 1200, null],
  ['clients.csv', mostFileBytes, null],
  ['clients.csv', mostFileBytes + 1, 'too_large'],
  ['clients.csv', 0, 'empty'],
  ['contrat.pdf', 1200, 'not_a_table'],
  ['clients.csv.zip', 1200, 'not_a_table'],
  ['contacts.vcf', 0, 'not_a_table'],
] as const

for (const [name, size, fault] of cases)
  test(`${name} of ${size} bytes ${fault === null ? 'is sent' : `is not sent: ${fault}`}`, () => {
    assert.equal(faultOf({ name, size }), fault)
  })

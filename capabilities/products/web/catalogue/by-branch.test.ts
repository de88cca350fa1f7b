import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ProductRow } from '../../contract.ts'
import { byBranch } from './by-branch.ts'

const row = (code: string, name: string, branch: ProductRow['branch'], active = true): ProductRow => ({
  id: code,
  code,
  name,
  name_ar: null,
  branch,
  category: null,
  object_kind: 'none',
  compulsory: false,
  renewal: 'tacit',
  durations: ['12m'],
  clientele: 'all',
  carrier: 'own',
  partner_name: null,
  cash_rule: 'allow',
  tariff: 'typed',
  active,
  guarantees: 1,
  formulas: 1,
})
const rows = [
  row('MRH', 'Multirisque habitation', '12'),
  row('AUTO_PART', 'Automobile – Particuliers', '11'),
  row('VIEUX', 'Ancien', '11', false),
]
const codes = (search: string, ended: boolean) =>
  byBranch(rows, search, ended).map(({ branch, products }) => [branch, products.map(({ code }) => code)])

test('products stand by branch, those no longer sold only when asked for', () => {
  assert.deepEqual(codes('', false), [
    ['11', ['AUTO_PART']],
    ['12', ['MRH']],
  ])
  assert.deepEqual(codes('', true)[0], ['11', ['AUTO_PART', 'VIEUX']])
})

test('a search finds pieces of code and name, accents and case apart', () => {
  for (const [search, found] of [
    ['auto', 'AUTO_PART'],
    ['HABITATION multi', 'MRH'],
  ] as const)
    assert.deepEqual(
      codes(search, false).flatMap(([, products]) => products),
      [found],
    )
  assert.deepEqual(codes('plaisance', false), [])
})

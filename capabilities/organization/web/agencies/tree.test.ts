import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Agency, Region } from '../../contract.ts'
import { treeOf } from './tree.ts'

const region = (id: string, name: string): Region => ({ id, code: id, name, agencies: 0, version: 1 })
const agency = (number: string, name: string, region_id: string | null): Agency => ({
  id: number,
  number,
  name,
  type: 'direct',
  region_id,
  region_name: null,
  wilaya: number.slice(0, 2),
  commune: null,
  address: null,
  phone: null,
  email: null,
  active: true,
  people: 0,
  external_id: null,
  created_at: '2026-01-01T00:00:00Z',
  version: 1,
})
const regions = [region('DR1', 'Alger'), region('DR2', 'Oran'), region('DR3', 'Béchar')]
const agencies = [
  agency('16001', 'Hydra', 'DR1'),
  agency('16002', 'Kouba', 'DR1'),
  agency('31001', 'Oran centre', 'DR2'),
  agency('30001', 'Ouargla', null),
]
const seen = (search: string) =>
  treeOf(regions, agencies, search).map((branch) => [branch.region?.name ?? null, branch.agencies.map((one) => one.number)])

const cases: ReadonlyArray<[what: string, search: string, expected: unknown]> = [
  [
    'everything, directorates without agencies too, agencies without a directorate last',
    '',
    [
      ['Alger', ['16001', '16002']],
      ['Oran', ['31001']],
      ['Béchar', []],
      [null, ['30001']],
    ],
  ],
  ['an agency by the start of its number', '1600', [['Alger', ['16001', '16002']]]],
  ['an agency by its name, accents and case apart', 'KOUBÀ', [['Alger', ['16002']]]],
  ['a directorate by its name, with all its agencies', 'alger', [['Alger', ['16001', '16002']]]],
  ['nothing', 'zzz', []],
]
for (const [what, search, expected] of cases)
  test(`the search of agencies finds ${what}`, () => {
    assert.deepEqual(seen(search), expected)
  })

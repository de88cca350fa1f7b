import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agencyChanges, type AgencyValues } from './agency-values.ts'

const hydra: AgencyValues = {
  number: '16001',
  name: 'Hydra',
  type: 'direct',
  region_id: 'alger',
  wilaya: '16',
  commune: '1622',
  address: '',
  phone: '023 48 00 00',
  email: '',
  active: true,
}

const changes: ReadonlyArray<[string, Partial<AgencyValues>, object]> = [
  ['nothing', {}, {}],
  ['the same phone written otherwise', { phone: '+213 23 48 00 00' }, {}],
  ['no region any more', { region_id: '' }, { region_id: null }],
  ['its name, and out of service', { name: ' Hydra centre ', active: false }, { name: 'Hydra centre', active: false }],
]
for (const [what, change, sent] of changes)
  test(`of an agency corrected in ${what}, only that is sent`, () => assert.deepEqual(agencyChanges(hydra, { ...hydra, ...change }), sent))

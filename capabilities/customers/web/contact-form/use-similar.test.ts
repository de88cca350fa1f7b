import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newValues } from './contact-values.ts'
import { comparable } from './use-similar.ts'

const blank = newValues({ agency_id: 'a', owner_id: '', wilaya: '16', today: '2026-11-23' })

test('nobody is looked for while nothing tells anybody apart', () => {
  assert.equal(comparable(blank), null)
  assert.equal(comparable({ ...blank, last_name: 'BENALI' }), null)
  assert.equal(comparable({ ...blank, mobile: '0550 12' }), null)
  assert.equal(comparable({ ...blank, email: 'amina@' }), null)
})

test('a whole name, number, address or identifier is compared', () => {
  assert.deepEqual(comparable({ ...blank, last_name: 'BENALI', first_name: 'Amina' }), {
    kind: 'individual',
    last_name: 'BENALI',
    first_name: 'Amina',
  })
  assert.deepEqual(comparable({ ...blank, mobile: '0550.12.34.56' }), { kind: 'individual', mobile: '+213550123456' })
  assert.deepEqual(comparable({ ...blank, kind: 'company', company_name: 'SARL Atlas', nin: '1'.repeat(18) }), {
    kind: 'company',
    company_name: 'SARL Atlas',
  })
  assert.deepEqual(comparable({ ...blank, nin: '109 840 163 045 120 087' }), { kind: 'individual', nin: '109 840 163 045 120 087' })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conflictsOf, settled } from './conflict.ts'
import { newValues } from './contact-values.ts'

const base = {
  ...newValues({ agency_id: 'a', owner_id: '', wilaya: '16', today: '2026-11-23' }),
  last_name: 'BENALI',
  mobile: '0550 12 34 56',
}
const mine = { ...base, mobile: '0661 00 00 01', email: 'mine@b.dz', profession: 'Enseignante' }
const theirs = { ...base, mobile: '0770 00 00 02', email: 'mine@b.dz', address: '12 rue Didouche' }

test('only fields that both changed, and differently, are a conflict', () => {
  assert.deepEqual(conflictsOf(base, mine, theirs), ['mobile'])
  assert.deepEqual(conflictsOf(base, base, theirs), [])
})

test('what each changed alone is kept, and the chosen side of what both changed', () => {
  const kept = settled(base, mine, theirs, { mobile: 'theirs' })
  assert.equal(kept.mobile, '0770 00 00 02')
  assert.equal(kept.profession, 'Enseignante')
  assert.equal(kept.address, '12 rue Didouche')
  assert.equal(settled(base, mine, theirs, { mobile: 'mine' }).mobile, '0661 00 00 01')
})

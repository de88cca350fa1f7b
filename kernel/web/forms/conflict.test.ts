import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conflictsOf, merged, settled, type Changed } from './conflict.ts'

interface Person {
  name: string
  mobile: string
  email: string
  profession: string
  address: string
}
const changed: Changed<Person> = (before, now) =>
  (Object.keys(before) as Array<keyof Person>).filter((field) => before[field] !== now[field])
const base: Person = { name: 'BENALI', mobile: '0550 12 34 56', email: '', profession: '', address: '' }
const mine = { ...base, mobile: '0661 00 00 01', email: 'same@b.dz', profession: 'Enseignante' }
const theirs = { ...base, mobile: '0770 00 00 02', email: 'same@b.dz', address: '12 rue Didouche' }

test('only fields that both changed, and differently, are a conflict', () => {
  assert.deepEqual(conflictsOf({ base, mine, theirs }, changed), ['mobile'])
  assert.deepEqual(conflictsOf({ base, mine: base, theirs }, changed), [])
})

test('what each changed alone is kept, and the chosen side of what both changed', () => {
  assert.deepEqual(settled({ base, mine, theirs }, changed, { mobile: 'theirs' }), {
    name: 'BENALI',
    mobile: '0770 00 00 02',
    email: 'same@b.dz',
    profession: 'Enseignante',
    address: '12 rue Didouche',
  })
  assert.equal(settled({ base, mine, theirs }, changed, { mobile: 'mine' }).mobile, '0661 00 00 01')
})

test('changes to different fields are joined without a question; to the same field, one is due', () => {
  assert.deepEqual(merged({ base, mine: { ...base, profession: 'Enseignante' }, theirs: { ...base, mobile: '0770 00 00 02' } }, changed), {
    ...base,
    profession: 'Enseignante',
    mobile: '0770 00 00 02',
  })
  assert.equal(merged({ base, mine, theirs }, changed), null)
})

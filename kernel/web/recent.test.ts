import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { forgetRecord, recentRecords, rememberRecord } from './recent.ts'

const kept = new Map<string, string>()
Object.defineProperty(globalThis, 'localStorage', {
  configurable: true,
  value: { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) },
})
const record = (id: string) => ({ id, kind: 'contact', title: `T${id}`, detail: '', to: `/contacts/${id}` })
const ids = (user: string) => recentRecords(user).map(({ id }) => id)

beforeEach(() => kept.clear())

test('the last record opened comes first, once, and only the last eight are kept', () => {
  for (let at = 0; at < 10; at += 1) rememberRecord('me', record(String(at)))
  rememberRecord('me', record('5'))
  assert.deepEqual(ids('me'), ['5', '9', '8', '7', '6', '4', '3', '2'])
})

test('what one person opened is not shown to another', () => {
  rememberRecord('me', record('1'))
  assert.deepEqual(ids('another'), [])
})

test('a record that is gone is forgotten, and spoilt notes are none', () => {
  rememberRecord('me', record('1'))
  rememberRecord('me', record('2'))
  forgetRecord('me', '2')
  assert.deepEqual(ids('me'), ['1'])
  kept.set('assura_recent:me', '{"a":1}')
  assert.deepEqual(ids('me'), [])
  kept.set('assura_recent:me', JSON.stringify([{ ...record('3'), to: '//elsewhere.example' }, record('4')]))
  assert.deepEqual(ids('me'), ['4'])
})

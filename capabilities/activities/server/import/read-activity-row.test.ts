import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRowReader } from './read-activity-row.ts'

const read = openRowReader({ source: 'crm', now: '2026-11-01T10:00:00.000Z' }, [])
const columns = (values: Parameters<typeof read>[0]) => {
  const { kind, body, direction, outcome, duration_minutes } = read({ occurred_at: '2026-10-01T09:00:00.000Z', ...values }).columns
  return { kind, body, direction, outcome, duration_minutes }
}
const nothing = { direction: null, outcome: null, duration_minutes: null }

test('notes, calls and visits are known by their words; anything else is a note that says what it was', () => {
  assert.deepEqual(columns({ kind: 'Appel téléphonique', direction: 'out', outcome: 'reached', duration_minutes: 4, body: 'Relance' }), {
    kind: 'call',
    body: 'Relance',
    direction: 'out',
    outcome: 'reached',
    duration_minutes: 4,
  })
  assert.deepEqual(columns({ kind: 'RDV', body: 'En agence' }), { kind: 'visit', body: 'En agence', ...nothing })
  assert.deepEqual(columns({ kind: 'E-mail', body: 'Devis envoyé' }), { kind: 'note', body: 'E-mail : Devis envoyé', ...nothing })
  assert.deepEqual(columns({ body: 'Vu ce jour', outcome: null }), { kind: null, body: 'Vu ce jour', ...nothing })
})

test('a result or a direction makes it a call; beside a note they are nothing', () => {
  assert.equal(columns({ outcome: 'voicemail' })['kind'], 'call')
  assert.deepEqual(columns({ kind: 'Note', outcome: 'voicemail', duration_minutes: 5, body: 'x' }), { kind: 'note', body: 'x', ...nothing })
})

test('an exchange without text or day is not made, one to come is refused', () => {
  assert.deepEqual(
    read({ kind: 'Note' }).ifCreated?.map(({ code }) => code),
    ['undated', 'empty'],
  )
  assert.equal(read({ kind: 'Appel', occurred_at: '2026-10-01T09:00:00.000Z' }).ifCreated, undefined)
  assert.deepEqual(
    read({ body: 'x', occurred_at: '2027-01-01T00:00:00.000Z' }).problems?.map(({ code }) => code),
    ['to_come'],
  )
})

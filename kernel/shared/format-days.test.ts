import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatDay, formatInstant, formatTime, relativeDay, relativeInstant } from './format-days.ts'
import { languages } from './language.ts'

const plain = (text: string) => text.replaceAll('’', "'").replace(/[\u00a0\u202f]/g, ' ')

test('a day is written day, month, year', () => {
  for (const language of languages) assert.equal(formatDay('2026-11-23', language), '23/11/2026')
  assert.equal(formatDay('2026-01-05', 'fr', 'full'), 'lundi 5 janvier 2026')
  assert.equal(formatDay('2026-01-05', 'fr', 'brief'), '5 janv.')
  assert.equal(formatDay('2026-01-05', 'en', 'long'), '5 January 2026')
  assert.equal(formatDay('2026-01-05', 'fr', 'month'), 'janvier 2026')
})

test('Arabic uses Latin digits and the months of the Maghreb', () => {
  assert.equal(formatDay('2026-01-05', 'ar', 'long'), '5 جانفي 2026')
  assert.equal(formatDay('2026-08-31', 'ar', 'long'), '31 أوت 2026')
})

test('an instant is written as the clocks of the organization show it', () => {
  assert.equal(formatInstant('2026-11-23T23:05:00Z', 'fr', 'Africa/Algiers'), '24/11/2026 00:05')
  assert.equal(formatInstant(new Date('2026-11-23T13:05:00Z'), 'ar', 'UTC'), '23/11/2026 13:05')
  assert.equal(formatTime('2026-11-23T23:59:59Z', 'UTC'), '23:59')
})

test('a day is told by where it stands from today', () => {
  const today = '2026-11-23'
  for (const [day, words] of [
    ['2026-11-23', "aujourd'hui"],
    ['2026-11-22', 'hier'],
    ['2026-11-24', 'demain'],
    ['2026-12-11', 'dans 18 jours'],
    ['2026-10-22', 'il y a 32 jours'],
    ['2027-01-22', 'dans 2 mois'],
    ['2027-03-23', 'dans 4 mois'],
    ['2024-06-01', 'il y a 2 ans'],
  ] as const)
    assert.equal(plain(relativeDay(day, today, 'fr')), words, day)
  assert.equal(relativeDay('2026-12-11', today, 'ar'), 'خلال 18 يومًا')
  assert.equal(relativeDay('2026-12-11', today, 'en'), 'in 18 days')
})

test('an instant is told in minutes and hours, then by days of the zone', () => {
  const now = new Date('2026-11-23T09:00:00Z')
  for (const [instant, words] of [
    ['2026-11-23T08:59:31Z', 'maintenant'],
    ['2026-11-23T08:55:00Z', 'il y a 5 min'],
    ['2026-11-23T07:00:00Z', 'il y a 2 h'],
    ['2026-11-23T09:30:00Z', 'dans 30 min'],
    ['2026-11-23T22:30:00Z', 'dans 13 h'],
    ['2026-11-22T23:30:00Z', 'il y a 9 h'],
    ['2026-11-22T22:30:00Z', 'hier'],
    ['2026-11-23T23:30:00Z', 'demain'],
    ['2026-11-10T09:00:00Z', 'il y a 13 jours'],
  ] as const)
    assert.equal(plain(relativeInstant(instant, now, 'fr', 'Africa/Algiers')), words, instant)
  assert.equal(plain(relativeInstant('2026-11-22T23:30:00Z', new Date('2026-11-23T01:00:00Z'), 'fr', 'UTC')), 'il y a 1 h')
})

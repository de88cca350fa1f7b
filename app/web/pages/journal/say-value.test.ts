import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayValue, type ValueWords } from './say-value.ts'

const hydra = '01900000-0000-7000-8000-000000000001'
const words: ValueWords = {
  empty: 'vide',
  yes: 'oui',
  no: 'non',
  unknown: 'introuvable',
  choices: { active: 'Actif' },
  names: { [hydra]: '16001 Hydra' },
  field: (name) => ({ wilaya: 'Wilaya', last_name: 'Nom', light: 'Clair' })[name] ?? name,
  wilaya: (code) => (code === '16' ? 'Alger' : null),
  phone: () => '0550 12 34 56',
  device: () => 'Firefox, Linux',
  day: (text) => (text === '1980-03-12' ? '12/03/1980' : null),
  instant: () => '23/11/2026 14:05',
  amount: () => '1 200 DA',
  count: (value) => `${value}`,
}

const cases: ReadonlyArray<[string, string, unknown, string]> = [
  ['a record by its name', 'agency_id', hydra, '16001 Hydra'],
  ['a record that is gone', 'owner_id', hydra.replace('1', '2'), 'introuvable'],
  ['a choice by its word', 'status', 'active', 'Actif'],
  ['a wilaya by its name', 'wilaya', '16', 'Alger'],
  ['a phone as it is dialled', 'mobile', '+213550123456', '0550 12 34 56'],
  ['a device', 'device', 'Mozilla/5.0 (X11; Linux x86_64; rv:115.0)', 'Firefox, Linux'],
  ['a day', 'birth_date', '1980-03-12', '12/03/1980'],
  ['an instant', 'occurred_at', '2026-11-23T13:05:00.000Z', '23/11/2026 14:05'],
  ['money', 'revenue_centimes', 120000, '1 200 DA'],
  ['yes and no', 'active', false, 'non'],
  ['nothing', 'phone', null, 'vide'],
  ['tags by their names', 'tags', [{ id: hydra, name: 'vip' }, 'or'], 'vip, or'],
  ['several values at once', 'brand', { light: '#1d4ed8', dark: null }, 'Clair: #1d4ed8'],
  ['the filter of an export', 'filter', '{"wilaya":"16"}', 'Wilaya: Alger'],
  ['the columns of an export', 'columns', ['last_name', 'other'], 'Nom, other'],
  ['a text as it is', 'remarks', '{ rappeler', '{ rappeler'],
]
for (const [what, field, raw, said] of cases) test(`the journal says ${what}`, () => assert.equal(sayValue(field, raw, words), said))

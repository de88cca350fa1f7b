import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { test } from 'node:test'
import { bankNames } from '#capabilities/customers/bank-accounts.ts'
import { addDays, isDay } from '#kernel/shared/days.ts'
import { fold } from '#kernel/shared/fold.ts'

interface Named {
  readonly code: string
  readonly name_fr: string
  readonly name_ar: string
}
interface Wilaya extends Named {
  readonly zone: string
  readonly parent: string | null
  readonly in_force_from: string
  readonly weight: number
  readonly aliases: readonly string[]
}
interface Commune extends Named {
  readonly wilaya: string
  readonly former_wilaya: string | null
  readonly postcode: string | null
  readonly daira: string
  readonly aliases: readonly string[]
}
interface Holiday extends Named {
  readonly day: string
  readonly provisional: boolean
}

const folder = fileURLToPath(new URL('../db/reference/', import.meta.url))
const textOf = (name: string) => readFileSync(`${folder}${name}.json`, 'utf8')
const read = <T>(name: string) => JSON.parse(textOf(name)) as T[]
const wilayas = read<Wilaya>('wilayas')
const communes = read<Commune>('communes')
const holidays = read<Holiday>('holidays')
const arabic = /^[\u0621-\u0652\s،-]+$/

test('there are 69 wilayas, 01 to 69, each with its names, zone, weight and date', () => {
  assert.deepEqual(
    wilayas.map((wilaya) => wilaya.code),
    Array.from({ length: 69 }, (_, at) => String(at + 1).padStart(2, '0')),
  )
  for (const wilaya of wilayas) {
    assert.match(wilaya.name_ar, arabic)
    assert.ok(
      wilaya.name_fr.length > 2 && ['N', 'S'].includes(wilaya.zone) && wilaya.weight > 0 && isDay(wilaya.in_force_from),
      wilaya.code,
    )
  }
})

test('the wilayas made in 2019 and 2026 name their mother, which is older and of the census', () => {
  for (const wilaya of wilayas) {
    assert.equal(wilaya.parent !== null, Number(wilaya.code) > 48, wilaya.code)
    assert.ok(wilaya.parent === null || Number(wilaya.parent) <= 48, wilaya.code)
  }
  assert.equal(
    wilayas.slice(0, 58).reduce((sum, wilaya) => sum + wilaya.weight, 0),
    34_080_031,
  )
})

test('no two wilayas answer to one name, in any spelling', () => {
  const names = wilayas.flatMap((wilaya) => [...new Set([wilaya.name_fr, wilaya.name_ar, ...wilaya.aliases].map(fold))])
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  )
})

test('there are 1,541 communes, each in a wilaya that exists, with both names', () => {
  assert.equal(communes.length, 1541)
  assert.equal(new Set(communes.map((commune) => commune.code)).size, 1541)
  const mothers = new Map(wilayas.map((wilaya) => [wilaya.code, wilaya.parent]))
  for (const commune of communes) {
    assert.match(commune.code, /^\d{4}$/)
    assert.ok(mothers.has(commune.wilaya), commune.code)
    assert.equal(commune.former_wilaya, mothers.get(commune.wilaya), commune.code)
    assert.match(commune.name_ar, arabic, commune.code)
    assert.match(commune.name_fr, /^\p{Lu}[\p{L}\s'’-]+$/u, commune.code)
    assert.ok(commune.daira.length > 1, commune.code)
    assert.ok(commune.postcode === null || /^\d{5}$/.test(commune.postcode), commune.code)
    // Codes are those of 2021: communes of the wilayas of 2026 keep their mother's.
    assert.equal(commune.code.slice(0, 2), Number(commune.wilaya) > 58 ? commune.former_wilaya : commune.wilaya, commune.code)
  }
  for (const wilaya of wilayas) assert.ok(communes.filter((commune) => commune.wilaya === wilaya.code).length >= 2, wilaya.code)
})

test('no two communes of a wilaya answer to one French name', () => {
  const names = communes.map((commune) => `${commune.wilaya} ${fold(commune.name_fr)}`)
  assert.deepEqual(
    names.filter((name, at) => names.indexOf(name) !== at),
    [],
  )
})

test('the banks are those whose code opens a RIB', () => {
  const banks = read<{ code: string; name: string; name_ar: string | null }>('banks')
  assert.deepEqual(Object.fromEntries(banks.map((bank) => [bank.code, bank.name])), bankNames)
})

test('each year from 2025 to 2028 has its five fixed and nine lunar days of rest', () => {
  for (const year of ['2025', '2026', '2027', '2028']) {
    const days = holidays.filter((holiday) => holiday.day.startsWith(year))
    assert.equal(days.filter((holiday) => !holiday.provisional).length, year === '2025' ? 14 : 5, year)
    assert.equal(days.length, 14, year)
    const first = (code: string) => days.find((holiday) => holiday.code === code)?.day ?? ''
    for (const eid of ['eid_al_fitr', 'eid_al_adha'])
      assert.deepEqual(
        days.filter((holiday) => holiday.code === eid).map((holiday) => holiday.day),
        [0, 1, 2].map((after) => addDays(first(eid), after)),
      )
    // Achoura is the tenth of the month that Awal Mouharram opens.
    assert.equal(first('ashura'), addDays(first('islamic_new_year'), 9))
  }
  for (const holiday of holidays) {
    assert.ok(isDay(holiday.day))
    assert.match(holiday.name_ar, arabic)
  }
  assert.equal(new Set(holidays.map((holiday) => holiday.day + holiday.code)).size, holidays.length)
})

test('one record stands on a line', () => {
  for (const name of ['wilayas', 'communes', 'banks', 'holidays'])
    assert.equal(textOf(name).trim().split('\n').length, read(name).length + 2, name)
})

test('the files are what the data set and the tables give', async (t) => {
  const samples = process.env['ASSURA_SAMPLES']
  if (samples === undefined) return t.skip('skipped: no samples')
  // Plain JavaScript, run as a tool: it has no types.
  const made = (await import(new URL('reference-data.mjs', import.meta.url).href)) as Record<string, (samples: string) => readonly object[]>
  for (const name of ['wilayas', 'communes', 'banks', 'holidays']) assert.deepEqual(read(name), made[name]?.(samples), name)
})

// Writes db/reference/*.json (wilayas, communes, banks, holidays) from the open data set algerie_geo in the folder ASSURA_SAMPLES and from
// tools/reference-tables.mjs:  ASSURA_SAMPLES=… node tools/reference-data.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { bankNames } from '../capabilities/customers/bank-accounts.ts'
import { addDays } from '../kernel/shared/days.ts'
import { announcedYears, communeAliases, fixedHolidays, inForceFrom, lunarHolidays, mendedNames, wilayaTable } from './reference-tables.mjs'

const folder = fileURLToPath(new URL('../db/reference/', import.meta.url))
const twoDigits = (code) => String(code).padStart(2, '0')

/** The wilayas of the table, by code. */
export const wilayas = () =>
  wilayaTable
    .trim()
    .split('\n')
    .map((line) => {
      const [code, name_fr, name_ar, weight, zone, parent, aliases] = line.split('|').map((cell) => cell.trim())
      return {
        code,
        name_fr,
        name_ar,
        zone,
        parent: parent || null,
        in_force_from: inForceFrom(code),
        weight: Number(weight),
        aliases: aliases ? aliases.split(/,\s*/) : [],
      }
    })

/** The communes of the data set under the wilayas in force, with the one they left, by code. */
export const communes = (samples) =>
  JSON.parse(readFileSync(`${samples}/algerie_geo/dataset/data/algeria.json`, 'utf8'))
    .flatMap((wilaya) => wilaya.communes)
    .map((commune) => {
      const code = String(commune.code_commune).padStart(4, '0')
      const wilaya = twoDigits(commune.wilaya_code)
      const parent = wilayas().find((one) => one.code === wilaya)?.parent ?? null
      return {
        code,
        wilaya,
        former_wilaya: parent,
        name_fr: mendedNames.get(commune.name_fr) ?? commune.name_fr.trim(),
        name_ar: mendedNames.get(commune.name_ar) ?? commune.name_ar.trim(),
        postcode: commune.postal_code,
        daira: commune.daira,
        aliases: wilaya === '16' ? (communeAliases.get(commune.name_fr) ?? []) : [],
      }
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1))

/** The banks that hold accounts, by the code that opens a RIB. */
export const banks = (samples) => {
  const listed = parse(readFileSync(`${samples}/algerie_geo/banques/data/csv/banks.csv`), { columns: true, bom: true })
  return Object.keys(bankNames)
    .sort()
    .map((code) => {
      const bank = listed.find((one) => one.bank_code === code)
      return { code, name: bankNames[code], full_name: bank?.name_fr || null, name_ar: bank?.name_ar || null, bic: bank?.swift_bic || null }
    })
}

/** The public holidays of 2025 to 2028, by day. */
export const holidays = () => {
  const fixed = [2025, 2026, 2027, 2028].flatMap((year) =>
    fixedHolidays.map(([day, code, name_fr, name_ar]) => ({ day: `${year}-${day}`, code, name_fr, name_ar, provisional: false })),
  )
  const lunar = lunarHolidays.flatMap(([code, length, name_fr, name_ar, firstDays]) =>
    Object.entries(firstDays).flatMap(([year, first]) =>
      Array.from({ length }, (_, at) => ({
        day: addDays(`${year}-${first}`, at),
        code,
        name_fr,
        name_ar,
        provisional: !announcedYears.has(Number(year)),
      })),
    ),
  )
  return [...fixed, ...lunar].sort((a, b) => (a.day + a.code < b.day + b.code ? -1 : 1))
}

/** JSON with one record per line, so that a change of one record is a change of one line. */
export const oneRecordPerLine = (records) => `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`

if (import.meta.main) {
  const samples = process.env['ASSURA_SAMPLES']
  if (!samples) throw new Error('ASSURA_SAMPLES names no folder.')
  for (const [name, records] of Object.entries({
    wilayas: wilayas(),
    communes: communes(samples),
    banks: banks(samples),
    holidays: holidays(),
  })) {
    writeFileSync(`${folder}${name}.json`, oneRecordPerLine(records))
    process.stdout.write(`${name}: ${records.length}\n`)
  }
}

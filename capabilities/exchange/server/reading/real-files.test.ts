import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { parseDecimalToCentimes } from './cells/parse-number.ts'
import { parseInstant } from './cells/parse-instant.ts'
import { cellOptions, type ColumnProfile } from './columns/column-profile.ts'
import { proposeMapping } from './columns/propose-mapping.ts'
import { planReading, type ReadingChoices } from './plan-reading.ts'
import { profileColumns, type FileProfile } from './profile-columns.ts'
import { readRows } from './read-rows.ts'
import { temporaryFile } from './testing/temporary-file.ts'

const samples = process.env['ASSURA_SAMPLES']
const skip = samples === undefined ? 'skipped: no samples' : false
const sample = (...path: string[]) => join(samples ?? '', ...path)

const cellsOf = async (path: string, choices: ReadingChoices = {}): Promise<string[][]> => {
  const rows: string[][] = []
  for await (const row of readRows(path, await planReading(path, choices))) rows.push([...row.cells])
  return rows
}
const judge = async (path: string, choices: ReadingChoices = {}): Promise<FileProfile> =>
  profileColumns(path, await planReading(path, choices))
const kinds = (profile: FileProfile): Record<string, string> => Object.fromEntries(profile.columns.map(({ name, kind }) => [name, kind]))
const column = (profile: FileProfile, name: string): ColumnProfile => {
  const found = profile.columns.find((one) => one.name === name)
  assert.ok(found, name)
  return found
}

test('the hostile files of csv-spectrum read as their authors say', { skip }, async () => {
  // The twin of this one says another phone number.
  const files = globSync(sample('csv_spectrum', 'csvs', '*.csv')).filter((path) => basename(path) !== 'location_coordinates.csv')
  assert.equal(files.length, 11)
  for (const path of files) {
    const expected = JSON.parse(readFileSync(sample('csv_spectrum', 'json', `${basename(path, '.csv')}.json`), 'utf8')) as Record<
      string,
      string
    >[]
    // The copies have lost the line ends that their names promise.
    const text = readFileSync(path, 'utf8')
    await using file = await temporaryFile(path.endsWith('_crlf.csv') ? text.replace(/\r?\n/g, '\r\n') : text)
    const { columns } = await planReading(file.path)
    const records = (await cellsOf(file.path)).map((cells) =>
      Object.fromEntries(columns.map(({ header, index }) => [header, cells[index]])),
    )
    assert.deepEqual(records, expected, basename(path))
  }
})

test('the files of csvkit read as their converted twins', { skip }, async () => {
  const file = (name: string) => sample('csv_csvkit', name)
  assert.deepEqual(await cellsOf(file('test_utf8_bom.csv')), await cellsOf(file('test_utf8.csv')))
  assert.deepEqual(await cellsOf(file('test_latin1.csv')), [
    ['1', '2', '3'],
    ['4', '5', '©'],
  ])
  assert.deepEqual(await cellsOf(file('dummy.xlsx')), await cellsOf(file('dummy.xls')))
  assert.deepEqual(await cellsOf(file('test.xlsx')), await cellsOf(file('test.xls')))
  assert.deepEqual(await cellsOf(file('no_header_row3.csv')), [
    ['1', '2', '3'],
    ['4', '5', '6'],
  ])
  const profile = await judge(file('test.xlsx'))
  assert.deepEqual(kinds(profile), {
    text: 'text',
    date: 'day',
    integer: 'integer',
    boolean: 'boolean',
    float: 'money',
    datetime: 'instant',
    empty_column: 'empty',
    'Colonne H': 'text',
  })
  assert.deepEqual(
    (await judge(file('blanks.csv'))).columns.map(({ kind }) => kind),
    Array<string>(6).fill('empty'),
  )
})

test('the workbooks of readxl read alike in both formats, under either calendar', { skip }, async () => {
  const folder = sample('xlsx_readxl', 'inst', 'extdata')
  const files = globSync(join(folder, '*.xlsx'))
  assert.equal(files.length, 5)
  for (const path of files) {
    const plan = await planReading(path)
    assert.ok(plan.format === 'xlsx')
    for (const { name } of plan.sheets)
      assert.deepEqual(
        await cellsOf(path, { sheet: name }),
        await cellsOf(path.replace('.xlsx', '.xls'), { sheet: name }),
        `${basename(path)} ${name}`,
      )
  }
  const deaths = await planReading(join(folder, 'deaths.xlsx'))
  assert.deepEqual(
    [deaths.headerLine, deaths.columns.map(({ name }) => name)],
    [5, ['Name', 'Profession', 'Age', 'Has kids', 'Date of birth', 'Date of death']],
  )
  assert.deepEqual((await cellsOf(join(folder, 'deaths.xlsx')))[0], ['David Bowie', 'musician', '69', 'true', '1947-01-08', '2016-01-10'])
  assert.deepEqual((await cellsOf(join(folder, 'type-me.xlsx'), { sheet: 'date_coercion' }))[2], [
    '2016-04-28T11:30:00',
    'date and time format',
  ])
  assert.equal((await judge(join(folder, 'datasets.xls'), { sheet: 'quakes' })).rows, 1000)
})

test('the French table of postcodes: encoding, separator, and the zeros that were lost', { skip }, async () => {
  const path = sample('datassur_habitation_fr', 'region.csv')
  const plan = await planReading(path)
  assert.ok(plan.format === 'csv')
  assert.deepEqual([plan.encoding, plan.syntax.separator, plan.headerLine, plan.doubts], ['utf-8', ';', 1, []])
  const profile = await profileColumns(path, plan)
  assert.equal(profile.rows, 39_914)
  const postcode = column(profile, 'code_postal')
  assert.deepEqual(
    [postcode.kind, postcode.digits, postcode.notices.map(({ code, count }) => [code, count])],
    [
      'code',
      5,
      [
        ['zeros_lost', 3485],
        ['exceptions', 366],
      ],
    ],
  )
  assert.equal(column(profile, 'reg_nom').distinct, 19)
})

test('the export of Zoho: counts, kinds, times in their own writing, American phones kept', { skip }, async () => {
  const [accounts, contacts, leads, users] = await Promise.all(
    ['Accounts', 'Contacts', 'Leads', 'Users'].map((name) => judge(sample('zoho_crm_export', `${name}.csv`))),
  )
  assert.deepEqual([accounts?.rows, contacts?.rows, leads?.rows, users?.rows], [2229, 1265, 3900, 11])
  assert.deepEqual(kinds(contacts!), {
    CONTACTID: 'integer',
    'Last Name': 'text',
    'Contact Owner Id': 'integer',
    'Contact Owner': 'text',
    'Account Id': 'integer',
    Email: 'email',
    'Lead Source': 'text',
    Mobile: 'phone',
    'Created Time': 'instant',
  })
  assert.deepEqual(parseInstant(column(contacts!, 'Created Time').samples[0] ?? ''), { ok: true, value: '2021-04-15T23:02:00.000Z' })
  const fields = [
    { key: 'external_id', label: 'Identifiant externe', synonyms: [], kind: 'code', required: true },
    { key: 'last_name', label: 'Nom', synonyms: ['last name'], kind: 'text', required: true },
    { key: 'account', label: 'Compte', synonyms: [], kind: 'relation', required: false },
  ] as const
  const proposal = proposeMapping(contacts!.columns, fields, 'contacts')
  assert.deepEqual(
    [proposal.preset, proposal.matches.map((match) => [match.column, match.field]), proposal.missingRequired],
    [
      'zoho',
      [
        [0, 'external_id'],
        [1, 'last_name'],
        [4, 'account'],
      ],
      [],
    ],
  )
})

test('premium lines of a French-language insurer: days without hours, amounts with up to twelve decimals, refunds', { skip }, async () => {
  const path = sample('auto_quittances_fr', 'quittances.xlsx')
  const profile = await judge(path)
  assert.equal(profile.rows, 2753)
  assert.deepEqual(
    ['dtemi', 'datedeb', 'Prime', 'ncli', 'libop'].map((name) => column(profile, name).kind),
    ['day', 'day', 'decimal', 'integer', 'text'],
  )
  const premium = column(profile, 'Prime')
  let [refunds, total] = [0, 0]
  for (const cells of await cellsOf(path)) {
    const amount = parseDecimalToCentimes(cells[premium.index] ?? '', cellOptions(premium))
    assert.ok(amount.ok && amount.value !== null, cells[premium.index])
    assert.ok(Math.abs(amount.value - Number(cells[premium.index]) * 100) <= 0.51, cells[premium.index])
    if (amount.value < 0) refunds++
    total++
  }
  assert.deepEqual([total, refunds > 0], [2753, true])
})

test('month-first dates with short years are told from thousands of unclear ones', { skip }, async () => {
  const profile = await judge(sample('ibm_customer_value', 'ibm_clv.csv'))
  assert.equal(profile.rows, 6327)
  const dates = column(profile, 'Effective To Date')
  assert.deepEqual([dates.kind, dates.dateOrder], ['day', { value: 'month-first', ask: false, because: 'told' }])
  assert.deepEqual(
    dates.notices.map(({ code }) => code),
    ['short_years'],
  )
  const reviews = await judge(sample('avis_assurance_fr', 'avis.csv'))
  assert.deepEqual(column(reviews, 'date_publication').dateOrder, { value: 'day-first', ask: false, because: 'told' })
  assert.deepEqual(column(reviews, 'date_exp').dateOrder, { value: 'day-first', ask: true, because: 'unclear' })
})

test('an address book of Google is recognised', { skip }, async () => {
  const path = sample('contacts_csv_vcf_roundcube', 'csv2vcard', 'gmail.csv')
  const profile = await judge(path)
  const field = (key: string, kind: 'text' | 'email' | 'phone') => ({ key, label: key, synonyms: [], kind, required: false })
  const proposal = proposeMapping(
    profile.columns,
    [field('first_name', 'text'), field('last_name', 'text'), field('email', 'email'), field('mobile', 'phone')],
    'contacts',
  )
  assert.equal(proposal.preset, 'google')
  assert.deepEqual(
    proposal.matches.map(({ column: at, field: key }) => [profile.columns[at]?.header, key]),
    [
      ['Given Name', 'first_name'],
      ['Family Name', 'last_name'],
      ['E-mail 1 - Value', 'email'],
      ['Phone 1 - Value', 'mobile'],
    ],
  )
})

test('every table among the samples is read to its end, and the same twice', { skip }, async () => {
  const files = globSync(sample('**', '*.{csv,xlsx,xls}'))
  assert.ok(files.length > 40)
  for (const path of files) {
    const plan = await planReading(path)
    const [first, second] = [await profileColumns(path, plan), await profileColumns(path, plan)]
    assert.deepEqual(first, second, path)
    assert.equal(
      first.columns.every(({ filled, blank }) => filled + blank === first.rows),
      true,
      path,
    )
  }
})

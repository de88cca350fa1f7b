import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { testApp } from '#app/server/testing/test-app.ts'
import { importFile } from './testing/import-through-door.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

const samples = process.env['ASSURA_SAMPLES']
const folder = join(samples ?? '', 'zoho_crm_export')
const skip = samples === undefined ? 'skipped: no samples' : false

/** Rows of a simple CSV file of the export, by header; quotes only around whole cells. */
const rowsOf = (name: string): Record<string, string>[] => {
  const [header = '', ...lines] = readFileSync(join(folder, name), 'utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
  const names = cells(header)
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at] ?? '', cell])))
}

test('a company moves from Zoho: its people, then its accounts, then its contacts, related by identifier', { skip }, async () => {
  const app = await testApp()
  const { administrator, organizationId, headOffice } = await app.organization()
  const send = (name: string, object: string) => importFile(app, administrator, readFileSync(join(folder, name)), { object }, name)
  const [users, accounts, contacts] = [rowsOf('Users.csv'), rowsOf('Accounts.csv'), rowsOf('Contacts.csv')]
  assert.equal(new Set(accounts.map((row) => row['Account Name'])).size, 911)

  const people = await send('Users.csv', 'users')
  assert.deepEqual(
    [people.state, people.counts],
    ['done', { rows_read: users.length, created: users.length, updated: 0, skipped: 0, rejected: 0 }],
  )
  const joined = await ownerRows(
    app.database,
    `select status, count(*)::int as n from app_user where organization_id = $1 and external_id is not null group by status`,
    [organizationId],
  )
  assert.deepEqual(joined, [{ status: 'invited', n: users.length }])
  assert.deepEqual(
    await ownerRows(app.database, `select count(*)::int as n from mail_message where organization_id = $1`, [organizationId]),
    [{ n: 0 }],
    'nobody is written to',
  )

  const groups = await send('Accounts.csv', 'accounts')
  const nameless = accounts.filter((row) => row['Account Name'] === '')
  const named = accounts.length - nameless.length
  assert.deepEqual(
    [groups.state, groups.counts],
    ['done', { rows_read: accounts.length, created: named, updated: 0, skipped: 0, rejected: nameless.length }],
  )
  assert.deepEqual(
    groups.reasons.map(({ outcome, code, column, count }) => ({ outcome, code, column, count })),
    [{ outcome: 'rejected', code: 'unnamed', column: 'Account Name', count: nameless.length }],
  )
  const lost = new Set(nameless.map((row) => row['ACCOUNTID']))

  const persons = await send('Contacts.csv', 'contacts')
  assert.equal(persons.state, 'done')
  const orphans = contacts.filter((row) => lost.has(row['Account Id']))
  const kept = contacts.filter((row) => !lost.has(row['Account Id']))
  assert.deepEqual(persons.counts, { rows_read: contacts.length, created: kept.length, updated: 0, skipped: 0, rejected: orphans.length })
  const stored = await ownerRows<{
    external_id: string
    mobile: string | null
    account: string | null
    owner: string | null
    registered_on: string
    agency_id: string
  }>(
    app.database,
    `select c.external_id, c.mobile, a.external_id as account, u.external_id as owner, c.registered_on::text, c.agency_id from contact c
     left join account a on a.organization_id = c.organization_id and a.id = c.account_id left join app_user u on u.organization_id = c.organization_id and u.id = c.owner_id
     where c.organization_id = $1`,
    [organizationId],
  )
  const byId = new Map(stored.map((row) => [row.external_id, row]))
  for (const row of kept) {
    const stands = byId.get(row['CONTACTID'] ?? '')
    assert.ok(stands, `contact ${row['CONTACTID']}`)
    assert.equal(stands.account, row['Account Id'], 'the account of that identifier, though many bear its name')
    assert.equal(stands.owner, row['Contact Owner Id'])
    assert.equal(stands.mobile, row['Mobile'] === '' ? null : row['Mobile'], 'an American number is kept as it came')
    assert.equal(stands.agency_id, headOffice)
  }
  assert.equal(byId.get('2585')?.registered_on, '2021-04-16')
  const withPhone = kept.filter((row) => row['Mobile'] !== '').length
  const flagged = persons.reasons.find((reason) => reason.outcome === 'flagged' && reason.code === 'phone_unreadable')
  assert.deepEqual([flagged?.count, flagged?.column], [withPhone, 'Mobile'])
  const members = await ownerRows(app.database, `select count(*)::int as n from account_member where organization_id = $1`, [
    organizationId,
  ])
  assert.deepEqual(members, [{ n: kept.length }])

  const again = await importFile(
    app,
    administrator,
    readFileSync(join(folder, 'Contacts.csv')),
    { object: 'contacts', mode: 'upsert' },
    'Contacts.csv',
  )
  assert.deepEqual(
    again.counts,
    { rows_read: contacts.length, created: 0, updated: 0, skipped: kept.length, rejected: orphans.length },
    'the same file again changes nothing',
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deriveContact } from '#capabilities/customers/server/normalise-contact.ts'
import type { ContactKind } from '#capabilities/customers/contract.ts'
import { asOf, demonstrate, testApp, type Demonstration } from './testing/demonstrate.ts'

const count = 600
const app = await testApp()
const other = await demonstrate(app, { seed: 8, name: 'Une autre', customers: 200 })
/** A table of an organization, in few words: how many rows, and a figure that changes with any of them. */
const digest = (table: string) =>
  `select count(*)::int as rows, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${table} t where organization_id = $1`
/** Every tenant table that a demonstration fills, without what differs from one day to the next. */
const tables = async (): Promise<string[]> =>
  (
    await other.rows<{ name: string }>(
      `select c.table_name as name from information_schema.columns c join pg_class k on k.relname = c.table_name and k.relkind = 'r' and k.relnamespace = 'public'::regnamespace
       where c.table_schema = 'public' and c.column_name = 'organization_id' and c.table_name not in ('organization_directory', 'sign_in', 'api_key', 'audit_entry', 'audit_detail', 'audit_chain', 'app_user', 'event_outbox', 'session') order by 1`,
    )
  ).map(({ name }) => name)

const digests = async (of: Demonstration): Promise<Record<string, unknown>> => {
  const found: Record<string, unknown> = {}
  for (const table of await tables()) found[table] = await of.rows(digest(table))
  return found
}
const otherBefore = await digests(other)
const one = await demonstrate(app, { seed: 7, name: 'Démonstration', customers: count })
const again = await demonstrate(await testApp(), { seed: 7, name: 'Démonstration', customers: count })

test('the same seed, name and day give the same rows to the last identifier, another seed gives others', async () => {
  assert.deepEqual(await digests(again), await digests(one))
  const people = `select name, mobile, birth_date from contact where organization_id = $1 order by code limit 50`
  assert.notDeepEqual(await other.rows(people), await one.rows(people))
})

test('what another organization has is not touched', async () => {
  assert.deepEqual(await digests(other), otherBefore)
})

test('everything happened before the day asked for, and to customers who were there', async () => {
  const late = await one.figure(`select (select count(*) from contact where organization_id = $1 and created_at >= '${asOf}')
    + (select count(*) from activity where organization_id = $1 and occurred_at >= '${asOf}')
    + (select count(*) from policy where organization_id = $1 and created_at >= '${asOf}')
    + (select count(*) from policy_amendment where organization_id = $1 and made_at >= '${asOf}')
    + (select count(*) from receivable where organization_id = $1 and (created_at >= '${asOf}' or issued_on >= '${asOf}'))
    + (select count(*) from payment where organization_id = $1 and (created_at >= '${asOf}' or paid_on >= '${asOf}'))
    + (select count(*) from dunning_step where organization_id = $1 and (created_at >= '${asOf}' or done_on >= '${asOf}'))
    + (select count(*) from consent_statement where organization_id = $1 and recorded_at >= '${asOf}')`)
  assert.equal(late, 0)
  const early =
    await one.figure(`select (select count(*) from activity a join contact c on c.organization_id = a.organization_id and c.id = a.subject_id where c.organization_id = $1 and a.occurred_at < c.created_at)
    + (select count(*) from policy p join contact c on c.organization_id = p.organization_id and c.id = p.contact_id where c.organization_id = $1 and (p.created_at < c.created_at or p.subscribed_on < c.registered_on))`)
  assert.equal(early, 0)
})

test('every customer is found as if they had been typed', async () => {
  const contacts = await one.rows<{
    kind: ContactKind
    last_name: string
    first_name: string
    company_name: string
    name: string
    name_folded: string
    name_key: string
  }>('select kind, last_name, first_name, company_name, name, name_folded, name_key from contact where organization_id = $1')
  assert.equal(contacts.length, count)
  for (const { name, name_folded, name_key, ...contact } of contacts)
    assert.deepEqual({ name, name_folded, name_key }, deriveContact(contact), name)
})

test('families share their name and address, companies employ people, and people said what may be sent to them', async () => {
  const [shares] = await one.rows<Record<string, number>>(`select
    (select count(*) from account where organization_id = $1 and kind = 'household')::int as households,
    (select count(*) from account where organization_id = $1 and kind = 'company')::int as companies,
    (select count(*) from account_member where organization_id = $1)::int as members,
    (select count(distinct subject_id) from consent_statement where organization_id = $1)::int as asked,
    (select count(distinct subject_id) from subject_tag where organization_id = $1)::int as tagged,
    (select count(*) from contact c where organization_id = $1 and account_id is not null and not exists
       (select 1 from account_member m where m.organization_id = c.organization_id and m.account_id = c.account_id and m.contact_id = c.id))::int as astray`)
  const share = (name: string) => (shares?.[name] ?? 0) / count
  assert.ok(share('households') > 0.03 && share('households') < 0.12, `${shares?.['households']} households`)
  assert.ok(share('companies') > 0 && share('companies') < 0.05, `${shares?.['companies']} companies`)
  assert.ok(share('members') > 0.1 && share('members') < 0.4, `${shares?.['members']} members`)
  assert.ok(share('asked') > 0.3 && share('asked') < 0.55, `${shares?.['asked']} asked`)
  assert.ok(share('tagged') > 0.1 && share('tagged') < 0.3, `${shares?.['tagged']} tagged`)
  assert.equal(shares?.['astray'], 0)
  const mixed =
    await one.rows(`select a.name from account a join account_member m on m.organization_id = a.organization_id and m.account_id = a.id
    join contact c on c.organization_id = m.organization_id and c.id = m.contact_id
    where a.organization_id = $1 and a.kind = 'household' group by a.id, a.name having count(distinct c.address) > 1 or count(distinct c.agency_id) > 1
      or count(distinct c.last_name) filter (where m.role in ('head', 'child')) > 1`)
  assert.deepEqual(mixed, [])
})

/** The columns of every foreign key between tables of the program. */
const references = `select c.conname as name, c.conrelid::regclass::text as of, c.confrelid::regclass::text as to,
    array(select a.attname::text from unnest(c.conkey) with ordinality k(n, at) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.at) as mine,
    array(select a.attname::text from unnest(c.confkey) with ordinality k(n, at) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.at) as its
  from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace order by 1`

test('every reference leads somewhere, though none is asked of the database while it is filled', async () => {
  const keys = await one.rows<{ name: string; of: string; to: string; mine: string[]; its: string[] }>(references)
  assert.ok(keys.length > 20, `${keys.length} references`)
  for (const { name, of, to, mine, its } of keys) {
    const known = mine.map((column) => `a.${column} is not null`).join(' and ')
    const same = mine.map((column, at) => `b.${its[at]} = a.${column}`).join(' and ')
    assert.equal(
      await one.figure(`select count(*) from ${of} a where ${known} and not exists (select 1 from ${to} b where ${same})`),
      0,
      name,
    )
  }
})

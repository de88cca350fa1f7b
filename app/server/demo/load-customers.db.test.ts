import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { deriveContact } from '#capabilities/customers/server/normalise-contact.ts'
import type { ContactKind } from '#capabilities/customers/contract.ts'
import { testApp } from '../testing/test-app.ts'
import { loadCustomers } from './load-customers.ts'
import { loadNetwork } from './load-network.ts'

const app = await testApp()
const asOf = '2026-11-23'
const count = 600

/** A company with demonstration data, and rows of it. */
const demonstrate = async (seed: number) => {
  const { organizationId, administrator } = await app.organization(`Démonstration ${seed}`)
  const client = new pg.Client(app.database.owner as pg.ClientConfig)
  await client.connect()
  try {
    await client.query(`set timezone = 'UTC'`)
    const since = new Date('2020-11-14')
    const agencies = await loadNetwork({ client, organizationId, since, seed: `${organizationId}/${seed}`, now: since.toISOString() }, 40)
    const owners = agencies.slice(0, 3).map((agency, at) => ({ id: administrator.id, name: `Personne ${at}`, agencyId: agency.id }))
    await loadCustomers({ client, organizationId, seed, asOf, owners, agencies, say: () => undefined }, count)
  } finally {
    await client.end()
  }
  const rows = <T>(text: string): Promise<T[]> => app.rows<T>(text, [organizationId])
  return { rows }
}

const [one, again, other] = [await demonstrate(7), await demonstrate(7), await demonstrate(8)]

const people = `select code, name, birth_date, mobile, email, address, status, registered_on, created_at from contact where organization_id = $1 order by code`
const groups = `select a.code, a.name, m.role, c.code as member from account a join account_member m on m.organization_id = a.organization_id and m.account_id = a.id
  join contact c on c.organization_id = m.organization_id and c.id = m.contact_id where a.organization_id = $1 order by a.code, c.code`

test('the same seed and day give the same people and families, another seed gives others', async () => {
  const made = await one.rows(people)
  assert.equal(made.length, count)
  assert.deepEqual(await again.rows(people), made)
  assert.deepEqual(await again.rows(groups), await one.rows(groups))
  assert.notDeepEqual(await other.rows(people), made)
})

test('everything happened before the day asked for, and to customers who were there', async () => {
  const [late] = await one.rows<{ n: number }>(`select (select count(*) from contact where organization_id = $1 and created_at >= '${asOf}')
    + (select count(*) from activity where organization_id = $1 and occurred_at >= '${asOf}')
    + (select count(*) from consent_statement where organization_id = $1 and recorded_at >= '${asOf}') as n`)
  assert.equal(Number(late?.n), 0)
  const [early] = await one.rows<{
    n: number
  }>(`select count(*) as n from activity a join contact c on c.organization_id = a.organization_id and c.id = a.subject_id
    where c.organization_id = $1 and a.occurred_at < c.created_at`)
  assert.equal(Number(early?.n), 0)
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

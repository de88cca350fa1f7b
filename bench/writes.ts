import type { Line } from './line.ts'
import { callApi, measure } from './load.ts'
import type { MeasuredServer } from './server.ts'
import { newId } from '#kernel/shared/ids.ts'

const seconds = 6

/** B2: a contact with duplicate check, journal and events, beside raw inserts of the same rows in one transaction. */
export const measureWrites = async ({ url, pool }: MeasuredServer, key: string): Promise<Line[]> => {
  const found = await pool.query<{ organization_id: string; agency_id: string }>(
    'select c.organization_id, c.agency_id from contact c limit 1',
  )
  const org = found.rows[0]?.organization_id
  const agency = found.rows[0]?.agency_id
  const run = Date.now() % 100_000_000
  const raw = await measure(seconds, async (turn) => {
    const client = await pool.connect()
    try {
      const id = newId()
      await client.query('begin')
      await client.query({
        name: 'raw subject',
        text: `insert into subject (organization_id, id, kind, title, subtitle, agency_id, search_text, created_at, updated_at) values ($1, $2, 'contact', $3, $4, $5, $6, now(), now())`,
        values: [org, id, 'Mesure Brute', `R${run}-${turn}`, agency, `mesure brute ${turn}`],
      })
      await client.query({
        name: 'raw contact',
        text: `insert into contact (organization_id, id, code, kind, name, name_folded, name_key, last_name, first_name, mobile, agency_id, registered_on, created_at, updated_at) values ($1, $2, $3, 'individual', 'Mesure Brute', 'mesure brute', 'MSR BRT', 'Mesure', 'Brute', $4, $5, current_date, now(), now())`,
        values: [org, id, `R${run}-${turn}`, `+2135${String(run + turn).padStart(8, '0')}`, agency],
      })
      await client.query({
        name: 'raw audit',
        text: `insert into audit_entry (organization_id, id, occurred_at, actor_kind, actor_name, operation, request_id) values ($1, $2, now(), 'system', 'mesure', 'bench.raw', $3)`,
        values: [org, newId(), id],
      })
      await client.query('commit')
    } finally {
      client.release()
    }
  })
  const ours = await measure(seconds, async (turn) => {
    await callApi(`${url}/api/v1/contacts`, key, 'POST', {
      kind: 'individual',
      last_name: `Mesure${String.fromCharCode(97 + (turn % 26))}`,
      first_name: `Voie ${turn}`,
      mobile: `+2136${String((run * 7 + turn) % 100_000_000).padStart(8, '0')}`,
      birth_date: '1984-05-06',
    })
  })
  // What was written only to measure goes again.
  await pool.query(
    `delete from contact where organization_id = $1 and (name_folded = 'mesure brute' or name_folded like 'mesure_ voie%' or last_name like 'Mesure_')`,
    [org],
  )
  await pool.query(
    `delete from subject where organization_id = $1 and kind = 'contact' and not exists (select 1 from contact c where c.organization_id = subject.organization_id and c.id = subject.id)`,
    [org],
  )
  return [
    {
      code: 'B2',
      what: 'create a contact: duplicate check, journal, events',
      ...ours,
      rawPerSecond: raw.perSecond,
      ratio: ours.perSecond / raw.perSecond,
    },
  ]
}

import type { Line } from './line.ts'
import { callApi, measure } from './load.ts'
import type { MeasuredServer } from './server.ts'

const seconds = 5
const columns = `c.id, c.code, c.kind, c.name, c.email, c.mobile, c.phone, c.last_name, c.first_name, c.company_name, c.birth_date, c.address, c.wilaya, c.commune, c.postcode, c.language,
  c.status, c.agency_id, a.number, a.name as agency_name, c.owner_id, o.name as owner_name, c.account_id, c.profession, c.sector, c.source, c.external_id, c.registered_on, c.valid_until, c.created_at, c.updated_at, c.version, g.name as account_name,
  coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.folded) from subject_tag m join tag t on t.organization_id = m.organization_id and t.id = m.tag_id where m.organization_id = c.organization_id and m.subject_id = c.id), '[]') as tags`
const from = `contact c join agency a on a.organization_id = c.organization_id and a.id = c.agency_id left join app_user o on o.organization_id = c.organization_id and o.id = c.owner_id left join account g on g.organization_id = c.organization_id and g.id = c.account_id and g.deleted_at is null`

interface Read {
  readonly what: string
  readonly path: string
  /** The same rows by raw prepared SQL. */
  readonly raw: { readonly name: string; readonly text: string; readonly values: readonly unknown[] }
}

/** B1: lists, searches and a page, ten connections, each beside its raw SQL. */
export const measureReads = async ({ url, pool }: MeasuredServer, key: string): Promise<Line[]> => {
  const lines: Line[] = []
  for (const read of await readsOf(pool)) {
    const raw = await measure(seconds, async () => {
      const { rows } = await pool.query({ name: read.raw.name, text: read.raw.text, values: [...read.raw.values] })
      JSON.stringify(rows)
    })
    const ours = await measure(seconds, async () => void (await callApi(`${url}/api/v1${read.path}`, key)))
    lines.push({ code: 'B1', what: read.what, ...ours, rawPerSecond: raw.perSecond, ratio: ours.perSecond / raw.perSecond })
    console.log(`  ${read.what}: ${Math.round(ours.perSecond)}/s, p95 ${ours.p95.toFixed(1)} ms (raw ${Math.round(raw.perSecond)}/s)`)
  }
  return lines
}

const readsOf = async (pool: MeasuredServer['pool']): Promise<Read[]> => {
  const largest = await pool.query<{ organization_id: string }>(
    'select organization_id from organization_directory d order by (select count(*) from agency a where a.organization_id = d.organization_id) desc limit 1',
  )
  const org = largest.rows[0]?.organization_id ?? ''
  const some = await pool.query<{ id: string; agency_id: string; wilaya: string; mobile: string; code: string }>(
    'select id, agency_id, wilaya, mobile, code from contact where organization_id = $1 order by created_at desc offset 500 limit 1',
    [org],
  )
  const one = some.rows[0]
  if (!one) throw new Error('no customers to read')
  const deep = await pool.query<{ id: string; created_at: string }>(
    `select id, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created_at from contact where organization_id = $1 and deleted_at is null order by created_at desc, id desc offset (select least(100000, count(*) / 2) from contact where organization_id = $1) limit 1`,
    [org],
  )
  const at = deep.rows[0]
  const cursor = Buffer.from(JSON.stringify(['-created_at', at?.created_at, at?.id])).toString('base64url')
  const filter = (value: object) => encodeURIComponent(JSON.stringify(value))
  const found = await pool.query<{ number: string; plate: string }>(
    `select p.number, o.plate from policy p join insured_object o on o.organization_id = p.organization_id and o.policy_id = p.id
     where p.organization_id = $1 and o.plate is not null and p.created_at <= (select created_at from policy where organization_id = $1 order by created_at desc offset 500 limit 1) order by p.created_at desc limit 1`,
    [org],
  )
  const policy = found.rows[0]
  if (!policy) throw new Error('no policies to find')
  const page = `where c.organization_id = $1 and c.deleted_at is null`
  const newest = `order by c.created_at desc, c.id desc limit 51`
  const [codeAgency = '', codeNumber = ''] = one.code.split('-')
  const digits = one.mobile.slice(4)
  /** The subjects that hold these words, by the index of words. */
  const subjects = (name: string, words: string[]): Read['raw'] => ({
    name,
    text: `select s.id, s.kind, s.title, s.subtitle from subject s where s.organization_id = $1 and s.deleted_at is null and app_words(s.organization_id, s.search_text) @@ $2::tsquery limit 200`,
    values: [org, words.map((word) => `'${org.slice(-6)}${word}'`).join(' & ')],
  })
  return [
    {
      what: 'list, first page of 50',
      path: '/contacts',
      raw: { name: 'first', text: `select ${columns} from ${from} ${page} ${newest}`, values: [org] },
    },
    {
      what: 'list filtered by agency, wilaya and age',
      path: `/contacts?filter=${filter({ agency_id: one.agency_id, wilaya: one.wilaya, birth_date: { lte: '1990-01-01' } })}`,
      raw: {
        name: 'filtered',
        text: `select ${columns} from ${from} ${page} and c.agency_id = $2 and c.wilaya = $3 and c.birth_date <= $4 ${newest}`,
        values: [org, one.agency_id, one.wilaya, '1990-01-01'],
      },
    },
    {
      what: 'list, a page 100,000 rows deep',
      path: `/contacts?cursor=${cursor}&total=none`,
      raw: {
        name: 'deep',
        text: `select ${columns} from ${from} ${page} and (c.created_at, c.id) < ($2, $3) ${newest}`,
        values: [org, at?.created_at, at?.id],
      },
    },
    {
      what: 'list, name contains',
      path: `/contacts?filter=${filter({ name: { contains: 'zerrouki yacine' } })}&total=none`,
      raw: {
        name: 'contains',
        text: `select ${columns} from ${from} ${page} and c.name_folded like $2 ${newest}`,
        values: [org, '%zerrouki yacine%'],
      },
    },
    { what: 'search by two accentless name parts', path: '/search?q=guerroudj%20leila', raw: subjects('names', ['guerroudj', 'leila']) },
    {
      what: 'search by a phone in another format',
      path: `/search?q=${encodeURIComponent(`0${digits}`.replace(/(..)/g, '$1 '))}`,
      raw: subjects('phone', [digits]),
    },
    { what: 'search by client code', path: `/search?q=${one.code}`, raw: subjects('code', [codeAgency, codeNumber]) },
    { what: 'search by policy number', path: `/search?q=${policy.number}`, raw: subjects('number', [policy.number]) },
    { what: 'search by plate', path: `/search?q=${policy.plate}`, raw: subjects('plate', [policy.plate.replaceAll('-', '')]) },
    { what: 'search with a typing error', path: '/search?q=guerrouj%20wassila', raw: subjects('mended', ['guerroudj', 'wassila']) },
    { what: 'search while typing', path: '/search?q=guerroudj%20lei', raw: subjects('typed', ['guerroudj', 'leila']) },
    {
      what: 'one contact with its names and tags',
      path: `/contacts/${one.id}`,
      raw: {
        name: 'one',
        text: `select c.*, a.number, a.name as agency_name, o.name as owner_name, g.name as account_name, m.name as created_by_name,
          array(select f.agency_id from subject_agency f where f.organization_id = c.organization_id and f.subject_id = c.id) as further,
          coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.folded) from subject_tag x join tag t on t.organization_id = x.organization_id and t.id = x.tag_id where x.organization_id = c.organization_id and x.subject_id = c.id), '[]') as tags
          from ${from} left join app_user m on m.organization_id = c.organization_id and m.id = c.created_by where c.organization_id = $1 and c.id = $2`,
        values: [org, one.id],
      },
    },
  ]
}

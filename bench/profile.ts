import type { Line } from './line.ts'
import { callApi, measure } from './load.ts'
import type { MeasuredServer } from './server.ts'

const seconds = 5

/** The rows that a profile shows, each part by one prepared query: contact, policies, claims, bills, payments, timeline, reminders, notifications, documents, groups. */
const parts: readonly (readonly [name: string, text: string])[] = [
  [
    'contact',
    `select c.*, a.number, a.name as agency_name, o.name as owner_name from contact c join agency a on a.organization_id = c.organization_id and a.id = c.agency_id left join app_user o on o.organization_id = c.organization_id and o.id = c.owner_id where c.organization_id = $1 and c.id = $2`,
  ],
  [
    'policies',
    `select p.id, p.number, p.status, p.formula_name, p.insured_label, p.contract_type, p.effective_date, p.expiry_date, p.end_date, p.end_reason, p.net_premium_centimes, p.total_premium_centimes, p.agency_id, r.code, r.name, r.branch, r.object_kind, a.name as agency_name,
       (select count(*) from insured_object i where i.organization_id = p.organization_id and i.policy_id = p.id) as objects,
       (select s.from_date from policy_suspension s where s.organization_id = p.organization_id and s.policy_id = p.id and s.until_date is null limit 1) as suspended_from,
       (select t.noticed_on from policy_term t where t.organization_id = p.organization_id and t.policy_id = p.id order by t.number desc limit 1) as noticed_on
     from policy p join product r on r.organization_id = p.organization_id and r.id = p.product_id join agency a on a.organization_id = p.organization_id and a.id = p.agency_id
     where p.organization_id = $1 and p.contact_id = $2 and p.deleted_at is null order by p.expiry_date desc, p.id desc limit 500`,
  ],
  [
    'claims',
    `select c.*, p.number as policy_number from claim c join policy p on p.organization_id = c.organization_id and p.id = c.policy_id where c.organization_id = $1 and c.contact_id = $2 and c.deleted_at is null order by c.occurred_on desc, c.id desc limit 300`,
  ],
  [
    'bills',
    `select b.*, p.number as policy_number, r.name as product_name from receivable b left join policy p on p.organization_id = b.organization_id and p.id = b.policy_id left join product r on r.organization_id = p.organization_id and r.id = p.product_id
     where b.organization_id = $1 and b.contact_id = $2 and b.deleted_at is null order by (b.balance_centimes = 0), case when b.balance_centimes <> 0 then b.due_date end, b.due_date desc, b.id desc limit 60`,
  ],
  [
    'payments',
    `select y.*, (select json_agg(json_build_object('receivable_id', a.receivable_id, 'amount_centimes', a.amount_centimes)) from payment_allocation a where a.organization_id = y.organization_id and a.payment_id = y.id) as bills
     from payment y where y.organization_id = $1 and y.contact_id = $2 order by y.paid_on desc, y.id desc limit 40`,
  ],
  [
    'timeline',
    `select * from activity where organization_id = $1 and subject_id = $2 and deleted_at is null order by occurred_at desc, id desc limit 31`,
  ],
  ['reminders', `select * from reminder where organization_id = $1 and subject_id = $2 and deleted_at is null order by due_at limit 100`],
  [
    'notifications',
    `select * from notification where organization_id = $1 and subject_id = $2 order by created_at desc, id desc limit 100`,
  ],
  [
    'documents',
    `select * from document where organization_id = $1 and subject_id = $2 and deleted_at is null order by created_at desc, id desc limit 100`,
  ],
  [
    'groups',
    `select m.*, g.name, g.kind from account_member m join account g on g.organization_id = m.organization_id and g.id = m.account_id where m.organization_id = $1 and m.contact_id = $2`,
  ],
]

/** B1: the whole page of the customer with most policies, and of one as most are, beside the same rows by raw prepared SQL. */
export const measureProfiles = async ({ url, pool }: MeasuredServer, key: string): Promise<Line[]> => {
  const some = async (order: string) =>
    (
      await pool.query<{ organization_id: string; contact_id: string; policies: string }>(
        `select organization_id, contact_id, count(*) as policies from policy group by organization_id, contact_id order by ${order} limit 1`,
      )
    ).rows[0]
  const lines: Line[] = []
  for (const [what, one] of [
    ['profile of a customer with 40 policies and 500 interactions', await some('count(*) desc, contact_id')],
    ['profile of a customer with two policies', await some('abs(count(*) - 2), contact_id')],
  ] as const) {
    if (!one) throw new Error('no policies: the profile needs the data of npm run demo')
    const raw = await measure(seconds, async () => {
      const client = await pool.connect()
      try {
        const answers = []
        for (const [name, text] of parts)
          answers.push((await client.query({ name: `profile ${name}`, text, values: [one.organization_id, one.contact_id] })).rows)
        JSON.stringify(answers)
      } finally {
        client.release()
      }
    })
    const ours = await measure(seconds, async () => void (await callApi(`${url}/api/v1/contacts/${one.contact_id}/profile`, key)))
    lines.push({ code: 'B1', what, ...ours, rawPerSecond: raw.perSecond, ratio: ours.perSecond / raw.perSecond })
    console.log(`  ${what}: ${Math.round(ours.perSecond)}/s, p95 ${ours.p95.toFixed(1)} ms (raw ${Math.round(raw.perSecond)}/s)`)
  }
  return lines
}

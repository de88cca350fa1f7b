import { sql, type RawBuilder } from 'kysely'
import { bucketEnds } from '../../rules.ts'

type Sql = RawBuilder<unknown>

/** The organization's today; as a subquery it is asked once, not for each row. */
export const today = sql`(select app_today())`

const due = sql`r.due_date`
const waits = sql`r.status in ('issued', 'partial', 'unpaid')`

/** True while something is due on the bill `r` and its day has passed: the one rule of `statusOn` in SQL. */
export const isLate = sql`(r.balance_centimes > 0 and r.due_date < ${today})`

/** The status of the bill `r` today (`statusOn`). */
export const statusToday = sql`(case when ${waits} then case when r.amount_centimes > 0 and ${due} < ${today} then 'unpaid'
  when r.paid_centimes = 0 then 'issued' else 'partial' end else r.status end)`

/** Days since the bill `r` fell due, null once nothing is due on it. */
export const daysLate = sql`(case when r.balance_centimes <> 0 then ${today} - ${due} end)`

/** The age of what is due on the bill `r` (`bucketOn`), null once nothing is and for refunds. */
export const bucketToday = sql`(case when r.balance_centimes <= 0 then null when ${due} > ${today} then 'not_due' ${sql.raw(
  bucketEnds.map(([bucket, end]) => `when r.due_date >= (select app_today()) - ${String(end)} then '${bucket}'`).join(' '),
)} else 'd365_more' end)`

/** The state of the promise `pp` today (`promiseStateOn`). */
export const promiseStateToday = sql`(case when pp.state = 'cancelled' then 'cancelled' when pp.kept_centimes >= pp.amount_centimes then 'kept'
  when ${today} <= pp.due_on then 'waiting' when pp.kept_centimes > 0 then 'part_kept' else 'broken' end)`

/** The latest promise on the bill `r` as an object, or null. */
export const latestPromise = sql`(select jsonb_build_object('id', pp.id, 'amount_centimes', pp.amount_centimes, 'due_on', pp.due_on, 'state', ${promiseStateToday})
  from payment_promise pp where pp.organization_id = r.organization_id and pp.receivable_id = r.id and pp.state <> 'cancelled'
  order by pp.created_at desc, pp.id desc limit 1)`

/** The open recovery of the bill `r` as an object, or null. */
export const openDunning = sql`(select jsonb_build_object('state', d.state, 'next_step', d.next_step, 'next_on', d.next_on)
  from dunning_case d where d.organization_id = r.organization_id and d.receivable_id = r.id and d.closed_on is null)`

/** What the policy of the bill `r` is called. */
export const policyJoin = sql`left join policy_card pc on pc.organization_id = r.organization_id and pc.id = r.policy_id
  left join product_card pd on pd.organization_id = pc.organization_id and pd.id = pc.product_id`

/** Columns of the bill `r` that every reader gets, with `policyJoin`. */
export const billColumns: Sql = sql`r.id, r.number, r.kind, r.contact_id, r.policy_id, pc.number as policy_number, pd.name as product_name, r.agency_id, r.owner_id,
  r.created_by, r.term_number, r.issued_on, r.due_date, r.period_from, r.period_until, r.amount_centimes, r.paid_centimes, r.balance_centimes, r.version,
  ${statusToday} as status, ${daysLate} as days_late, ${bucketToday} as bucket, ${latestPromise} as promise, ${openDunning} as dunning`

/** The bills that the payment `p` settles, as a list. */
export const paidBills = sql`coalesce((select jsonb_agg(jsonb_build_object('receivable_id', pa.receivable_id, 'number', pr.number, 'amount_centimes', pa.amount_centimes) order by pr.due_date, pr.id)
  from payment_allocation pa join receivable pr on pr.organization_id = pa.organization_id and pr.id = pa.receivable_id
  where pa.organization_id = p.organization_id and pa.payment_id = p.id), '[]'::jsonb)`

/** How much of the payment `p` settles bills. */
export const allocationToday = sql`(case when p.state <> 'recorded' then 'none' when p.available_centimes = 0 then 'full' when p.allocated_centimes = 0 then 'none' else 'part' end)`

/** Columns of the payment `p` that every reader gets. */
export const paymentColumns: Sql = sql`p.id, p.number, p.contact_id, p.agency_id, p.owner_id, p.paid_on, p.mode, p.reference, p.bank, p.amount_centimes, p.allocated_centimes,
  p.refunded_centimes, p.available_centimes, p.state, ${allocationToday} as allocation, ${paidBills} as bills, p.created_by, p.created_by_name, p.created_at, p.version`

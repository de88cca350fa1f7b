import { newId } from '#kernel/shared/ids.ts'
import type { Line } from './line.ts'
import { callApi, measure } from './load.ts'
import type { MeasuredServer } from './server.ts'

const seconds = 6
/** By which what was written only to measure is found again. */
const mark = 'MESURE'
/** One dinar at a time: no bill is ever settled by it, so every turn does the same. */
const amount = 100

interface Bill {
  readonly organization_id: string
  readonly id: string
  readonly contact_id: string
  readonly agency_id: string
  readonly paid_centimes: string
  readonly balance_centimes: string
  readonly status: string
  readonly version: number
}

/** B2: money of a customer received and allocated, with journal and events, beside the same rows by raw SQL in one transaction. */
export const measurePayments = async ({ url, pool }: MeasuredServer, key: string): Promise<Line[]> => {
  const { rows: bills } = await pool.query<Bill>(
    `select r.organization_id, r.id, r.contact_id, r.agency_id, r.paid_centimes, r.balance_centimes, r.status, r.version from receivable r
     where r.balance_centimes > 1000000 and r.status in ('unpaid', 'issued', 'partial') and r.deleted_at is null order by r.id limit 2000`,
  )
  const billAt = (turn: number): Bill => {
    const bill = bills[turn % bills.length]
    if (!bill) throw new Error('no bill is open: paying needs the data of npm run demo')
    return bill
  }
  try {
    const raw = await measure(seconds, async (turn) => {
      const bill = billAt(turn)
      const client = await pool.connect()
      try {
        const id = newId()
        await client.query('begin')
        await client.query({
          name: 'raw lock',
          text: `select * from receivable where organization_id = $1 and id = $2 for no key update`,
          values: [bill.organization_id, bill.id],
        })
        await client.query({
          name: 'raw payment',
          text: `insert into payment (organization_id, id, number, contact_id, agency_id, paid_on, mode, reference, amount_centimes, allocated_centimes, created_by_name, created_at, updated_at) values ($1, $2, $3, $4, $5, current_date, 'transfer', '${mark}', ${amount}, ${amount}, 'mesure', now(), now())`,
          values: [bill.organization_id, id, `${mark}-${id}`, bill.contact_id, bill.agency_id],
        })
        await client.query({
          name: 'raw share',
          text: `insert into payment_allocation (organization_id, payment_id, receivable_id, amount_centimes) values ($1, $2, $3, ${amount})`,
          values: [bill.organization_id, id, bill.id],
        })
        await client.query({
          name: 'raw bill',
          text: `update receivable set paid_centimes = paid_centimes + ${amount}, balance_centimes = balance_centimes - ${amount}, version = version + 1, updated_at = now() where organization_id = $1 and id = $2`,
          values: [bill.organization_id, bill.id],
        })
        await client.query({
          name: 'raw pay audit',
          text: `insert into audit_entry (organization_id, id, occurred_at, actor_kind, actor_name, operation, request_id) values ($1, $2, now(), 'system', 'mesure', 'bench.raw', $3)`,
          values: [bill.organization_id, newId(), id],
        })
        await client.query('commit')
      } finally {
        client.release()
      }
    })
    const ours = await measure(seconds, async (turn) => {
      const { id, contact_id, agency_id } = billAt(turn)
      await callApi(`${url}/api/v1/payments`, key, 'POST', {
        contact_id,
        agency_id,
        amount_centimes: amount,
        mode: 'transfer',
        reference: mark,
        allocations: [{ receivable_id: id, amount_centimes: amount }],
      })
    })
    return [
      {
        code: 'B2',
        what: 'pay a bill: allocation, balance, journal, events',
        ...ours,
        rawPerSecond: raw.perSecond,
        ratio: ours.perSecond / raw.perSecond,
      },
    ]
  } finally {
    await putBack(pool, bills)
  }
}

/** What was written only to measure goes again, and the bills are as they were. */
const putBack = async (pool: MeasuredServer['pool'], bills: readonly Bill[]): Promise<void> => {
  await pool.query(
    `delete from payment_allocation a using payment p where p.organization_id = a.organization_id and p.id = a.payment_id and p.reference = '${mark}' and p.mode = 'transfer'`,
  )
  await pool.query(`delete from payment where reference = '${mark}' and mode = 'transfer'`)
  await pool.query(
    `update receivable r set paid_centimes = b.paid_centimes, balance_centimes = b.balance_centimes, status = b.status, version = b.version
     from jsonb_to_recordset($1::jsonb) b(organization_id uuid, id uuid, paid_centimes bigint, balance_centimes bigint, status text, version int) where r.organization_id = b.organization_id and r.id = b.id`,
    [JSON.stringify(bills)],
  )
}

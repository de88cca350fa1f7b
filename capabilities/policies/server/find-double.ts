import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import type { Day } from '#kernel/shared/days.ts'
import type { DoubleInsurance } from '../rows.ts'
import { statusOn, type PolicyDates } from '../rules.ts'
import { todayOf } from './status-sql.ts'

/** A thing with the keys by which it is found again. */
export interface Sought {
  readonly plate_key: string | null
  readonly chassis: string | null
  readonly place_key: string | null
}

interface Stretch {
  readonly productId: string
  readonly from: Day
  readonly until: Day
  /** The policy that is being changed or looked at. */
  readonly except: string | null
}

type Found = Omit<NonNullable<DoubleInsurance['policy']>, 'status' | keyof PolicyDates> &
  PolicyDates & {
    object: number
    by: DoubleInsurance['by']
    agency_id: string
    owner_id: string | null
    created_by: string | null
  }

const mostFound = 20

/**
 * Other policies, anywhere in the organization, that insure these things over some of this time under a product of the same nature (branch,
 * compulsory or not). Out of reach they are announced without data. It is pointed out and never forbidden (art. 33 of ord. 95-07).
 */
export const findDoubles = async (ctx: Context, things: readonly Sought[], stretch: Stretch): Promise<DoubleInsurance[]> => {
  const asked = things.map((thing, object) => ({ ...thing, object })).filter((thing) => thing.plate_key ?? thing.chassis ?? thing.place_key)
  if (asked.length === 0 || stretch.until <= stretch.from) return []
  const way = (by: string, column: 'plate_key' | 'chassis' | 'place_key') => sql`
    select a.object, ${by}::text as by, d.policy_id, d.label, d.until_date from asked a
    join insured_object d on d.organization_id = ${ctx.organizationId}::uuid and ${sql.ref(`d.${column}`)} = ${sql.ref(`a.${column}`)}`
  const { rows } = await sql<Found>`
    with asked as materialized (
      select * from unnest(${asked.map((one) => one.object)}::int[], ${asked.map((one) => one.plate_key)}::text[], ${asked.map((one) => one.chassis)}::text[], ${asked.map((one) => one.place_key)}::text[])
        as t(object, plate_key, chassis, place_key)
    ), found as (${way('plate', 'plate_key')} union all ${way('chassis', 'chassis')} union all ${way('place', 'place_key')})
    select distinct on (f.object, p.id) f.object, f.by, p.id, p.number, p.status, p.contract_type, p.effective_date, p.expiry_date, p.end_date, p.cover_awaits_payment, p.renewal_from,
      p.agency_id, p.owner_id, p.created_by, r.name as product_name, r.name_ar as product_name_ar, p.contact_id, c.name as contact_name, f.label as insured_label
    from found f
    join policy p on p.organization_id = ${ctx.organizationId}::uuid and p.id = f.policy_id and p.deleted_at is null
    join product_card r on r.organization_id = p.organization_id and r.id = p.product_id
    join product_card mine on mine.organization_id = p.organization_id and mine.id = ${stretch.productId}::uuid and mine.branch = r.branch and mine.compulsory = r.compulsory
    join contact_window c on c.organization_id = p.organization_id and c.id = p.contact_id
    where p.id is distinct from ${stretch.except}::uuid and p.status not in ('draft', 'cancelled', 'void', 'lapsed', 'expired')
      and p.effective_date < ${stretch.until}::date and least(p.expiry_date, p.end_date, f.until_date) > ${stretch.from}::date
    order by f.object, p.id, f.by desc limit ${mostFound}`.execute(ctx.db)
  const today = todayOf(ctx)
  const view = ctx.can('policy.view')
  return rows.map((row) => ({
    object: row.object,
    by: row.by,
    policy: covers(ctx.actor, view, row)
      ? {
          id: row.id,
          number: row.number,
          status: statusOn(row, today),
          product_name: row.product_name,
          product_name_ar: row.product_name_ar,
          contact_id: row.contact_id,
          contact_name: row.contact_name,
          insured_label: row.insured_label,
          effective_date: row.effective_date,
          expiry_date: row.expiry_date,
        }
      : null,
  }))
}

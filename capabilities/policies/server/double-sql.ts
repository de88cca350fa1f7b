import { sql, type RawBuilder } from 'kysely'
import type { Day } from '#kernel/shared/days.ts'

/** Ended for good: what they insured is free. */
const over = sql`('draft', 'cancelled', 'void', 'lapsed', 'expired')`

/**
 * True where the thing in row `object` (of `insured_object`), insured today by `policy`, is insured by another policy too: the same plate,
 * chassis or place, under a product of the same nature (branch, and compulsory or not). Told, never forbidden (art. 33 of ord. 95-07).
 */
export const doublyInsured = (object: string, policy: string, day: Day): RawBuilder<boolean> => {
  const mine = (name: string) => sql.ref(`${object}.${name}`)
  const its = (name: string) => sql.ref(`${policy}.${name}`)
  const same = (key: string) => sql`exists (
    select from insured_object d
    join policy q on q.organization_id = d.organization_id and q.id = d.policy_id and q.deleted_at is null and q.status not in ${over} and q.id <> ${its('id')}
      and (q.end_date is null or q.end_date > ${day}::date) and q.expiry_date > ${day}::date and q.effective_date < ${its('expiry_date')}
    join product_card r on r.organization_id = q.organization_id and r.id = q.product_id
    join product_card mine on mine.organization_id = q.organization_id and mine.id = ${its('product_id')} and mine.branch = r.branch and mine.compulsory = r.compulsory
    where d.organization_id = ${mine('organization_id')} and ${sql.ref(`d.${key}`)} = ${mine(key)} and (d.until_date is null or d.until_date > ${day}::date))`
  return sql<boolean>`(${its('status')} not in ${over} and ${its('expiry_date')} > ${day}::date and (${its('end_date')} is null or ${its('end_date')} > ${day}::date)
    and (${mine('until_date')} is null or ${mine('until_date')} > ${day}::date)
    and ((${mine('plate_key')} is not null and ${same('plate_key')}) or (${mine('chassis')} is not null and ${same('chassis')}) or (${mine('place_key')} is not null and ${same('place_key')})))`
}

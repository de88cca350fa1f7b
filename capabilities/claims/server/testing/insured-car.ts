import type { Person, TestApp } from '#app/server/testing/test-app.ts'
import { customerOperations as customers } from '#capabilities/customers/contract.ts'
import { addDays, addYears, todayIn, type Day } from '#kernel/shared/days.ts'
import { newId } from '#kernel/shared/ids.ts'

/** The day of the tests, where the organizations of the tests are. */
export const today = todayIn('Africa/Algiers', new Date())
/** So many days ago. */
export const ago = (days: number): Day => addDays(today, -days)

/** A car under an all-risks policy, as a test needs it. */
export interface InsuredCar {
  readonly contactId: string
  readonly policyId: string
  readonly carId: string
}

export interface CarWish {
  readonly agencyId?: string
  readonly from?: Day
  readonly until?: Day
  readonly guarantees?: readonly string[]
  readonly suspended?: { readonly from: Day; readonly until: Day | null }
}

let made = 0

/** A customer with a car insured since half a year, written straight into the tables: terms in the past and suspensions need no waiting. */
export const insureCar = async (app: TestApp, by: Person, wish: CarWish = {}): Promise<InsuredCar> => {
  made += 1
  const agencyId = wish.agencyId ?? by.agencyId
  const contact = await by.ok(customers.createContact, {
    kind: 'individual',
    last_name: `Benali ${String(made)}`,
    first_name: 'Amina',
    mobile: '0555010203',
    agency_id: agencyId,
    accept_duplicate: true,
  })
  const [policyId, carId] = [newId(), newId()]
  const from = wish.from ?? ago(180)
  const until = wish.until ?? addYears(from, 1)
  const number = `16001261100${String(made).padStart(4, '0')}`
  const organization = by.organizationId
  const [product] = await app.rows<{ id: string }>(`select id from product where organization_id = $1 and code = 'AUTO_PART'`, [
    organization,
  ])
  await app.rows(
    `insert into subject (organization_id, id, kind, title, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     values ($1, $2, 'policy', $3, $4, $5, $5, $3, now(), now())`,
    [organization, policyId, number, agencyId, by.id],
  )
  await app.rows(
    `insert into policy (organization_id, id, number, contact_id, product_id, agency_id, owner_id, status, status_since, contract_type, duration_code, periodicity,
       subscribed_on, effective_date, expiry_date, insured_label, net_premium_centimes, total_premium_centimes, created_by, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'in_force', $8, 'firm', '12m', 'annual', $8, $8, $9, 'Renault Clio 4, 12345-116-16', 4800000, 5900000, $7, now(), now())`,
    [organization, policyId, number, contact.id, product?.id, agencyId, by.id, from, until],
  )
  await app.rows(
    `insert into policy_term (organization_id, policy_id, number, effective_date, expiry_date, net_premium_centimes, total_premium_centimes) values ($1, $2, 1, $3, $4, 4800000, 5900000)`,
    [organization, policyId, from, until],
  )
  await app.rows(
    `insert into insured_object (organization_id, id, policy_id, kind, label, plate, plate_key, value_centimes, from_date, created_at, updated_at)
     values ($1, $2, $3, 'vehicle', 'Renault Clio 4, 12345-116-16', '12345-116-16', '1234511616', 200000000, $4, now(), now())`,
    [organization, carId, policyId, from],
  )
  for (const code of wish.guarantees ?? ['RC', 'DR', 'DASC', 'VIV', 'BDG'])
    await app.rows(
      `insert into policy_guarantee (organization_id, policy_id, code, deductible_centimes, deductible_rate) values ($1, $2, $3, $4, $5)`,
      [organization, policyId, code, code === 'DASC' ? 300000 : null, code === 'DASC' ? 500 : null],
    )
  if (wish.suspended)
    await app.rows(
      `insert into policy_suspension (organization_id, id, policy_id, from_date, until_date, reason, created_at) values ($1, $2, $3, $4, $5, 'non_payment', now())`,
      [organization, newId(), policyId, wish.suspended.from, wish.suspended.until],
    )
  return { contactId: contact.id, policyId, carId }
}

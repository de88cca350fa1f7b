import { policyOperations, type Policy } from '#capabilities/policies/contract.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import type { Person } from './person.ts'

let counted = 0

/** A customer's car, insured against all risks since half a year, under a number of its own. */
export const insureCar = async (by: Person, contactId: string, agencyId: string): Promise<Policy> => {
  counted += 1
  const { data } = await by.call(productOperations.listProducts, { filter: JSON.stringify({ code: 'AUTO_PART' }) })
  return by.call(policyOperations.createPolicy, {
    contact_id: contactId,
    product_id: data[0]?.id ?? '',
    agency_id: agencyId,
    effective_date: addDays(todayIn('Africa/Algiers', new Date()), -180),
    duration_code: '12m',
    existing_number: `1600126110${String(50_000 + counted)}`,
    guarantees: ['RC', 'DR', 'DASC', 'VIV', 'BDG'].map((code) => ({ code })),
    objects: [
      {
        kind: 'vehicle',
        plate: `${String(20_000 + counted)}-116-16`,
        wilaya: '16',
        value_centimes: 2_000_000_00,
        details: { make: 'Renault', model: 'Clio 4', category: '00', usage: '00', power: 6 },
      },
    ],
  })
}

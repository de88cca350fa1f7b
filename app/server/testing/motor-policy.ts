import type { InputOf } from '#kernel/shared/contract.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import type { Person } from './test-app.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { policyOperations, type Policy } from '#capabilities/policies/contract.ts'

/** The day it is where the tests' organizations are. */
export const today = (): string => todayIn('Africa/Algiers', new Date())
export const inDays = (count: number): string => addDays(today(), count)

const known = new Map<string, string>()

/** A product of the usual catalogue, by its code. */
export const productOfCode = async (person: Person, code: string): Promise<string> => {
  const key = `${person.organizationId} ${code}`
  const before = known.get(key)
  if (before !== undefined) return before
  const { data } = await person.ok(productOperations.listProducts, { filter: JSON.stringify({ code }) })
  const id = data[0]?.id
  if (id === undefined) throw new Error(`no product ${code}`)
  known.set(key, id)
  return id
}

export type NewPolicyInput = InputOf<typeof policyOperations.createPolicy>

let counted = 0
/** A plate that no other policy of the tests bears. */
export const nextPlate = (): string => {
  counted += 1
  return `${String(10_000 + counted)}-116-16`
}

/** What a car insured for its liability for a year from tomorrow is asked with; what is given replaces it. */
export const motorInput = async (person: Person, contactId: string, over: Partial<NewPolicyInput> = {}): Promise<NewPolicyInput> => ({
  contact_id: contactId,
  product_id: await productOfCode(person, 'AUTO_PART'),
  effective_date: inDays(1),
  duration_code: '12m',
  guarantees: [{ code: 'RC' }, { code: 'DR' }],
  objects: [
    {
      kind: 'vehicle',
      plate: nextPlate(),
      wilaya: '16',
      value_centimes: 2_000_000_00,
      details: { make: 'Renault', model: 'Clio 4', category: '00', usage: '00', power: 6 },
    },
  ],
  ...over,
})

/** Such a policy, issued. `cover_agreed` lets it cover at once; `existing_number` lets it have begun in the past, unbilled. */
export const issueMotor = async (person: Person, contactId: string, over: Partial<NewPolicyInput> = {}): Promise<Policy> =>
  person.ok(policyOperations.createPolicy, await motorInput(person, contactId, over))

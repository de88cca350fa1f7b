import type { Context } from '#kernel/server/context.ts'
import { Problem, type Sentence } from '#kernel/shared/problem.ts'
import type { Day } from '#kernel/shared/days.ts'
import type { Product } from '#capabilities/products/contract.ts'
import { checkObject } from '../check-object.ts'
import type { GuaranteeInput, ObjectInput, PartyInput } from '../fields.ts'
import { readObject, type ReadObject } from '../insured-objects.ts'

export interface Refusal {
  readonly path: string
  readonly code: string
  readonly sentence: Sentence
}

/** What is asked of a contract before it is issued (art. 7 of ord. 95-07: what is insured, from when, for how long, for how much). */
export interface CheckedContract {
  readonly formula_id: string | null
  readonly guarantees: readonly GuaranteeInput[]
  readonly objects: readonly ObjectInput[]
  readonly duration_code: string
}

const refusal = (path: string, code: string, sentence: Sentence): Refusal => ({ path, code, sentence })

/** The things with their details read; refuses what is of another kind than the product insures, and what can't be right. */
export const readObjects = (
  product: Pick<Product, 'object_kind'>,
  objects: readonly ObjectInput[],
  today: Day,
  path = 'objects',
): { read: ReadObject[]; refusals: Refusal[] } => {
  const read: ReadObject[] = []
  const refusals: Refusal[] = []
  for (const [at, object] of objects.entries()) {
    const one = object.kind === product.object_kind ? readObject(object) : null
    if (one === null) {
      refusals.push(
        refusal(
          `${path}.${at}`,
          'object.other_kind',
          /*i18n*/ { id: 'object.other_kind', message: 'Ce produit n’assure pas ce genre de chose.' },
        ),
      )
      continue
    }
    read.push(one)
    for (const remark of checkObject(one, Number(today.slice(0, 4))))
      if (remark.severity === 'error') refusals.push(refusal(`${path}.${at}.${remark.path}`, remark.code, remark.sentence))
  }
  return { read, refusals }
}

/** Whether the guarantees fit the product and its formula: those compulsory are there, none comes from elsewhere. */
export const guaranteeRefusals = (product: Product, formulaId: string | null, guarantees: readonly GuaranteeInput[]): Refusal[] => {
  const refusals: Refusal[] = []
  const formula = formulaId === null ? null : (product.formulas.find(({ id }) => id === formulaId) ?? undefined)
  if (formula === undefined)
    return [
      refusal(
        'formula_id',
        'policy.unknown_formula',
        /*i18n*/ { id: 'policy.unknown_formula', message: 'Cette formule n’est pas de ce produit.' },
      ),
    ]
  const held = new Set(guarantees.map(({ code }) => code))
  if (held.size !== guarantees.length)
    refusals.push(
      refusal('guarantees', 'policy.guarantee_twice', /*i18n*/ { id: 'policy.guarantee_twice', message: 'Une garantie figure deux fois.' }),
    )
  const offered = formula ? new Set([...formula.guarantees, ...formula.options]) : null
  for (const [at, { code }] of guarantees.entries()) {
    const known = product.guarantees.find((guarantee) => guarantee.code === code)
    if (!known || offered?.has(code) === false)
      refusals.push(
        refusal(
          `guarantees.${at}.code`,
          'policy.unknown_guarantee',
          /*i18n*/ { id: 'policy.unknown_guarantee', message: 'La garantie {code} n’est pas offerte ici.', values: { code } },
        ),
      )
  }
  const owed = new Set([
    ...product.guarantees.filter(({ compulsory }) => compulsory).map(({ code }) => code),
    ...(formula?.guarantees ?? []),
  ])
  for (const code of owed)
    if (!held.has(code)) {
      const name = product.guarantees.find((guarantee) => guarantee.code === code)?.name ?? code
      refusals.push(
        refusal(
          'guarantees',
          'policy.guarantee_owed',
          /*i18n*/ { id: 'policy.guarantee_owed', message: 'La garantie {name} ne peut pas manquer.', values: { name } },
        ),
      )
    }
  if (guarantees.length === 0)
    refusals.push(
      refusal('guarantees', 'policy.no_guarantee', /*i18n*/ { id: 'policy.no_guarantee', message: 'Choisissez au moins une garantie.' }),
    )
  return refusals
}

/** People on a contract: a customer named by identifier exists; a driver was of age, and licensed once born. */
export const partyRefusals = async (ctx: Context, parties: readonly PartyInput[], today: Day): Promise<Refusal[]> => {
  const refusals: Refusal[] = []
  const known = parties.flatMap(({ contact_id }) => (contact_id === null ? [] : [contact_id]))
  const found =
    known.length === 0
      ? []
      : await ctx.db
          .selectFrom('contact')
          .select('id')
          .where('organization_id', '=', ctx.organizationId)
          .where('id', 'in', known)
          .where('deleted_at', 'is', null)
          .execute()
  const ids = new Set(found.map(({ id }) => id))
  for (const [at, party] of parties.entries()) {
    if (party.contact_id !== null && !ids.has(party.contact_id))
      refusals.push(
        refusal(`parties.${at}.contact_id`, 'party.unknown', /*i18n*/ { id: 'party.unknown', message: 'Ce client n’existe pas.' }),
      )
    if (party.birth_date !== null && party.birth_date > today)
      refusals.push(
        refusal(
          `parties.${at}.birth_date`,
          'party.unborn',
          /*i18n*/ { id: 'party.unborn', message: 'La date de naissance est dans l’avenir.' },
        ),
      )
    if (party.licence_date !== null && (party.licence_date > today || (party.birth_date !== null && party.licence_date < party.birth_date)))
      refusals.push(
        refusal(
          `parties.${at}.licence_date`,
          'party.licence_date',
          /*i18n*/ { id: 'party.licence_date', message: 'La date du permis n’est pas possible.' },
        ),
      )
  }
  return refusals
}

/** All that keeps a contract from being issued, named field by field; nothing where it may be. */
export const contractRefusals = (product: Product, contract: CheckedContract, today: Day): { read: ReadObject[]; refusals: Refusal[] } => {
  const { read, refusals } = readObjects(product, contract.objects, today)
  if (product.object_kind !== 'none' && contract.objects.length === 0)
    refusals.push(
      refusal('objects', 'policy.nothing_insured', /*i18n*/ { id: 'policy.nothing_insured', message: 'Indiquez ce qui est assuré.' }),
    )
  refusals.push(...guaranteeRefusals(product, contract.formula_id, contract.guarantees))
  if (!product.durations.includes(contract.duration_code))
    refusals.push(
      refusal(
        'duration_code',
        'policy.duration',
        /*i18n*/ { id: 'policy.duration', message: 'Ce produit n’est pas proposé pour cette durée.' },
      ),
    )
  return { read, refusals }
}

/** Throws one 422 that names every refused field. */
export const refuseAll = (refusals: readonly Refusal[]): void => {
  if (refusals.length === 0) return
  throw new Problem(422, 'policy.invalid', /*i18n*/ { id: 'input.check_fields', message: 'Certaines valeurs sont à corriger.' }, refusals)
}

import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { lettersFor } from './letters.ts'
import { natureRules, natures, naturesOf } from './natures.ts'
import { papersOf } from './papers.ts'
import { usualReserve } from './reserves.ts'

test('every nature asks for at least one paper, and for none twice', () => {
  for (const nature of natures) {
    const codes = papersOf({ nature, injured: 3, deaths: 1 }).map((paper) => paper.code)
    ok(codes.length > 0, nature)
    equal(new Set(codes).size, codes.length, nature)
  }
})

test('an injury and a death ask for more', () => {
  const required = (injured: number, deaths: number) =>
    papersOf({ nature: 'collision_third_party', injured, deaths })
      .filter((paper) => paper.required)
      .map((paper) => paper.code)
  ok(!required(0, 0).includes('first_medical_certificate'))
  deepEqual(required(1, 0).slice(-2), ['police_report', 'first_medical_certificate'])
  deepEqual(required(1, 1).slice(-2), ['death_certificate', 'heirs_deed'])
})

test('a vehicle, a home and an unknown thing meet what can happen to them', () => {
  ok(naturesOf('vehicle').includes('theft'))
  ok(!naturesOf('vehicle').includes('home_fire'))
  ok(naturesOf('home').includes('water_damage'))
  ok(naturesOf('home').includes('other'))
  deepEqual(naturesOf(null), [...natures])
  for (const nature of natures) if (nature !== 'other') ok(natureRules[nature].guarantees.length > 0, nature)
})

const reserves = {
  by: { glass: 15_000_00, collision: 45_000_00, comprehensive: 90_000_00, bodily: 800_000_00, water: 60_000_00, other: 50_000_00 },
  theftRate: 90_00,
}
const opening: ReadonlyArray<readonly [string, Partial<Parameters<typeof usualReserve>[0]>, number]> = [
  ['glass', { nature: 'glass' }, 15_000_00],
  ['a collision under liability', { nature: 'collision_third_party', guarantees: ['RC'] }, 45_000_00],
  ['a collision under all risks', { nature: 'collision_third_party', guarantees: ['DASC'] }, 90_000_00],
  ['nine tenths of a stolen car', { nature: 'theft', value: 2_000_000_00 }, 1_800_000_00],
  ['a stolen car of unknown value', { nature: 'theft' }, 90_000_00],
  ['an injury', { nature: 'collision_third_party', injured: 1 }, 800_000_00],
  ['water', { nature: 'water_damage' }, 60_000_00],
  ['another', { nature: 'riot' }, 50_000_00],
]
for (const [what, change, amount] of opening)
  test(`the usual opening reserve: ${what}`, () =>
    equal(usualReserve({ nature: 'other', guarantees: [], injured: 0, value: null, ...change }, reserves), amount))

test('a letter is offered once the file holds what it speaks of', () => {
  const file = { status: 'declared', missingPapers: 0, expert_name: null, granted_centimes: null, rejection_reason: null } as const
  deepEqual(lettersFor(file), ['acknowledgement'])
  deepEqual(lettersFor({ ...file, status: 'draft' }), [])
  deepEqual(lettersFor({ ...file, missingPapers: 2, expert_name: 'K. Saadi', granted_centimes: 5 }), [
    'acknowledgement',
    'missing_papers',
    'expert_named',
    'settlement_ready',
  ])
  deepEqual(lettersFor({ ...file, status: 'rejected', rejection_reason: 'Hors garantie' }), ['acknowledgement', 'rejection'])
})

import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { computeIndemnity, deductibleOn, gridStep, partOf, type DeductibleGrid } from './indemnity.ts'

const motorGrid: DeductibleGrid = {
  with_third_party: [5_00, 10_00, 15_00, 20_00].map((percent) => ({ percent, minimum_centimes: 3_000_00 })),
  alone: [
    { percent: 15_00, minimum_centimes: 3_000_00 },
    { percent: 20_00, minimum_centimes: 3_000_00 },
    { percent: 25_00, minimum_centimes: 30_000_00 },
    { percent: 30_00, minimum_centimes: 45_000_00 },
  ],
}

const file = { evaluation: 100_000_00, wear: 0, deductible: 0, liabilityRate: null, part: 'whole', limit: null } as const

const cases: ReadonlyArray<readonly [string, Partial<Parameters<typeof computeIndemnity>[0]>, number, string]> = [
  ['the evaluation alone', {}, 100_000_00, 'evaluation indemnity'],
  ['wear and deductible', { wear: 20_000_00, deductible: 4_000_00 }, 76_000_00, 'evaluation wear deductible indemnity'],
  ['a deductible above the loss leaves nothing', { evaluation: 2_000_00, deductible: 3_000_00 }, 0, 'evaluation deductible indemnity'],
  ['own damage is paid whoever is liable', { liabilityRate: 100 }, 100_000_00, 'evaluation indemnity'],
  ['liability pays its share', { liabilityRate: 50, part: 'own_share' }, 50_000_00, 'evaluation liability indemnity'],
  ['no liability pays nothing', { liabilityRate: 0, part: 'own_share' }, 0, 'evaluation liability indemnity'],
  ['recourse pays the share of the other', { liabilityRate: 30, part: 'other_share' }, 70_000_00, 'evaluation liability indemnity'],
  [
    'the share is of what is left after the deductible',
    { wear: 10_000_00, deductible: 10_000_00, liabilityRate: 50, part: 'own_share' },
    40_000_00,
    'evaluation wear deductible liability indemnity',
  ],
  ['the limit of the guarantee', { limit: 30_000_00 }, 30_000_00, 'evaluation limit indemnity'],
  ['half a centime goes up', { evaluation: 3, liabilityRate: 50, part: 'own_share' }, 2, 'evaluation liability indemnity'],
]
for (const [what, change, indemnity, lines] of cases)
  test(`the indemnity: ${what}`, () => {
    const found = computeIndemnity({ ...file, ...change })
    equal(found.indemnity, indemnity)
    equal(found.lines.map((line) => line.code).join(' '), lines)
    const parts = found.lines.filter((line) => line.code !== 'indemnity').reduce((sum, line) => sum + line.amount_centimes, 0)
    equal(parts, indemnity)
  })

test('the grid takes more at each claim of the term, with its least amounts', () => {
  deepEqual(
    [1, 2, 3, 4, 7].map((rank) => deductibleOn(gridStep(motorGrid, true, rank), 100_000_00)),
    [5_000_00, 10_000_00, 15_000_00, 20_000_00, 20_000_00],
  )
  deepEqual(
    [1, 2, 3, 4].map((rank) => deductibleOn(gridStep(motorGrid, false, rank), 100_000_00)),
    [15_000_00, 20_000_00, 30_000_00, 45_000_00],
  )
  equal(deductibleOn(gridStep(motorGrid, true, 1), 20_000_00), 3_000_00)
})

test('what a guarantee answers for', () => {
  deepEqual(
    [['RC'], ['DR'], ['RC', 'DR'], ['DASC'], ['RC', 'DASC'], ['BDG'], []].map((codes) => partOf(codes)),
    ['own_share', 'other_share', 'other_share', 'whole', 'whole', 'whole', 'whole'],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parameterKinds } from './parameter-kinds.ts'
import { inForceOn, parameterCodes, parameterIn, parameters, type ParameterDefinition } from './parameters.ts'

test('the value in force is the last that began; of the same day, the later in order', () => {
  const values = [
    { from: '2020-01-01', value: 1 },
    { from: '2025-01-01', value: 2 },
    { from: '2025-01-01', value: 3 },
  ]
  for (const [day, expected] of [
    ['2019-12-31', undefined],
    ['2020-01-01', 1],
    ['2024-12-31', 1],
    ['2025-01-01', 3],
    ['2099-12-31', 3],
  ] as const)
    assert.equal(inForceOn(values, day)?.value, expected, day)
})

test('what the organization says counts from its day, what the law changes later counts after it', () => {
  const own = [{ from: '2016-01-01', value: 20_00 }]
  for (const [day, expected] of [
    ['2015-12-31', 17_00],
    ['2016-01-01', 20_00],
    ['2016-12-31', 20_00],
    ['2017-01-01', 19_00],
  ] as const)
    assert.equal(parameterIn('TVA', own, day), expected, day)
})

test('every value of the program is of its kind, the earliest first, and says where it comes from', () => {
  for (const code of parameterCodes) {
    const { kind, values } = parameters[code] as ParameterDefinition
    assert.ok(values.length > 0, code)
    for (const { value, basis } of values) {
      assert.deepEqual(parameterKinds[kind].parse(value), value, code)
      assert.notEqual(basis, '', code)
    }
    const days = values.map(({ from }) => from)
    assert.deepEqual(days, days.toSorted(), code)
  }
})

test('the delays of the law', () => {
  const expected: Readonly<Record<string, number>> = {
    DECL_STANDARD: 7,
    DECL_VOL: 3,
    DECL_GRELE: 4,
    DECL_BETAIL: 24,
    DECL_CATNAT: 30,
    MISSION_EXPERT: 7,
    REGLEMENT_AUTO: 21,
    REGLEMENT_IDA: 45,
    REGLEMENT_CATNAT: 90,
    PRESCRIPTION: 3,
    PREAVIS_ECHEANCE: 1,
    PAIEMENT_ECHEANCE: 15,
    MISE_EN_DEMEURE: 30,
    RESILIATION: 10,
  }
  for (const [code, value] of Object.entries(expected)) assert.equal(parameterIn(code as 'DECL_STANDARD', [], '2025-06-01'), value, code)
})

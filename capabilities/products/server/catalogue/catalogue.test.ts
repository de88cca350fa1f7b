import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newProduct, formulaFields, guaranteeFields } from '../../product-fields.ts'
import { isProductRate, rateShapeOf, suits } from '../../rates.ts'
import { catalogue } from '../seed-catalogue.ts'

const arabic = /^[\u0600-\u06FF\s\p{P}A-Z0-9]+$/u

test('every code of the catalogue stands once', () => {
  const codes = catalogue.map(({ code }) => code)
  assert.deepEqual(codes, [...new Set(codes)])
  assert.ok(codes.length >= 25)
})

for (const seed of catalogue)
  test(`${seed.code} is a product that an administrator could have entered`, () => {
    const { guarantees, formulas, rates, ...fields } = seed
    assert.ok(newProduct.safeParse({ ...fields, partner_name: null, active: true }).success)
    assert.match(seed.name_ar ?? '', arabic)
    const codes = guarantees.map(({ code }) => code)
    assert.deepEqual(codes, [...new Set(codes)])
    for (const { rate, basis: _, ...guarantee } of guarantees) {
      assert.ok(guaranteeFields.safeParse(guarantee).success, guarantee.code)
      assert.match(guarantee.name_ar ?? '', arabic, guarantee.code)
      assert.deepEqual(rateShapeOf(guarantee.code).parse(rate), rate, guarantee.code)
      assert.ok(suits(rate.by, seed.object_kind), guarantee.code)
    }
    assert.ok(formulas.length > 0)
    for (const formula of formulas) {
      assert.ok(formulaFields.safeParse(formula).success, formula.code)
      assert.match(formula.name_ar ?? '', arabic, formula.code)
      const held = [...formula.guarantees, ...formula.options]
      assert.deepEqual(held, [...new Set(held)], formula.code)
      assert.ok(
        held.every((code) => codes.includes(code)),
        formula.code,
      )
      for (const { code, compulsory } of guarantees)
        if (compulsory) assert.ok(formula.guarantees.includes(code), `${formula.code} lacks ${code}`)
    }
    for (const rate of rates) {
      assert.ok(isProductRate(rate.code))
      assert.deepEqual(rateShapeOf(rate.code).parse(rate.value), rate.value, rate.code)
    }
    assert.ok(rates.some(({ code }) => code === 'fee'))
    const coefficients = rates.find(({ code }) => code === 'durations')?.value as { coefficients: { code: string }[] } | undefined
    if (coefficients) {
      const priced = coefficients.coefficients.map(({ code }) => code)
      assert.ok(seed.durations.every((code) => priced.includes(code)))
    }
  })

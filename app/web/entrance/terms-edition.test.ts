import assert from 'node:assert/strict'
import { test } from 'node:test'
import { termsVersion } from '#capabilities/identity/contract.ts'
import { termsEdition } from './terms-edition.ts'

test('the conditions shown are the edition that sign-up records', () => {
  assert.equal(termsEdition, termsVersion)
})

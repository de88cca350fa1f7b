import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contactFields } from '../../contract.ts'
import { contactImportFields } from './contact-fields.ts'

test('a file can fill every field of a contact that a person may write', () => {
  const known = new Set(contactImportFields.map(({ key }) => key))
  assert.deepEqual(
    Object.keys(contactFields).filter((field) => !known.has(field)),
    [],
  )
})

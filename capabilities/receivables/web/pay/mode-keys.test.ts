import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paymentModes } from '../../fields.ts'
import { modeKeys, modeOfKey } from './mode-keys.ts'

const stroke = (key: string, code = '', over = {}) => ({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...over })

test('every mode has a key of its own', () => {
  assert.equal(new Set(Object.values(modeKeys)).size, paymentModes.length)
  for (const mode of paymentModes) assert.equal(modeOfKey(stroke(modeKeys[mode].toLowerCase())), mode)
})

test('an Arabic keyboard chooses by where its keys lie, figures and shortcuts choose nothing', () => {
  assert.equal(modeOfKey(stroke('ؤ', 'KeyC')), 'cib_card')
  assert.equal(modeOfKey(stroke('5', 'Digit5')), null)
  assert.equal(modeOfKey(stroke('٥', 'Digit5')), null)
  assert.equal(modeOfKey(stroke('c', 'KeyC', { ctrlKey: true })), null)
  assert.equal(modeOfKey(stroke('Enter', 'Enter')), null)
})

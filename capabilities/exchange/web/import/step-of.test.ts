import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importStates, type ImportState } from '../../contract.ts'
import { stepOf, type ImportStep } from './step-of.ts'

const can = { edit: true, start: true, cancel: true, resume: true, revert: true, see_rows: true }
const screens: Record<ImportState, ImportStep> = {
  reading: 'file',
  needs_answer: 'settings',
  ready: 'settings',
  queued: 'run',
  checking: 'trial',
  checked: 'trial',
  staging: 'run',
  applying: 'run',
  done: 'report',
  cancelling: 'run',
  cancelled: 'report',
  failed: 'report',
  reverting: 'report',
  reverted: 'report',
}

for (const state of importStates)
  test(`an import that is ${state} is shown by its ${screens[state]}`, () => {
    assert.equal(stepOf({ state, can }, { read: false, wanted: undefined }), screens[state])
  })

test('settings stay in sight while the file is read again under them', () => {
  assert.equal(stepOf({ state: 'reading', can }, { read: true, wanted: undefined }), 'settings')
})

test('a trial is left for the settings only by who may change them', () => {
  assert.equal(stepOf({ state: 'checked', can }, { read: true, wanted: 'settings' }), 'settings')
  assert.equal(stepOf({ state: 'checked', can: { ...can, edit: false } }, { read: true, wanted: 'settings' }), 'trial')
})

test('what is being stopped stays where it was', () => {
  assert.equal(stepOf({ state: 'cancelling', can }, { read: true, wanted: undefined, before: 'trial' }), 'trial')
})

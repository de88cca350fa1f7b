import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeBeside } from './place-beside.ts'

const window = { width: 360, height: 640 }
const anchorAt = (left: number, top: number) => ({ left, top, right: left + 100, bottom: top + 34 })

test('a floating box stands under its anchor, edge to edge', () => {
  assert.deepEqual(placeBeside(anchorAt(40, 100), { width: 200, height: 300 }, window, 'left'), { top: 138, left: 40, height: 494 })
  assert.deepEqual(placeBeside(anchorAt(240, 100), { width: 200, height: 300 }, window, 'right'), { top: 138, left: 140, height: 494 })
})

test('a floating box goes above where it would not fit below', () => {
  assert.equal(placeBeside(anchorAt(40, 500), { width: 200, height: 300 }, window, 'left').top, 196)
})

test('a floating box never leaves the window', () => {
  assert.equal(placeBeside(anchorAt(300, 100), { width: 300, height: 100 }, window, 'left').left, 52)
  assert.equal(placeBeside(anchorAt(-60, 100), { width: 300, height: 100 }, window, 'right').left, 8)
})

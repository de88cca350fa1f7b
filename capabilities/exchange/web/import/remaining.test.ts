import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paceOf, secondsLeft, withSample, type Sample } from './remaining.ts'

const seen = (...samples: ReadonlyArray<readonly [number, number]>): readonly Sample[] =>
  samples.reduce<readonly Sample[]>((all, [at, done]) => withSample(all, { at, done }), [])

test('the time left follows from the pace seen', () => {
  assert.equal(secondsLeft(seen([0, 0], [5000, 0.25]), 5000), 15)
})

test('time that passes without news counts', () => {
  assert.equal(secondsLeft(seen([0, 0], [5000, 0.25]), 9000), 11)
})

test('nothing is said before three seconds have passed, nor without progress', () => {
  assert.equal(secondsLeft(seen([0, 0], [1000, 0.9]), 1000), null)
  assert.equal(secondsLeft(seen([0, 0.4], [9000, 0.4]), 9000), null)
  assert.equal(secondsLeft([], 0), null)
})

test('another phase begins anew', () => {
  assert.deepEqual(seen([0, 0.2], [4000, 0.9], [4500, 0.01]), [{ at: 4500, done: 0.01 }])
})

test('what lies far behind no longer counts for the pace', () => {
  const slowThenQuick = Array.from({ length: 40 }, (_, no) => [no * 1000, no < 20 ? no / 1000 : 0.02 + (no - 20) / 40] as const)
  assert.equal(secondsLeft(seen(...slowThenQuick), 39_000), Math.round((1 - (0.02 + 19 / 40)) * 40))
})

test('the pace is the part done in a second', () => {
  assert.equal(paceOf(seen([0, 0.1], [4000, 0.5])), 0.1)
  assert.equal(paceOf(seen([0, 0.1], [1000, 0.5])), null)
})

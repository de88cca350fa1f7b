import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CallTimes, measuresAsText } from './metrics.ts'

test('measures are written as Prometheus reads them', () => {
  const text = measuresAsText([
    { name: 'assura_jobs', help: 'Jobs.', kind: 'gauge', values: [[{ queue: 'a "b"', state: 'failed' }, 2]] },
    { name: 'up', help: 'Up.', kind: 'counter', values: [[{}, 1.5]] },
  ])
  assert.deepEqual(text.split('\n'), [
    '# HELP assura_jobs Jobs.',
    '# TYPE assura_jobs gauge',
    String.raw`assura_jobs{queue="a \"b\"",state="failed"} 2`,
    '# HELP up Up.',
    '# TYPE up counter',
    'up 1.5',
  ])
})

test('durations are counted in every bound that they do not pass, by operation and outcome', () => {
  const times = new CallTimes()
  for (const seconds of [0.004, 0.03, 20]) times.add('contact.list', 200, seconds)
  times.add('contact.list', 422, 0.2)
  const lines = times.text().split('\n')
  const bucket = (le: string, outcome: string) =>
    `assura_call_duration_seconds_bucket{operation="contact.list",outcome="${outcome}",le="${le}"}`
  const of = (le: string, outcome = '2xx') =>
    lines
      .find((line) => line.startsWith(bucket(le, outcome)))
      ?.split(' ')
      .at(-1)
  assert.deepEqual([of('0.005'), of('0.025'), of('0.05'), of('10'), of('+Inf')], ['1', '1', '2', '2', '3'])
  assert.deepEqual([of('0.1', '4xx'), of('0.25', '4xx'), of('+Inf', '4xx')], ['0', '1', '1'])
  assert.ok(lines.includes('assura_call_duration_seconds_count{operation="contact.list",outcome="2xx"} 3'))
})

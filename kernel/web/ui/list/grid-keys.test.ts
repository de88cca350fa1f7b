import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gridAct, type GridAct } from './grid-keys.ts'

const press = (keys: string, place = 4): GridAct | null => {
  const parts = keys.split('+')
  return gridAct(
    {
      key: parts.at(-1) ?? '',
      shiftKey: parts.includes('Shift'),
      ctrlKey: parts.includes('Ctrl'),
      metaKey: parts.includes('Meta'),
      altKey: parts.includes('Alt'),
    },
    place,
    100,
    10,
  )
}
const move = (to: number, stretch = false): GridAct => ({ kind: 'move', to, stretch })

test('a list is worked by keys alone', () => {
  const cases: ReadonlyArray<readonly [GridAct | null, GridAct | null]> = [
    [press('ArrowDown'), move(5)],
    [press('ArrowDown', -1), move(0)],
    [press('ArrowDown', 99), move(99)],
    [press('ArrowUp'), move(3)],
    [press('ArrowUp', 0), move(0)],
    [press('Shift+ArrowDown'), move(5, true)],
    [press('Ctrl+ArrowDown'), move(99)],
    [press('PageDown'), move(14)],
    [press('PageUp'), move(0)],
    [press('End'), move(99)],
    [press('Home'), move(0)],
    [press('Enter'), { kind: 'open', apart: false }],
    [press('Meta+Enter'), { kind: 'open', apart: true }],
    [press('Shift+Enter'), { kind: 'look' }],
    [press('Enter', -1), null],
    [press(' '), { kind: 'choose' }],
    [press('Ctrl+a'), { kind: 'all' }],
    [press('Escape'), { kind: 'leave' }],
    [press('Alt+ArrowDown'), null],
    [press('a'), null],
  ]
  for (const [got, wanted] of cases) assert.deepEqual(got, wanted)
  assert.equal(gridAct({ key: 'ArrowDown', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }, -1, 0, 10), null)
})

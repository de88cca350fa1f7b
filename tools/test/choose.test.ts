import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, test } from 'node:test'
import { StartupError } from '#kernel/server/startup-error.ts'
import { choose, readWish } from './choose.ts'
import { countOf } from './run-journeys.ts'

const root = mkdtempSync(join(tmpdir(), 'essais '))
after(() => rmSync(root, { recursive: true }))
const tree = {
  'kernel/shared/money.test.ts': '',
  'kernel/shared/money.ts': '',
  'kernel/server/audit.db.test.ts': '',
  'kernel/server/embedded/start.db.test.ts': '',
  'kernel/web/grid.test.ts': "import { chromium } from '@playwright/test'",
  'tools/node/node_modules/x/x.test.ts': '',
  'e2e/first.e2e.ts': '',
}
for (const [file, text] of Object.entries(tree)) {
  mkdirSync(join(root, dirname(file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

describe('the tests that a run takes', () => {
  const cases: ReadonlyArray<[string[], string[], string[], boolean, boolean]> = [
    [
      [],
      [
        'kernel/server/audit.db.test.ts',
        'kernel/server/embedded/start.db.test.ts',
        'kernel/shared/money.test.ts',
        'kernel/web/grid.test.ts',
      ],
      ['e2e/first.e2e.ts'],
      true,
      true,
    ],
    [['--pure'], ['kernel/shared/money.test.ts', 'kernel/web/grid.test.ts'], [], false, true],
    [['--database'], ['kernel/server/audit.db.test.ts'], [], true, false],
    [['./kernel/shared/'], ['kernel/shared/money.test.ts'], [], false, false],
    [
      ['kernel/server/audit.db.test.ts', 'kernel/shared'],
      ['kernel/server/audit.db.test.ts', 'kernel/shared/money.test.ts'],
      [],
      true,
      false,
    ],
    [['e2e'], [], ['e2e/first.e2e.ts'], false, true],
  ]
  for (const [args, files, journeys, needsDatabase, needsBrowser] of cases) {
    test(`with ${args.join(' ') || 'nothing said'}`, () => {
      assert.deepEqual(choose(root, readWish(args)), { files, journeys, needsDatabase, needsBrowser })
    })
  }

  for (const args of [['--fast'], ['kernel/share'], ['kernel/shared/money.ts'], ['--database', 'kernel/shared']]) {
    test(`are refused for ${args.join(' ')}`, () => assert.throws(() => choose(root, readWish(args)), StartupError))
  }
})

describe('the journeys', () => {
  const stats = { startTime: '', duration: 0, expected: 3, flaky: 1, unexpected: 0, skipped: 2 }
  test('are counted from the report', () => assert.deepEqual(countOf({ stats }, 0), { passed: 4, failed: 0, skipped: 2 }))
  test('count their failures', () =>
    assert.deepEqual(countOf({ stats: { ...stats, unexpected: 2 } }, 1), { passed: 4, failed: 2, skipped: 2 }))
  test('count as failed when they could not run', () => {
    assert.equal(countOf({ stats: { ...stats, expected: 0 } }, 1).failed, 1)
    assert.equal(countOf(null, 1).failed, 1)
    assert.equal(countOf(null, null).failed, 1)
  })
})

import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { root } from '../setup/tree.mjs'

const written = /`((?:app|bench|capabilities|db|docs|e2e|kernel|locales|tools)\/[\w./-]+)`/g

test('what the documents name by its path exists', () => {
  const documents = globSync(['*.md', 'docs/**/*.md', 'capabilities/**/*.md'], { cwd: root })
  const named = documents.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(written)].map(([, path = '']) => ({ file, path })),
  )
  assert.ok(named.length > 40)
  assert.deepEqual(
    named.filter(({ path }) => !existsSync(join(root, path))),
    [],
  )
})

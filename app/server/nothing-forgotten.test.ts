import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { writes, type Operation } from '#kernel/shared/contract.ts'
import { capabilities, implementations } from './app.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const written = [...read('capabilities/README.md').matchAll(/^\d+\. `([a-z-]+)`/gm)].map(([, name = '']) => name)
const operations = implementations.map(({ operation }) => operation)

test('every capability is on the server, lowest first', () => {
  assert.deepEqual(
    capabilities.map(({ name }) => name),
    written,
  )
})

test('every capability is on the web', () => {
  const list = read('app/web/capabilities.ts')
  assert.deepEqual(
    written.filter((name) => !list.includes(`'#capabilities/${name}/web/index.ts'`)),
    [],
  )
})

test('every operation of a contract has its verb', async () => {
  const contracts = globSync('capabilities/*/contract.ts', { cwd: root })
  assert.equal(contracts.length, written.length)
  const isOperation = (value: unknown): value is Operation =>
    typeof value === 'object' && value !== null && 'path' in value && 'access' in value && 'name' in value
  const promised: Operation[] = []
  for (const path of contracts) {
    const contract = (await import(pathToFileURL(join(root, path)).href)) as Readonly<Record<string, unknown>>
    for (const one of Object.values(contract))
      if (typeof one === 'object' && one !== null) promised.push(...Object.values(one).filter(isOperation))
  }
  assert.ok(promised.length > 80)
  const kept = new Set(operations.map(({ name }) => name))
  assert.deepEqual(
    promised.map(({ name }) => name).filter((name) => !kept.has(name)),
    [],
  )
})

test('the journal has words for every operation that writes', () => {
  const said = new Set(
    ['app/web/pages/journal/use-operation-words.ts', ...globSync('app/web/pages/journal/words/*.ts', { cwd: root })].flatMap((path) =>
      [...read(path).matchAll(/^ +'([a-z_.]+)': t`/gm)].map(([, name]) => name as string),
    ),
  )
  // Its entry is made afterwards, as `auth.verify_email_sent`.
  said.add('auth.resend_verification')
  assert.deepEqual(
    operations
      .filter(writes)
      .map(({ name }) => name)
      .filter((name) => !said.has(name)),
    [],
  )
})

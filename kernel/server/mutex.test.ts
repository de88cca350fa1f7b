import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { folderMark, withMutex } from './mutex.mjs'

const name = `test-${process.pid}`
const holder = `import { withMutex } from ${JSON.stringify(import.meta.resolve('./mutex.mjs'))}
await withMutex(${JSON.stringify(name)}, () => { console.log('held'); return new Promise(() => setInterval(() => {}, 1000)) })`

test('works of the same name run one after the other, in this process and others', async () => {
  let running = 0
  let most = 0
  let waited = 0
  const work = () =>
    withMutex(
      name,
      async () => {
        running += 1
        most = Math.max(most, running)
        await new Promise((resolve) => setImmediate(resolve))
        running -= 1
      },
      () => (waited += 1),
    )
  await Promise.all([work(), work(), work(), work()])
  assert.equal(most, 1)
  assert.equal(waited, 3)
})

test('works of different names run side by side', async () => {
  const inner = await withMutex(name, () => withMutex(`${name}-other`, async () => 7))
  assert.equal(inner, 7)
})

test('a failed work frees the mutex and tells its failure', async () => {
  await assert.rejects(
    withMutex(name, () => Promise.reject(new Error('broken'))),
    /broken/,
  )
  assert.equal(await withMutex(name, async () => 'free'), 'free')
})

test('kill -9 of the holder frees the mutex for who waits', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', holder], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const mine = withMutex(
    name,
    async () => 'mine',
    () => child.kill('SIGKILL'),
  )
  assert.equal(await mine, 'mine')
})

test('a folder has the same mark by every path to it, and no other folder has it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marque '))
  try {
    symlinkSync('.', join(folder, 'lien'))
    assert.equal(folderMark(join(folder, 'lien')), folderMark(folder))
    assert.notEqual(folderMark(tmpdir()), folderMark(folder))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { folderMark, withMutex } from './mutex.mjs'
import { openDatabase } from './open-database.ts'

test('a database that is stopped while it restarts does not come back', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'assura-restart-'))
  const told = Promise.withResolvers<string>()
  try {
    const database = await openDatabase({
      databaseUrl: null,
      dataDir,
      secret: 'a-secret-for-tests-of-enough-characters',
      log: { info: () => undefined, warn: told.resolve },
    })
    const pidFile = join(dataDir, 'db', 'postmaster.pid')
    process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGINT')
    assert.match(await told.promise, /redémarrage/)
    await database.stop()
    // Whoever starts a server holds this: nobody is about to any more.
    await withMutex(`db-${folderMark(dataDir)}`, async () => undefined)
    assert.equal(existsSync(pidFile), false)
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
})

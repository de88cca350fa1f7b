// @ts-check
// `npm test`: every test, or those below the given paths; `--pure` those without database, `--database` those on one.
// Starts what they share (a throw-away PostgreSQL, a browser) and ends with one line that counts them all.
import { spawnSync } from 'node:child_process'
import { sharedClusterVariable, startTestCluster } from '../kernel/server/embedded/test-cluster.ts'
import { sayStartupError } from '../kernel/server/startup-error.ts'
import { root } from './setup/tree.mjs'
import { browserVariable, ensureBrowser } from './test/browser.ts'
import { choose, readWish } from './test/choose.ts'
import { runFiles } from './test/run-files.ts'
import { runJourneys } from './test/run-journeys.ts'

const interruption = new AbortController()

/** @param {import('./test/choose.ts').Choice} choice */
async function runAll(choice) {
  const none = { passed: 0, failed: 0, skipped: 0 }
  const files = choice.files.length > 0 ? await runFiles(choice.files, root, interruption.signal) : none
  const journeys = choice.journeys.length > 0 ? await runJourneys(choice.journeys, root) : none
  const passed = files.passed + journeys.passed
  const failed = files.failed + journeys.failed
  const skipped = files.skipped + journeys.skipped
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return failed === 0 ? 0 : 1
}

/** @returns {import('./test/choose.ts').Choice} */
function prepare() {
  const choice = choose(root, readWish(process.argv.slice(2)))
  if (choice.needsBrowser) {
    process.env[browserVariable] = ensureBrowser()
    const built = spawnSync(process.execPath, ['tools/setup.mjs', '--web'], { cwd: root, stdio: 'inherit' })
    if (built.status !== 0) process.exit(1)
  }
  return choice
}

try {
  const choice = prepare()
  const cluster = choice.needsDatabase ? await startTestCluster() : null
  if (cluster !== null) process.env[sharedClusterVariable] = cluster.url
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(name, () => {
      interruption.abort()
      // At the exit the shared server goes, with its files.
      setImmediate(() => process.exit(130))
    })
  }
  process.exitCode = await runAll(choice)
  await cluster?.stop()
} catch (error) {
  process.exitCode = sayStartupError(error)
}

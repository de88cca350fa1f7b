import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Config } from '#kernel/server/config.ts'
import { openDatabase, type OpenDatabase } from '#kernel/server/open-database.ts'
import { loadReferenceData } from '#capabilities/organization/server/index.ts'

/** The version of this program, from its package. */
export const programVersion = (
  JSON.parse(readFileSync(fileURLToPath(new URL('../../package.json', import.meta.url)), 'utf8')) as { version: string }
).version

const onConsole = { info: (sentence: string) => console.log(sentence), warn: (sentence: string) => console.error(sentence) }

/** The database of this installation, brought up to this program, reference data included; for the server and for every command. */
export const openInstallation = (config: Config): Promise<OpenDatabase> =>
  openDatabase({
    databaseUrl: config.databaseUrl,
    dataDir: config.dataDir,
    secret: config.secret,
    log: onConsole,
    // Reference data follows the program: reloaded when anything was migrated, so that a plain start stays quick.
    afterMigration: async (client, applied) => {
      if (applied.length > 0) await loadReferenceData(client)
    },
  })

// @ts-check
// Holds the migrations to the rules by which one schema serves a laptop and a cluster, and queries to the organization they are for.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkSchema } from './check/schema.ts'
import { root } from './setup/tree.mjs'

/** Fewer tables than these means that the check no longer reads the migrations. */
const fewestTables = 30

const folder = join(root, 'db/migrations')
const { breaches, kinds } = checkSchema(
  new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  ),
)
for (const breach of breaches) console.error(breach)
if (kinds.size < fewestTables) {
  console.error(`Only ${kinds.size} tables were seen: the check does not read the migrations any more.`)
  process.exitCode = 1
} else if (breaches.length > 0) process.exitCode = 1
else console.log(`${kinds.size} tables`)

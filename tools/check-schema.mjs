// @ts-check
// Holds the migrations to the rules by which one schema serves a laptop and a cluster, and queries to the organization they ask for.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkQueries } from './check/queries.ts'
import { checkSchema } from './check/schema.ts'
import { readSourceTree } from './check/source-tree.ts'
import { root } from './setup/tree.mjs'

/** Fewer than these means that the check no longer reads the migrations or the server. */
const fewest = { tables: 40, queries: 100 }

const folder = join(root, 'db/migrations')
const migrations = readdirSync(folder).filter((name) => name.endsWith('.sql'))
const schema = checkSchema(new Map(migrations.map((name) => [name, readFileSync(join(folder, name), 'utf8')])))
const tenantTables = new Set([...schema.kinds].filter(([, kind]) => kind === 'tenant').map(([name]) => name))
const { breaches, queries } = checkQueries(readSourceTree(root), tenantTables)

for (const breach of [...schema.breaches, ...breaches]) console.error(breach)
if (schema.kinds.size < fewest.tables || queries < fewest.queries) {
  console.error(`Only ${schema.kinds.size} tables and ${queries} queries were seen: the check does not read the tree any more.`)
  process.exitCode = 1
} else if (schema.breaches.length + breaches.length > 0) process.exitCode = 1
else console.log(`${schema.kinds.size} tables, ${queries} queries`)

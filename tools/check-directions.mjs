// @ts-check
// Holds every import to the directions of docs/architecture.md.
import { checkDirections } from './check/directions.ts'
import { readSourceTree } from './check/source-tree.ts'
import { root } from './setup/tree.mjs'

/** Fewer than these means that the check no longer sees the tree. */
const fewest = { modules: 300, imports: 600 }

const { breaches, modules, imports } = checkDirections(readSourceTree(root))
for (const breach of breaches) console.error(breach)
if (modules < fewest.modules || imports < fewest.imports) {
  console.error(`Only ${modules} modules and ${imports} imports were seen: the check does not read the tree any more.`)
  process.exitCode = 1
} else if (breaches.length > 0) process.exitCode = 1
else console.log(`${modules} modules, ${imports} imports`)

import { parseSync, Visitor, type Node } from 'oxc-parser'
import { isOfTests, type SourceTree } from './source-tree.ts'

/** What a run found, and how many statements it looked at. */
export interface QueryFindings {
  readonly breaches: readonly string[]
  readonly queries: number
}

const wholeStatement = /^\s*(?:with|select|insert|update|delete|merge)\b/i
const tablesOfSql = /\b(?:from|join|update|into)\s+(?:only\s+)?"?([a-z_]+)\b/gi
const tablesOfCalls = /\.(?:selectFrom|updateTable|deleteFrom)\(\s*'([a-z_]+)/g
/** A fragment with a name that holds the organization: `const gone = sql`organization_id = …``. */
const fragment = /\bconst (\w+) = sql`[^`]*organi[sz]ation/g
const executes = new Set(['execute', 'executeTakeFirst', 'executeTakeFirstOrThrow', 'stream'])

/**
 * Finds statements of the server, whole in one SQL template or one chain of calls, that ask a tenant table without a word of the
 * organization: the wall still holds, but on a cluster they would be asked of every node. Fragments, and statements that take one
 * without a table of their own, are not judged.
 */
export const checkQueries = (tree: SourceTree, tenantTables: ReadonlySet<string>): QueryFindings => {
  const breaches: string[] = []
  let queries = 0
  for (const [path, source] of tree) {
    if (!/\/server\/.*\.ts$/.test(path) || isOfTests(path)) continue
    const bound = [...source.matchAll(fragment)].map((match) => `\${${match[1] ?? ''}}`)
    for (const { at, text, tables } of statementsIn(path, source)) {
      queries += 1
      const asked = tables.filter((table) => tenantTables.has(table))
      if (asked.length === 0 || /organi[sz]ation|app_org\(\)/i.test(text) || bound.some((name) => text.includes(name))) continue
      breaches.push(`${path}:${source.slice(0, at).split('\n').length}: asks ${asked.join(', ')} without organization_id`)
    }
  }
  return { breaches, queries }
}

interface Found {
  readonly at: number
  readonly text: string
  readonly tables: readonly string[]
}

const statementsIn = (path: string, source: string): Found[] => {
  if (!/\bsql`|\.(?:selectFrom|updateTable|deleteFrom)\(/.test(source)) return []
  const found: Found[] = []
  let templatesSeenTo = 0
  const textOf = (node: Node): string => source.slice(node.start, node.end)
  new Visitor({
    TaggedTemplateExpression: (node) => {
      // A template inside another one is a part of it.
      if (node.tag.type !== 'Identifier' || node.tag.name !== 'sql' || node.start < templatesSeenTo) return
      templatesSeenTo = node.end
      const text = textOf(node.quasi).slice(1, -1)
      if (wholeStatement.test(text)) found.push({ at: node.start, text, tables: namesIn(text, tablesOfSql) })
    },
    CallExpression: (node) => {
      if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return
      if (!executes.has(node.callee.property.name)) return
      const text = textOf(node.callee.object)
      const tables = namesIn(text, tablesOfCalls)
      if (tables.length > 0) found.push({ at: node.start, text, tables })
    },
  }).visit(parseSync(path, source).program)
  return found
}

const namesIn = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

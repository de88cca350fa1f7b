/**
 * The statements of a SQL file, one by one: Citus asks for one statement per driver call. Knows quotes, dollar quotes and comments.
 */
export const statementsOf = (sql: string): string[] => {
  const statements: string[] = []
  let start = 0
  let at = 0
  while (at < sql.length) {
    const rest = sql.slice(at, at + 2)
    const dollar = sql[at] === '$' ? /^\$[A-Za-z_]*\$/.exec(sql.slice(at, at + 64))?.[0] : undefined
    if (rest === '--') at = endOf(sql, '\n', at)
    else if (rest === '/*') at = endOf(sql, '*/', at + 2)
    else if (dollar) at = endOf(sql, dollar, at + dollar.length)
    else if (sql[at] === "'") at = endOf(sql, "'", at + 1)
    else if (sql[at] === '"') at = endOf(sql, '"', at + 1)
    else if (sql[at] === ';') {
      statements.push(sql.slice(start, at))
      at += 1
      start = at
    } else at += 1
  }
  statements.push(sql.slice(start))
  return statements.map((statement) => statement.trim()).filter((statement) => statement.replace(/--.*$/gm, '').trim() !== '')
}

const endOf = (sql: string, mark: string, from: number): number => {
  const found = sql.indexOf(mark, from)
  return found < 0 ? sql.length : found + mark.length
}

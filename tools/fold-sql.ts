import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { droppedRanges, letterPairs, ligatures, separatingRanges, type Range } from '#kernel/shared/fold-tables.ts'

/** Where the SQL twin of `fold` is kept. */
export const foldSqlFile = fileURLToPath(new URL('../db/functions/fold.sql', import.meta.url))

const escaped = (codePoint: number): string =>
  codePoint > 0xffff ? `\\U${codePoint.toString(16).padStart(8, '0')}` : `\\u${codePoint.toString(16).padStart(4, '0')}`
const characterClass = (ranges: readonly Range[]): string => `[${ranges.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')}]+`

const isLatin = ([letter]: readonly [string, string]): boolean =>
  (letter.codePointAt(0) ?? 0) < 0x250 || (letter.codePointAt(0) ?? 0) > 0x1dff

const expression = (pairs: typeof letterPairs, several: typeof ligatures): string => {
  const from = pairs.map(([letter]) => letter).join('')
  const to = pairs.map(([, letter]) => letter).join('')
  const letters = several.reduce(
    (sql, [letter, written]) => `replace(${sql}, '${letter}', '${written}')`,
    `translate(lower(normalize($1, nfkd) collate "C"), '${from}', '${to}')`,
  )
  return `btrim(regexp_replace(regexp_replace(
    ${letters},
    '${characterClass(droppedRanges)}', '', 'g'),
    '${characterClass(separatingRanges)}', ' ', 'g'))`
}

/** The text of `db/functions/fold.sql`, written from the tables of `fold`. */
export const foldSql =
  (): string => `-- The search form of a text: the twin of kernel/shared/fold.ts. Written by tools/fold-sql.ts from the same tables: change these, not this.
-- Collation "C" throughout, so that the answer does not depend on the locale of the database. Three ways for speed alone, as translate()
-- compares each character with each letter of its list: plain ASCII, Latin, everything. Null gives null; not declared strict, so that it is inlined.
create or replace function app_fold(text) returns text
language sql immutable parallel safe
return case
  when $1 collate "C" ~ '^[\\u0020-\\u007e]*$' then btrim(regexp_replace(lower($1 collate "C"), '[^a-z0-9]+', ' ', 'g'))
  when $1 collate "C" ~ '^[\\u0001-\\u024f\\u0300-\\u036f\\u1e00-\\u1eff\\u2010-\\u202f]*$' then ${expression(letterPairs.filter(isLatin), ligatures)}
  else ${expression(letterPairs, ligatures)}
end;
`

if (import.meta.main) writeFileSync(foldSqlFile, foldSql())

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { letterPairs, ligatures } from '#kernel/shared/fold-tables.ts'
import { foldSql, foldSqlFile } from './fold-sql.ts'

test('the SQL function is the one written from the tables of fold (otherwise: node tools/fold-sql.ts)', () => {
  assert.equal(readFileSync(foldSqlFile, 'utf8'), foldSql())
})

test('every letter of the tables is one character, replaced once, and reaches the SQL function', () => {
  const sql = foldSql()
  const letters = [...letterPairs, ...ligatures].map(([letter]) => letter)
  assert.equal(new Set(letters).size, letters.length)
  for (const [letter, written] of letterPairs) assert.equal((letter + written).length, 2, letter)
  for (const letter of letters) assert.ok(sql.includes(letter), letter)
})

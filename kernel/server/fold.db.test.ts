import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import pg from 'pg'
import { fold } from '#kernel/shared/fold.ts'
import { testDatabase } from './testing/test-database.ts'

const database = await testDatabase()

const foldedBySql = async (texts: readonly (string | null)[]): Promise<(string | null)[]> => {
  const client = new pg.Client({ ...database.app } as pg.ClientConfig)
  await client.connect()
  try {
    const { rows } = await client.query<{ folded: string | null }>(
      'select app_fold(t) as folded from unnest($1::text[]) with ordinality u(t, at) order by at',
      [texts],
    )
    return rows.map((row) => row.folded)
  } finally {
    await client.end()
  }
}

const differences = async (texts: readonly string[]): Promise<string[]> => {
  const folded = await foldedBySql(texts)
  return texts.filter((text, at) => fold(text) !== folded[at])
}

test('every letter of the scripts in use folds in the database as in the program, alone and among others', async () => {
  const blocks = [
    [0x0001, 0x058f],
    [0x0600, 0x06ff],
    [0x1e00, 0x1fff],
    [0x2000, 0x2bff],
    [0xfb00, 0xfdff],
    [0xfe00, 0xffff],
    [0x1f300, 0x1f6ff],
  ] as const
  const letters = blocks.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)))
  const texts = [...letters, ...letters.map((letter) => `aB${letter}د Ç`)]
  assert.deepEqual(await differences(texts), [])
})

test('any text of them does, and folding twice changes nothing', async () => {
  const unit = fc.oneof(
    fc.constantFrom(...'abcéèÇœßABCأإةىگ٠۹ـّ’-_ .'.split('')),
    fc.integer({ min: 1, max: 0x24f }).map((code) => String.fromCodePoint(code)),
    fc.integer({ min: 0x600, max: 0x6ff }).map((code) => String.fromCodePoint(code)),
  )
  const texts = fc.sample(fc.string({ unit, maxLength: 24 }), 3000)
  assert.deepEqual(await differences(texts), [])
  const once = await foldedBySql(texts)
  assert.deepEqual(await foldedBySql(once), once)
})

test('nothing folds to nothing', async () => {
  assert.deepEqual(await foldedBySql([null, '', ' - ']), [null, '', ''])
})

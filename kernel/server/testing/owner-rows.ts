import pg from 'pg'
import type { Connection } from '../database.ts'

/** Rows of a test's database as its owner sees them, past every wall. */
export const ownerRows = async <T = Record<string, unknown>>(
  database: { readonly owner: Connection },
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> => {
  const client = new pg.Client(database.owner as pg.ClientConfig)
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows as T[]
  } finally {
    await client.end()
  }
}

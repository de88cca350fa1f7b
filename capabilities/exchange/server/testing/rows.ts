import pg from 'pg'
import type { TestApp } from '#app/server/testing/test-app.ts'

/** Rows of the test's database as its owner sees them, past every wall. */
export const ownerRows = async <T = Record<string, unknown>>(app: TestApp, text: string, values: readonly unknown[] = []): Promise<T[]> => {
  const client = new pg.Client(app.database.owner as pg.ClientConfig)
  await client.connect()
  try {
    return (await client.query(text, [...values])).rows as T[]
  } finally {
    await client.end()
  }
}

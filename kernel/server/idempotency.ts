import { Problem } from '#kernel/shared/problem.ts'
import type { Db } from './database.ts'

interface Key {
  readonly scope: string
  readonly key: string
}

/**
 * Claims an idempotency key inside the verb's transaction, so that the answer and the change are kept together or not at all. A second
 * request with the same key waits on the unique row, then gets the first one's answer; with another body it is a 409.
 */
export const recallAnswer = async (
  db: Db,
  claim: Key & { operation: string; bodyHash: string; now: string },
): Promise<{ status: number; body: unknown } | null> => {
  const made = await db
    .insertInto('idempotency_key')
    .values({
      scope: claim.scope,
      key: claim.key,
      operation: claim.operation,
      body_hash: claim.bodyHash,
      status: null,
      answer: null,
      created_at: claim.now,
    })
    .onConflict((conflict) => conflict.columns(['scope', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (made) return null
  const known = await db
    .selectFrom('idempotency_key')
    .selectAll()
    .where('scope', '=', claim.scope)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow()
  if (known.operation !== claim.operation || known.body_hash !== claim.bodyHash) {
    throw new Problem(
      409,
      'idempotency_key_reused',
      /*i18n*/ { id: 'kernel.idempotency_key_reused', message: 'Cette clé d’idempotence a déjà servi pour une autre demande.' },
    )
  }
  return { status: known.status ?? 200, body: known.answer }
}

export const rememberAnswer = async (db: Db, done: Key & { status: number; answer: unknown }): Promise<void> => {
  await db
    .updateTable('idempotency_key')
    .set({ status: done.status, answer: JSON.stringify(done.answer ?? null) })
    .where('scope', '=', done.scope)
    .where('key', '=', done.key)
    .execute()
}

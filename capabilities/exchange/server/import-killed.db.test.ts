import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { ImportRun } from '../contract.ts'
import { realServer } from '#app/server/testing/real-server.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

/** The size that the product promises, where there is time for it. */
const rows = process.env['CI'] === undefined ? 60_000 : 200_000
const bad = rows / 100

/** A file in which every hundredth row can't be read and one in a thousand comes twice. */
const fileOf = (): Blob => {
  const lines = Array.from({ length: rows }, (_, at) => {
    const no = at % 1000 === 999 ? at - 5 : at
    return `K${no};NOM${no % 700};P${at % 300};${at % 100 === 50 ? '31/02/1980' : '12/03/1980'};p${no}@exemple.dz`
  })
  return new Blob([`Code externe;Nom;Prénom;Date de naissance;E-mail\n${lines.join('\n')}\n`])
}

test('the server is killed again and again while it imports: it goes on where it stood, and nothing is lost or done twice', async () => {
  const server = await realServer()
  after(() => server.remove())
  const { id } = await server.sendFile<ImportRun>(fileOf(), { object: 'contacts', mode: 'upsert' })
  const status = () => server.call<ImportRun>('GET', `/imports/${id}`)
  let kills = 0
  /** Kills the server once the import has come this far, and starts it again. */
  const killWhen = async (far: (run: ImportRun) => boolean) => {
    for (;;) {
      const run = await status()
      const { rows_read, created, updated, skipped, rejected } = run.counts
      assert.equal(rows_read, created + updated + skipped + rejected)
      if (run.state === 'done') return
      assert.notEqual(run.state, 'failed', JSON.stringify(run.failure))
      if (far(run)) break
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await server.kill()
    kills += 1
    await server.start()
  }
  await killWhen((run) => run.state === 'staging')
  await killWhen((run) => run.state === 'applying' && run.counts.rows_read >= 5000)
  await killWhen((run) => run.counts.rows_read >= 30_000)
  assert.equal(kills, 3, 'the import was under way each time')
  let done = await status()
  while (done.state !== 'done') {
    assert.notEqual(done.state, 'failed', JSON.stringify(done.failure))
    await new Promise((resolve) => setTimeout(resolve, 50))
    done = await status()
  }
  const twice = rows / 1000
  assert.deepEqual(done.counts, { rows_read: rows, created: rows - bad - twice, updated: twice, skipped: 0, rejected: bad })
  const { total } = await server.call<{ total: number }>('GET', '/contacts?limit=1&total=exact')
  assert.equal(total, rows - bad - twice)
  // What the database holds, past every list: as many records as external identifiers, codes and cards, none twice.
  const [held] = await ownerRows(
    server,
    `select count(*)::int as contacts, count(distinct external_id)::int as names, count(distinct code)::int as codes,
       (select count(*)::int from subject where kind = 'contact') as cards, (select count(*)::int from import_staging) as staged from contact`,
  )
  assert.deepEqual(held, { contacts: total, names: total, codes: total, cards: total, staged: 0 })
  const verified = await server.command('verify-journal')
  assert.match(verified.said, /[1-9]\d* entrées scellées, 0 en attente, aucune anomalie/)
  assert.equal(verified.code, 0)
  const taken = await server.call<ImportRun>('POST', `/imports/${id}/revert`, {})
  assert.equal(taken.state, 'reverting')
  await server.kill()
  await server.start()
  let back = await status()
  while (back.state !== 'reverted') {
    assert.notEqual(back.state, 'failed', JSON.stringify(back.failure))
    await new Promise((resolve) => setTimeout(resolve, 50))
    back = await status()
  }
  assert.deepEqual(back.reverted, { removed: rows - bad - twice, binned: 0, restored: 0, kept: 0 })
  assert.equal((await server.call<{ total: number }>('GET', '/contacts?limit=1&total=exact')).total, 0)
})

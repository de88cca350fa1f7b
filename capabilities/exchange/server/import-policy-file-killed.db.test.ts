import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { ImportRun } from '../contract.ts'
import { realServer } from '#app/server/testing/real-server.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

/** The size that the product promises, where there is time for it. */
const rows = process.env['CI'] === undefined ? 24_000 : 100_000
const clients = rows / 8
/** The number that a line has, and whether its date exists. */
const numberAt = (at: number): number => (at % 1000 === 999 ? at - 500 : at)
const isBad = (no: number): boolean => no % 100 === 50
/** What lines that can be read speak of. */
const good = Array.from({ length: rows }, (_, at) => numberAt(at)).filter((no) => !isBad(no))
const customers = new Set(good.map((no) => no % clients)).size
const contracts = new Set(good.map((no) => `${no % clients} ${Math.floor(no / clients) & 1}`)).size

/**
 * Lines of premiums in no order of customers: each has eight, of two policies; every hundredth cannot be read, one in a thousand is written
 * twice with another number of days.
 */
const fileOf = (): Blob => {
  const lines = Array.from({ length: rows }, (_, at) => {
    const no = numberAt(at)
    const client = no % clients
    const round = Math.floor(no / clients)
    const year = 2022 + (round >> 1)
    const day = isBad(no) ? '31/02' : '15/06'
    return `${no};P${(client % 500) * 2 + (round & 1)};${client};NOM ${client};Terme;20/06/${year};${day}/${year};14/06/${year + 1};${1000 + (no % 900)},455;${at}`
  })
  return new Blob([`Num_facture;num_contrat;ncli;nomncli;libop;dtemi;datedeb;datefin;Prime;nb_jour_couv\n${lines.join('\n')}\n`])
}

test('the server is killed while customers, policies and bills come in and while they are taken back: nothing is lost or done twice', async () => {
  const server = await realServer()
  after(() => server.remove())
  const { id } = await server.sendFile<ImportRun>(fileOf(), { object: 'policy_file' })
  const status = () => server.call<ImportRun>('GET', `/imports/${id}`)
  /** Kills the server once the import has come this far, and starts it again; false when it had ended before. */
  const killWhen = async (far: (run: ImportRun) => boolean): Promise<boolean> => {
    for (;;) {
      const run = await status()
      const { rows_read, created, updated, skipped, rejected } = run.counts
      assert.equal(rows_read, created + updated + skipped + rejected)
      assert.notEqual(run.state, 'failed', JSON.stringify(run.failure))
      if (far(run)) break
      if (run.state === 'done' || run.state === 'reverted') return false
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await server.kill()
    await server.start()
    return true
  }
  const ended = async (state: ImportRun['state']): Promise<ImportRun> => {
    for (;;) {
      const run = await status()
      assert.notEqual(run.state, 'failed', JSON.stringify(run.failure))
      if (run.state === state) return run
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const kills = [await killWhen((run) => run.state === 'staging'), await killWhen((run) => run.counts.rows_read >= 5000)]
  assert.deepEqual(kills, [true, true], 'the import was under way each time')
  const done = await ended('done')
  const [bad, twice] = [rows / 100, rows / 1000]
  const bills = rows - bad - twice
  assert.deepEqual(done.counts, { rows_read: rows, created: bills, updated: 0, skipped: twice, rejected: bad })
  const [held] = await ownerRows(
    server,
    `select (select count(*)::int from contact) as contacts, (select count(distinct external_id)::int from contact) as clients,
       (select count(*)::int from policy) as policies, (select count(distinct external_id)::int from policy) as contracts,
       (select count(*)::int from receivable) as bills, (select count(distinct external_id)::int from receivable) as invoices,
       (select count(*)::int from subject) as cards, (select sum(amount_centimes)::text from receivable) as money, (select count(*)::int from import_staging) as staged`,
  )
  assert.deepEqual(held, {
    contacts: customers,
    clients: customers,
    policies: contracts,
    contracts,
    bills,
    invoices: bills,
    cards: customers + contracts + bills,
    money: String(done.money?.total.imported_centimes),
    staged: 0,
  })
  const { total } = done.money ?? {}
  assert.equal(total?.read_centimes, (total?.imported_centimes ?? 0) + (total?.skipped_centimes ?? 0) + (total?.rejected_centimes ?? 0))
  await server.call<ImportRun>('POST', `/imports/${id}/revert`, {})
  await server.kill()
  await server.start()
  const back = await ended('reverted')
  assert.deepEqual(back.reverted, { removed: customers + contracts + bills, binned: 0, restored: 0, kept: 0 })
  const left = await ownerRows(
    server,
    `select (select count(*)::int from subject) as cards, (select count(*)::int from policy_term) as terms`,
  )
  assert.deepEqual(left, [{ cards: 0, terms: 0 }])
  const verified = await server.command('verify-journal')
  assert.equal(verified.code, 0, verified.said)
})

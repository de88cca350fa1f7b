import assert from 'node:assert/strict'
import { test } from 'node:test'
import { RowStore, type PageRequest } from './row-store.ts'

interface Person {
  id: string
  name: string
}

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, at) => ({ id: `id-${String(at).padStart(6, '0')}`, name: `n${at}` }))

/** A list served as the server serves it: rows after the cursor in the order of their identifiers. */
const served = (all: Person[]) => {
  const asked: PageRequest[] = []
  const read = (request: PageRequest, { signal }: { signal: AbortSignal }) => {
    asked.push(request)
    signal.throwIfAborted()
    const rest = all.filter((row) => request.cursor === undefined || row.id > request.cursor)
    const data = rest.slice(0, request.limit).map((row) => ({ ...row }))
    const total = request.total === 'none' ? null : request.total === 'exact' || all.length <= 10_000 ? all.length : null
    return Promise.resolve({ data, next_cursor: rest.length > data.length ? (data.at(-1)?.id ?? null) : null, total })
  }
  return { all, asked, store: new RowStore<Person>(read) }
}

const settled = async (store: RowStore<Person>) => {
  while (store.loading) await new Promise((resolve) => setImmediate(resolve))
}
const until = async (store: RowStore<Person>, index: number) => {
  store.want(index)
  await settled(store)
}
const shown = (store: RowStore<Person>) => store.rows.map((row) => row.id)
const truth = (all: readonly Person[], count: number) => all.slice(0, count).map((row) => row.id)

test('rows are read as far as they are wanted, and no row twice', async () => {
  const { all, asked, store } = served(people(1000))
  await until(store, 0)
  assert.equal(store.rows.length, 100)
  assert.equal(store.total, 1000)
  await until(store, 450)
  assert.deepEqual(shown(store), truth(all, 500))
  await until(store, 5000)
  assert.deepEqual(shown(store), truth(all, 1000))
  assert.equal(store.complete, true)
  assert.deepEqual(
    asked.map(({ total }) => total),
    ['capped', 'none', 'none', 'none', 'none', 'none'],
  )
})

test('the number is unknown past the cap until it is asked for exactly', async () => {
  const { store } = served(people(12_000))
  await until(store, 0)
  assert.equal(store.total, null)
  await store.countExactly()
  assert.equal(store.total, 12_000)
  assert.equal(store.rows.length, 100)
})

test('a changed row shows its change and keeps its place', async () => {
  const { all, store } = served(people(700))
  await until(store, 600)
  const changed = all[350]
  assert.ok(changed)
  changed.name = 'renamed'
  await store.refresh([changed.id])
  assert.equal(store.rows[350]?.name, 'renamed')
  assert.deepEqual(shown(store), truth(all, 700))
})

test('a row that left the list leaves the store, and the following stay in place', async () => {
  const { all, store } = served(people(700))
  await until(store, 600)
  const [gone] = all.splice(120, 1)
  await store.refresh([gone?.id ?? ''])
  assert.deepEqual(shown(store), truth(all, store.rows.length))
  assert.equal(store.rows.length, 699)
  assert.equal(store.total, 699)
})

test('more new rows than a page holds leave no hole', async () => {
  const { all, store } = served(people(700))
  await until(store, 600)
  all.unshift(...people(400).map((row) => ({ ...row, id: `a-${row.id}` })))
  await store.refreshBetween(0)
  assert.deepEqual(shown(store), truth(all, store.rows.length))
  await until(store, 1099)
  assert.deepEqual(shown(store), truth(all, 1100))
})

test('rows taken out at once are gone, and come back when read again', async () => {
  const { all, store } = served(people(300))
  await until(store, 299)
  store.remove(new Set(['id-000005', 'id-000150']))
  assert.equal(store.rows.length, 298)
  assert.equal(store.total, 298)
  assert.equal(store.indexOf('id-000005'), -1)
  assert.equal(store.indexOf('id-000006'), 5)
  await store.refreshBetween(0, 250)
  assert.deepEqual(shown(store), truth(all, 300))
  assert.equal(store.total, 300)
})

test('a failure is told, keeps the rows, and can be tried again', async () => {
  const { all } = served(people(300))
  let broken = false
  const store = new RowStore<Person>(({ cursor, limit }) => {
    if (broken) return Promise.reject(new Error('away'))
    const rest = all.filter((row) => cursor === undefined || row.id > cursor)
    return Promise.resolve({
      data: rest.slice(0, limit),
      next_cursor: rest.length > limit ? (rest[limit - 1]?.id ?? null) : null,
      total: 300,
    })
  })
  await until(store, 0)
  broken = true
  await until(store, 200)
  assert.match(String(store.error), /away/)
  assert.equal(store.rows.length, 100)
  broken = false
  store.retry()
  await settled(store)
  assert.equal(store.error, null)
  assert.deepEqual(shown(store), truth(all, 300))
})

test('beginning anew shows what is there now', async () => {
  const { all, store } = served(people(500))
  await until(store, 400)
  all.unshift({ id: 'a', name: 'new' })
  await store.restart()
  assert.deepEqual(shown(store), truth(all, 100))
  assert.equal(store.total, 501)
})

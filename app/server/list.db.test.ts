import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testApp } from '#app/server/testing/test-app.ts'
import { contactStatuses, customerOperations as customers, type ContactRow } from '#capabilities/customers/contract.ts'
import type { Page } from '#kernel/shared/paging.ts'
import { searchOperations } from '#kernel/shared/search-contract.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

const app = await testApp()
const { administrator, organizationId } = await app.organization()

// A fixed seed: the same 300 contacts at every run.
const lastNames = ['Bénali', 'BENALI', 'Saâdi', 'Hamidi', "O'Brahim", '50%_off', 'عبد الله', 'Zitouni'] as const
const firstNames = ['Amine', 'Éléonore', 'Rym', 'Karim'] as const
const professions = [null, 'Médecin', 'medecin', 'Notaire', 'Ingénieur'] as const
const wilayas = [null, '16', '30', '31'] as const
const days = [null, '1950-01-01', '1984-02-29', '2000-12-31'] as const
const contactOf = fc.record({
  last_name: fc.constantFrom(...lastNames),
  first_name: fc.constantFrom(...firstNames),
  profession: fc.constantFrom(...professions),
  wilaya: fc.constantFrom(...wilayas),
  birth_date: fc.constantFrom(...days),
  status: fc.constantFrom(...contactStatuses),
  employees: fc.constantFrom(null, 0, 7, 250),
})
const items = fc
  .sample(contactOf, { numRuns: 300, seed: 20_261_123 })
  .map((contact) => ({ kind: 'individual', accept_duplicate: true, ...contact }))
const { data: results } = await administrator.ok(customers.bulkCreateContacts, { items })

interface Row {
  id: string
  last_name: string
  profession: string | null
  wilaya: string | null
  birth_date: string | null
  status: string
  employees: number | null
  name_folded: string
}
const read = () =>
  ownerRows<Row>(
    app.database,
    'select id, last_name, profession, wilaya, birth_date::text, status, employees, name_folded from contact where organization_id = $1',
    [organizationId],
  )
const all = await read()

type Bind = (value: unknown) => string
type Test = { filter: Record<string, unknown>; sql: (bind: Bind) => string }
const one = <T>(arbitrary: fc.Arbitrary<T>, of: (value: T) => Test): fc.Arbitrary<Test> => arbitrary.map(of)
const given = <T>(values: readonly (T | null)[]) => fc.constantFrom(...values.filter((value): value is T => value !== null))
const compared = { gt: '>', gte: '>=', lt: '<', lte: '<=', eq: '=' } as const
const simple: fc.Arbitrary<Test> = fc.oneof(
  one(given(contactStatuses), (status) => ({ filter: { status }, sql: (bind) => `status = ${bind(status)}` })),
  one(given(wilayas), (wilaya) => ({ filter: { wilaya: { ne: wilaya } }, sql: (bind) => `(wilaya is null or wilaya <> ${bind(wilaya)})` })),
  one(fc.subarray(['16', '30', '31']), (list) => ({ filter: { wilaya: list }, sql: (bind) => `wilaya = any(${bind(list)}::text[])` })),
  one(fc.subarray(['16', '30', '31']), (list) => ({
    filter: { wilaya: { nin: list } },
    sql: (bind) => `(wilaya is null or wilaya <> all(${bind(list)}::text[]))`,
  })),
  one(fc.boolean(), (empty) => ({ filter: { profession: { empty } }, sql: () => `profession is ${empty ? '' : 'not '}null` })),
  one(fc.constant(null), () => ({ filter: { birth_date: null }, sql: () => 'birth_date is null' })),
  one(fc.tuple(given(days), fc.constantFrom(...(Object.keys(compared) as (keyof typeof compared)[]))), ([value, operator]) => ({
    filter: { birth_date: { [operator]: value } },
    sql: (bind) => `birth_date ${compared[operator]} ${bind(value)}::date`,
  })),
  one(given(lastNames), (name) => ({ filter: { last_name: { eq: name } }, sql: (bind) => `last_name = ${bind(name)}` })),
  // «contains» forgives case and accents; what has a meaning in SQL patterns is an ordinary character.
  one(fc.constantFrom('decin', 'DÉCIN', 'taire'), (part) => ({
    filter: { profession: { contains: part } },
    sql: (bind) => `position(${bind(part.toLowerCase().replace('é', 'e'))} in lower(translate(profession, 'éÉ', 'eE'))) > 0`,
  })),
)
const combined = fc.letrec<{ condition: Test }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    simple,
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((parts) => ({
      filter: { and: parts.map((part) => part.filter) },
      sql: (bind: Bind) => `(${parts.map((part) => part.sql(bind)).join(' and ')})`,
    })),
    fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((parts) => ({
      filter: { or: parts.map((part) => part.filter) },
      sql: (bind: Bind) => `(${parts.map((part) => part.sql(bind)).join(' or ')})`,
    })),
    tie('condition').map((part) => ({ filter: { not: part.filter }, sql: (bind: Bind) => `(${part.sql(bind)}) is not true` })),
  ),
})).condition

const pages = async (query: Record<string, unknown>): Promise<{ ids: string[]; totals: (number | null)[] }> => {
  const ids: string[] = []
  const totals: (number | null)[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page<ContactRow> = await administrator.ok(customers.listContacts, { ...query, ...(cursor !== '' && { cursor }) })
    ids.push(...page.data.map((row) => row.id))
    totals.push(page.total)
    cursor = page.next_cursor
  }
  return { ids, totals }
}

test('all contacts of the test were accepted', () => {
  assert.deepEqual(
    results.filter((result) => result.status !== 201),
    [],
  )
  assert.equal(all.length, items.length)
})

test('a filter finds exactly the rows that the same question in SQL finds, and counts them', async () => {
  await fc.assert(
    fc.asyncProperty(combined, async (condition) => {
      const values: unknown[] = [organizationId]
      const where = condition.sql((value) => `$${values.push(value)}`)
      const expected = await ownerRows<{ id: string }>(
        app.database,
        `select id from contact where organization_id = $1 and (${where})`,
        values,
      )
      const found = await pages({ filter: JSON.stringify(condition.filter), limit: 200, total: 'exact' })
      assert.deepEqual(found.ids.toSorted(), expected.map((row) => row.id).toSorted())
      assert.ok(found.totals.every((total) => total === expected.length))
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('pages visit every row once, in order, rows without a value last', async () => {
  const value: Record<string, (row: Row) => string | number | null> = {
    birth_date: (row) => row.birth_date,
    status: (row) => row.status,
    employees: (row) => row.employees,
    profession: (row) => row.profession,
    name: (row) => row.name_folded,
  }
  for (const [field, of] of Object.entries(value))
    for (const sign of ['', '-']) {
      const { ids } = await pages({ sort: `${sign}${field}`, limit: 37 })
      assert.equal(new Set(ids).size, ids.length, `${sign}${field}: no row twice`)
      assert.equal(ids.length, all.length, `${sign}${field}: every row`)
      const byId = new Map(all.map((row) => [row.id, row]))
      const order = ids.map((id) => of(byId.get(id) as Row))
      const missing = order.indexOf(null)
      assert.ok(missing === -1 || order.slice(missing).every((item) => item === null), `${sign}${field}: missing values last`)
      // The order of texts is the database's; that equal values stand together is ours to check.
      const present = order.filter((item) => item !== null)
      const runs = present.filter((item, at) => item !== present[at - 1])
      assert.equal(new Set(runs).size, runs.length, `${sign}${field}: equal values together`)
      if (field === 'birth_date' || field === 'employees') {
        const sorted = present.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
        assert.deepEqual(present, sign === '-' ? sorted.toReversed() : sorted, `${sign}${field}`)
      }
    }
})

test('a page of another sort is refused rather than continued wrongly', async () => {
  const page = await administrator.ok(customers.listContacts, { sort: 'status', limit: 10 })
  const answer = await administrator.call(customers.listContacts, { sort: '-status', limit: 10, cursor: page.next_cursor ?? '' })
  assert.equal(answer.status, 400)
})

test('the search forgives accents, case, one typing error, Arabic variants and ways to write a phone', async () => {
  const add = (last_name: string, more: object = {}) =>
    administrator.ok(customers.createContact, { kind: 'individual', first_name: 'Farouk', last_name, accept_duplicate: true, ...more })
  const boudjemaa = await add('Boudjemâa', { mobile: '0661 23 45 67', email: 'farouk.b@exemple.dz' })
  const ahmed = await add('أحمد فاطمة', { name_ar: 'أحمد فاطمة' })
  const first = (await administrator.ok(customers.listContacts, { filter: JSON.stringify({ code: '16000-000001' }) })).data[0]
  assert.ok(first)
  const asked: [string, string][] = [
    ['Boudjemâa', boudjemaa.id],
    ['boudjemaa', boudjemaa.id],
    ['BOUDJEMAA farouk', boudjemaa.id],
    ['boudj', boudjemaa.id],
    ['boudjmaa', boudjemaa.id],
    ['boudjemma', boudjemaa.id],
    ['احمد', ahmed.id],
    ['إحمد', ahmed.id],
    ['فاطمه', ahmed.id],
    ['0661234567', boudjemaa.id],
    ['+213 661 23 45 67', boudjemaa.id],
    ['00213661234567', boudjemaa.id],
    ['66123', boudjemaa.id],
    ['34 567', boudjemaa.id],
    ['farouk boudj', boudjemaa.id],
    ['boudj far', boudjemaa.id],
    ['djemaa', boudjemaa.id],
    ['farouk.b@exemple.dz', boudjemaa.id],
    [boudjemaa.code, boudjemaa.id],
    ['16000-000001', first.id],
  ]
  for (const [q, id] of asked) {
    const list = await administrator.ok(customers.listContacts, { q, limit: 200 })
    assert.ok(
      list.data.some((row) => row.id === id),
      `list: ${q}`,
    )
    const found = await administrator.ok(searchOperations.find, { q })
    assert.ok(
      found.groups.some((group) => group.items.some((item) => item.id === id)),
      `search: ${q}`,
    )
  }
  for (const q of ["'", "o'b \\ ' :*", '& | !', '()', '\\'])
    assert.ok(Array.isArray((await administrator.ok(searchOperations.find, { q })).groups), `search: ${q}`)
  const nothing = await administrator.ok(customers.listContacts, { q: 'introuvablement' })
  assert.deepEqual([nothing.data, nothing.total], [[], 0])
})

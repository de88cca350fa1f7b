import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkQueries } from './queries.ts'

const breachesOf = (source: string, path = 'capabilities/customers/server/list.ts'): readonly string[] =>
  checkQueries(new Map([[path, source]]), new Set(['contact', 'subject_tag'])).breaches

const refused: readonly [string, string][] = [
  ['a template', 'await sql`select name from contact where id = ${id}`.execute(db)'],
  ['a join', 'await sql`select 1 from wilaya w join contact c on c.wilaya = w.code`.execute(db)'],
  ['a deletion', 'await sql`delete from subject_tag where subject_id = ${id}`.execute(db)'],
  ['a chain of calls', "await db.selectFrom('contact as c').select('c.name').where('c.id', '=', id).execute()"],
  ['a chain that changes', "await db.updateTable('contact').set({ name }).where('id', '=', id).executeTakeFirst()"],
]
for (const [what, source] of refused) {
  test(`${what} that forgets the organization is found`, () => {
    assert.match(breachesOf(`\n${source}`)[0] ?? '', /^capabilities\/customers\/server\/list\.ts:2: asks (contact|subject_tag) without/)
  })
}

const accepted: readonly [string, string][] = [
  ['a template that names it', 'await sql`select name from contact where organization_id = ${org}::uuid`.execute(db)'],
  ['a template that takes it from a list', 'await sql`select name from contact c where ${list.organization} = ${org}::uuid`.execute(db)'],
  ['a chain that names it', "await db.selectFrom('contact').where('organization_id', '=', ctx.organizationId).execute()"],
  ['a question of another table', "await sql`select name from wilaya`.execute(db); await db.selectFrom('sign_in').execute()"],
  [
    'a template that takes it from a fragment',
    'const of = sql`organization_id = ${org}`; await sql`delete from contact where ${of}`.execute(db)',
  ],
  ['a fragment', 'const from = sql`contact c join subject_tag t on t.subject_id = c.id`'],
  [
    'a fragment inside a whole statement',
    'sql`select 1 from wilaya where ${sql`organization_id = ${org}`} and ${sql`select 1 from contact`}`',
  ],
]
for (const [what, source] of accepted) test(`${what} passes`, () => assert.deepEqual(breachesOf(source), []))

test('tests may ask everything', () => {
  assert.deepEqual(breachesOf('sql`select * from contact`', 'capabilities/customers/server/list.db.test.ts'), [])
})

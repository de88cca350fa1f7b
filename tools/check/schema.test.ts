import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkSchema } from './schema.ts'

const sound = `
create table agency (
  organization_id uuid not null,
  id uuid not null,
  -- references, unique and check in a comment are words
  number text not null default 'check (unique)',
  primary key (organization_id, id)
);
alter table agency add constraint agency_number_form check (number ~ '^[0-9]{5}$');
create unique index agency_number on agency (organization_id, lower(number)) where number <> '';
call tenant_table('agency', 'select, insert');
create table wilaya (code text primary key);
call shared_table('wilaya');
create table session (token_hash bytea primary key, user_id uuid not null);
create unique index session_user on session (user_id);
call control_table('session');
create function forget() returns void language sql as $$ delete from session; create trigger nothing $$;
`
const tenantTable = (name: string, body: string): string => `create table ${name} (${body});\ncall tenant_table('${name}');`
const keyed = 'organization_id uuid not null, id uuid not null, agency_id uuid, primary key (organization_id, id)'

const breachesOf = (more: string, name = '0002_more.sql'): readonly string[] =>
  checkSchema(
    new Map([
      ['0001_first.sql', sound],
      [name, more],
    ]),
  ).breaches

test('a sound schema has no breach, and its tables are known by kind', () => {
  assert.deepEqual(breachesOf(tenantTable('contact', keyed)), [])
  const { kinds } = checkSchema(new Map([['0001_first.sql', sound]]))
  assert.deepEqual(Object.fromEntries(kinds), { agency: 'tenant', wilaya: 'shared', session: 'control' })
})

const cases: readonly { rule: string; sql: string; breach: RegExp; name?: string }[] = [
  { rule: 'a table is declared', sql: 'create table note (id uuid primary key);', breach: /note: is not declared/ },
  {
    rule: 'a table is declared before the next one is made',
    sql: `create table note (id uuid primary key);\n${tenantTable('contact', keyed)}\ncall control_table('note');`,
    breach: /note: is not declared/,
  },
  {
    rule: 'organization_id comes first',
    sql: tenantTable('note', 'id uuid not null, organization_id uuid not null, primary key (organization_id, id)'),
    breach: /note: begins with organization_id/,
  },
  {
    rule: 'organization_id is never null',
    sql: tenantTable('note', 'organization_id uuid, id uuid not null, primary key (organization_id, id)'),
    breach: /note: begins with organization_id uuid not null/,
  },
  {
    rule: 'the primary key begins with organization_id',
    sql: tenantTable('note', 'organization_id uuid not null, id uuid not null, primary key (id, organization_id)'),
    breach: /note: its primary key begins/,
  },
  {
    rule: 'a table has a primary key',
    sql: "create table note (id uuid);\ncall control_table('note');",
    breach: /note: has no primary key/,
  },
  {
    rule: 'no serial',
    sql: "create table note (id bigserial primary key);\ncall control_table('note');",
    breach: /note: id: identifiers are made by the program/,
  },
  {
    rule: 'no identity',
    sql: "create table note (id bigint generated always as identity primary key);\ncall control_table('note');",
    breach: /note: id: identifiers are made by the program/,
  },
  {
    rule: 'no inline constraint',
    sql: "create table note (id uuid primary key, kind text check (kind <> ''));\ncall control_table('note');",
    breach: /note: kind: constraints are named/,
  },
  {
    rule: 'a unique index of a tenant table includes the organization',
    sql: 'create unique index agency_once on agency (lower(number), id);',
    breach: /agency_once: a unique index/,
  },
  {
    rule: 'a unique constraint of a tenant table includes the organization',
    sql: 'alter table agency add constraint agency_once unique (number);',
    breach: /agency_once: a unique constraint/,
  },
  {
    rule: 'a foreign key between tenant tables includes the organization',
    sql: `${tenantTable('note', keyed)}\nalter table note add constraint note_agency foreign key (agency_id) references agency (id);`,
    breach: /note_agency: a foreign key/,
  },
  {
    rule: 'control and tenant tables do not refer to each other',
    sql: 'alter table session add constraint session_agency foreign key (user_id) references agency (id);',
    breach: /session_agency: control tables/,
  },
  {
    rule: 'nothing is nulled by a deletion',
    sql: `${tenantTable('note', keyed)}\nalter table note add constraint note_agency foreign key (organization_id, agency_id) references agency (organization_id, id) on delete set null;`,
    breach: /a deleted row nulls nothing/,
  },
  {
    rule: 'a column is added without constraint',
    sql: "alter table agency add column closed_on date, add column kind text check (kind <> '');",
    breach: /agency: a column is added without constraint/,
  },
  { rule: 'a constraint has a name', sql: "alter table agency add check (number <> '');", breach: /agency: a constraint has a name/ },
  { rule: 'a constraint keeps its name', sql: 'alter table agency rename constraint a to b;', breach: /constraints are not renamed/ },
  { rule: 'no trigger', sql: 'create trigger seen after insert on agency execute function f();', breach: /what a trigger would do/ },
  { rule: 'numbers have no gap', sql: 'select 1;', name: '0003_more.sql', breach: /0003_more\.sql: migrations are numbered/ },
]

for (const { rule, sql, breach, name } of cases) {
  test(`breach found: ${rule}`, () => {
    const breaches = breachesOf(sql, name)
    assert.equal(breaches.length, 1, breaches.join('\n'))
    assert.match(breaches[0] ?? '', breach)
  })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkDirections } from './directions.ts'

const sound: Readonly<Record<string, string>> = {
  'capabilities/README.md': '1. `identity` people\n2. `customers` contacts\n3. `claims` claims\n',
  'kernel/shared/ids.ts': 'export const newId = 1',
  'kernel/server/door.ts': "import { newId } from '#kernel/shared/ids.ts'\nimport { hash } from 'node:crypto'\nexport { newId, hash }",
  'kernel/web/api.ts': "import { newId } from '../shared/ids.ts'\nexport { newId }",
  'capabilities/identity/contract.ts': "import { z } from 'zod'\nimport { newId } from '#kernel/shared/ids.ts'\nexport { z, newId }",
  'capabilities/identity/server/index.ts': "export { door } from './users.ts'",
  'capabilities/identity/server/users.ts': "export { newId as door } from '#kernel/server/door.ts'",
  'capabilities/identity/web/index.ts': "export const load = () => import('./users-page.tsx')",
  'capabilities/identity/web/users-page.tsx': "import type { load } from './index.ts'\nexport type L = typeof load",
  'capabilities/customers/contract.ts': "export { z } from '#capabilities/identity/contract.ts'",
  'capabilities/customers/plates.ts': "export { z } from './contract.ts'",
  'capabilities/customers/server/index.ts': "import { door } from '#capabilities/identity/server/index.ts'\nexport { door }",
  'capabilities/customers/server/open.db.test.ts': "import { testApp } from '#app/server/testing/test-app.ts'\ntestApp()",
  'capabilities/claims/web/index.ts': "import { z } from '#capabilities/customers/plates.ts'\nexport { z }",
  'app/server/app.ts': "import { door } from '#capabilities/customers/server/index.ts'\nexport { door }",
  'app/server/testing/test-app.ts': "export { door as testApp } from '../app.ts'",
}

const breachesWith = (changes: Readonly<Record<string, string>>): readonly string[] =>
  checkDirections(new Map(Object.entries({ ...sound, ...changes }))).breaches

test('a sound tree has no breach', () => {
  assert.deepEqual(breachesWith({}), [])
})

const cases: readonly { rule: string; files: Record<string, string>; breach: RegExp }[] = [
  {
    rule: 'the web does not import the server',
    files: { 'kernel/web/form.ts': "import { newId } from '#kernel/server/door.ts'\nexport { newId }" },
    breach: /^kernel\/web\/form\.ts → kernel\/server\/door\.ts: the web does not/,
  },
  {
    rule: 'the server does not import the web, not even a type',
    files: { 'kernel/server/mail.ts': "import type { newId } from '#kernel/web/api.ts'\nexport type N = typeof newId" },
    breach: /^kernel\/server\/mail\.ts → kernel\/web\/api\.ts: the server does not/,
  },
  {
    rule: 'a contract does not import a server',
    files: { 'capabilities/claims/contract.ts': "export { door } from '#capabilities/customers/server/index.ts'" },
    breach: /contract\.ts → capabilities\/customers\/server\/index\.ts: contracts, rules/,
  },
  {
    rule: 'a rule uses no package but zod',
    files: { 'capabilities/claims/rules.ts': "import dayjs from 'dayjs'\nexport { dayjs }" },
    breach: /rules\.ts → dayjs: contracts and rules use no package/,
  },
  {
    rule: 'what both sides use does not import the server',
    files: { 'kernel/shared/money.ts': "export { newId } from '#kernel/server/door.ts'" },
    breach: /money\.ts → kernel\/server\/door\.ts: contracts, rules and kernel\/shared/,
  },
  {
    rule: 'another capability is entered by its front door',
    files: { 'capabilities/customers/server/list.ts': "import { door } from '#capabilities/identity/server/users.ts'\nexport { door }" },
    breach: /list\.ts → capabilities\/identity\/server\/users\.ts: another capability is entered/,
  },
  {
    rule: 'a capability uses only lower ones',
    files: { 'capabilities/identity/rights.ts': "import type { z } from '#capabilities/customers/contract.ts'\nexport type Z = typeof z" },
    breach: /rights\.ts → capabilities\/customers\/contract\.ts: identity stands below customers/,
  },
  {
    rule: 'the kernel knows no capability',
    files: { 'kernel/server/search.ts': "export const load = () => import('#capabilities/identity/server/index.ts')" },
    breach: /search\.ts → capabilities\/identity\/server\/index\.ts: the kernel knows no capability/,
  },
  {
    rule: 'nothing imports app',
    files: { 'capabilities/claims/server/index.ts': "export { door } from '#app/server/app.ts'" },
    breach: /claims\/server\/index\.ts → app\/server\/app\.ts: nothing below imports app/,
  },
  {
    rule: 'what runs does not import tests',
    files: { 'app/server/main.ts': "import { testApp } from './testing/test-app.ts'\ntestApp()" },
    breach: /main\.ts → app\/server\/testing\/test-app\.ts: what runs does not import tests/,
  },
  {
    rule: 'node: stays out of the web',
    files: { 'kernel/web/files.ts': "import { join } from 'node:path'\nexport { join }" },
    breach: /files\.ts → node:path: node:path does not exist in a browser/,
  },
  {
    rule: 'an imported file exists',
    files: { 'kernel/web/page.ts': "import './missing.ts'" },
    breach: /page\.ts → kernel\/web\/missing\.ts: there is no such file/,
  },
  {
    rule: 'modules do not load each other in a circle',
    files: {
      'kernel/shared/a.ts': "import { b } from './b.ts'\nexport const a = b",
      'kernel/shared/b.ts': "import { a } from './a.ts'\nexport const b = a",
    },
    breach: /^kernel\/shared\/a\.ts → kernel\/shared\/b\.ts → kernel\/shared\/a\.ts: modules load each other/,
  },
  { rule: 'no folder has an empty name', files: { 'kernel/web/utils/tidy.ts': '' }, breach: /^kernel\/web\/utils: a folder is named/ },
  {
    rule: 'index files are front doors',
    files: { 'kernel/web/ui/index.ts': '' },
    breach: /^kernel\/web\/ui\/index\.ts: only server\/index\.ts/,
  },
  {
    rule: 'a capability has a line in the list',
    files: { 'capabilities/sales/contract.ts': '' },
    breach: /^capabilities\/sales: has no line/,
  },
  {
    rule: 'the list names only what exists',
    files: { 'capabilities/README.md': `${sound['capabilities/README.md']}4. \`loyalty\` points\n` },
    breach: /names loyalty, which does not exist/,
  },
  { rule: 'a file that cannot be read is told', files: { 'kernel/shared/broken.ts': 'const = ' }, breach: /^kernel\/shared\/broken\.ts: / },
]

for (const { rule, files, breach } of cases) {
  test(`breach found: ${rule}`, () => {
    const breaches = breachesWith(files)
    assert.equal(breaches.length, 1, breaches.join('\n'))
    assert.match(breaches[0] ?? '', breach)
  })
}

test('a circle of types, or one that an import() breaks, loads without harm', () => {
  assert.deepEqual(
    breachesWith({
      'kernel/shared/a.ts': "import type { b } from './b.ts'\nexport type A = typeof b",
      'kernel/shared/b.ts': "export const b = () => import('./a.ts')",
    }),
    [],
  )
})

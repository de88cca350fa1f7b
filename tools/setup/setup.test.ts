import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { holdsAll, npmRefusal } from './packages.mjs'
import { isWebFresh } from './web.mjs'

describe('what is installed', () => {
  const machine = { platform: 'linux', arch: 'x64' }
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/pg': { version: '8.0.0', integrity: 'sha-a' },
    'node_modules/x-linux-x64': { version: '1.0.0', integrity: 'sha-b', optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] },
    'node_modules/x-linux-x64-musl': { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'], libc: ['musl'] },
    'node_modules/x-darwin': { version: '1.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] },
    'node_modules/x-wasm-runtime': { version: '1.0.0', optional: true },
  }
  const installed = { 'node_modules/pg': wanted['node_modules/pg'], 'node_modules/x-linux-x64': wanted['node_modules/x-linux-x64'] }

  test('suffices without the packages of other machines', () => assert.equal(holdsAll(wanted, installed, machine), true))

  const lacks: ReadonlyArray<[string, Parameters<typeof holdsAll>[1]]> = [
    ['a package is missing', { 'node_modules/x-linux-x64': wanted['node_modules/x-linux-x64'] }],
    ['the optional package of this machine is missing', { 'node_modules/pg': wanted['node_modules/pg'] }],
    ['a version differs', { ...installed, 'node_modules/pg': { version: '8.0.1', integrity: 'sha-a' } }],
    ['a content differs', { ...installed, 'node_modules/pg': { version: '8.0.0', integrity: 'sha-z' } }],
    ['a package was taken out of the list', { ...installed, 'node_modules/old': { version: '1.0.0' } }],
  ]
  for (const [what, record] of lacks) test(`does not suffice when ${what}`, () => assert.equal(holdsAll(wanted, record, machine), false))
})

describe('a failed npm is explained', () => {
  const cases: ReadonlyArray<[number, string, RegExp]> = [
    [1, 'npm error code ENOTFOUND\nnpm error syscall getaddrinfo', /^Des paquets manquent et le réseau ne répond pas/],
    [1, 'npm error code ECONNREFUSED', /^Des paquets manquent et le réseau ne répond pas/],
    [1, 'npm error code EACCES\nnpm error path /crm/node_modules', /^Le dossier \/crm n’est pas accessible en écriture/],
    [1, 'npm error code EACCES\nnpm error path /home/x/.npm', /^Le dossier \/home\/x\/\.npm n’est pas accessible en écriture/],
    [1, 'npm ERR! code ENOSPC', /^Le disque de \/crm est plein/],
    [1, 'npm error code EINTEGRITY', /^Un paquet reçu n’est pas celui attendu/],
    [127, 'spawn npm ENOENT', /^npm est introuvable/],
    [1, 'npm error code EUSAGE', /^npm n’a pas pu installer/],
  ]
  for (const [code, output, sentence] of cases) {
    test(`${output.split('\n')[0]}`, () => assert.match(npmRefusal(code, output, '/crm').message, sentence))
  }
})

describe('the built interface', () => {
  const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000)
  const tree = (t: { after(done: () => void): void }, files: Record<string, number>) => {
    const root = mkdtempSync(join(tmpdir(), 'arbre '))
    t.after(() => rmSync(root, { recursive: true }))
    for (const file of Object.keys(files)) {
      mkdirSync(join(root, dirname(file)), { recursive: true })
      writeFileSync(join(root, file), '')
    }
    for (const folder of ['app/web', 'app/server', 'app', 'kernel/web', 'kernel', 'capabilities', 'locales']) {
      mkdirSync(join(root, folder), { recursive: true })
    }
    for (const folder of ['app/web', 'app/server', 'app', 'kernel/web', 'kernel', 'capabilities', 'locales'])
      utimesSync(join(root, folder), at(0), at(0))
    for (const [file, seconds] of Object.entries(files)) utimesSync(join(root, file), at(seconds), at(seconds))
    return root
  }
  const built = { 'vite.config.ts': 1, 'dist/web/index.html': 10 }
  const cases: ReadonlyArray<[string, Record<string, number>, boolean]> = [
    ['is fresh when younger than every source', { ...built, 'app/web/main.tsx': 9 }, true],
    ['is stale when a screen is younger', { ...built, 'app/web/main.tsx': 11 }, false],
    ['is stale when the texts are younger', { ...built, 'locales/fr.po': 11 }, false],
    ['is stale when it is missing', { 'vite.config.ts': 1 }, false],
    ['does not mind the server nor the tests', { ...built, 'app/server/main.ts': 20, 'kernel/web/x.test.ts': 20 }, true],
    ['is not asked for while there is nothing to build', { 'app/web/main.tsx': 11 }, true],
  ]
  for (const [what, files, fresh] of cases) test(what, (t) => assert.equal(isWebFresh(tree(t, files)), fresh))

  test('is stale when a source was deleted', (t) => {
    const root = tree(t, { ...built, 'app/web/main.tsx': 1, 'app/web/old.tsx': 1 })
    rmSync(join(root, 'app/web/old.tsx'))
    assert.equal(isWebFresh(root), false)
  })
})

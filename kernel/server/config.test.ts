import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { readConfig, withPort } from './config.ts'
import { StartupError } from './startup-error.ts'

const base = mkdtempSync(join(tmpdir(), 'réglages '))
after(() => rmSync(base, { recursive: true }))
let made = 0
const freshFolder = () => join(base, String((made += 1)))

describe('the settings', () => {
  test('have the documented defaults', () => {
    const dataDir = freshFolder()
    const { secret, ...others } = readConfig({ DATA_DIR: dataDir })
    assert.deepEqual(others, {
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      baseUrlIsGiven: false,
      dataDir,
      databaseUrl: null,
      smtpUrl: null,
      s3Url: null,
      role: 'all',
      signup: 'first',
      logLevel: 'info',
    })
    assert.equal(Buffer.from(secret, 'base64url').length, 32)
  })

  test('are read as given, and an empty one counts as absent', () => {
    const config = readConfig({
      DATA_DIR: freshFolder(),
      PORT: ' 8080 ',
      HOST: '::1',
      BASE_URL: 'https://crm.exemple.dz/',
      DATABASE_URL: 'postgres:///assura?host=/run/postgresql',
      SMTP_URL: 'smtps://a:b@mail.exemple.dz',
      S3_URL: '',
      ASSURA_SECRET: 'x'.repeat(32),
      ASSURA_ROLE: 'worker',
      ASSURA_SIGNUP: 'CLOSED',
      LOG_LEVEL: 'debug',
    })
    assert.deepEqual(
      [config.port, config.host, config.baseUrl, config.role, config.signup, config.logLevel, config.s3Url],
      [8080, '::1', 'https://crm.exemple.dz', 'worker', 'closed', 'debug', null],
    )
    assert.equal(config.secret, 'x'.repeat(32))
    assert.throws(() => Object.assign(config, { port: 1 }), TypeError)
  })

  const addresses: ReadonlyArray<[Record<string, string>, number, string]> = [
    [{}, 3000, 'http://127.0.0.1:3000'],
    [{ HOST: '0.0.0.0', PORT: '80' }, 80, 'http://127.0.0.1:80'],
    [{ HOST: '::' }, 3000, 'http://127.0.0.1:3000'],
    [{ HOST: '::1', PORT: '0' }, 41_234, 'http://[::1]:41234'],
    [{ HOST: 'crm.local', PORT: '0' }, 41_234, 'http://crm.local:41234'],
    [{ BASE_URL: 'https://crm.exemple.dz', PORT: '0' }, 41_234, 'https://crm.exemple.dz'],
  ]
  for (const [env, port, expected] of addresses) {
    test(`make the address ${expected} of ${JSON.stringify(env)} on port ${port}`, () => {
      assert.equal(withPort(readConfig({ ...env, DATA_DIR: freshFolder() }), port).baseUrl, expected)
    })
  }

  const refusals: ReadonlyArray<[string, string]> = [
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['HOST', 'deux mots'],
    ['BASE_URL', 'crm.exemple.dz'],
    ['BASE_URL', 'ftp://crm.exemple.dz'],
    ['BASE_URL', 'https://exemple.dz/crm'],
    ['DATABASE_URL', 'mysql://a:secret@b/c'],
    ['SMTP_URL', 'mail.exemple.dz:587'],
    ['S3_URL', 'pas une adresse'],
    ['ASSURA_SECRET', 'court'],
    ['ASSURA_ROLE', 'chef'],
    ['ASSURA_SIGNUP', 'oui'],
    ['LOG_LEVEL', 'tout'],
  ]
  for (const [name, value] of refusals) {
    test(`refuse ${name}=${value} in one sentence that names it`, () => {
      const dataDir = freshFolder()
      assert.throws(
        () => readConfig({ DATA_DIR: dataDir, [name]: value }),
        (error) =>
          error instanceof StartupError &&
          error.exitCode === 78 &&
          error.message.startsWith(`Réglage ${name} : `) &&
          /^[^\n]*\.$/.test(error.message),
      )
    })
  }

  test('never repeat a password in a refusal', () => {
    for (const name of ['DATABASE_URL', 'SMTP_URL', 'S3_URL', 'ASSURA_SECRET']) {
      assert.throws(
        () => readConfig({ DATA_DIR: freshFolder(), [name]: 'gopher://u:motdepasse@x' }),
        (error) => error instanceof StartupError && !error.message.includes('motdepasse'),
      )
    }
  })
})

describe('the data folder', () => {
  test('is made for its owner alone, from a relative path too', () => {
    const { dataDir } = readConfig({ DATA_DIR: freshFolder() + '/plus/bas' })
    assert.equal(statSync(dataDir).mode & 0o777, 0o700)
    assert.ok(readConfig({ DATA_DIR: `${base}/../${base.split('/').at(-1)}/1` }).dataDir === join(base, '1'))
  })

  test('is refused when it is a file', () => {
    const file = freshFolder()
    writeFileSync(file, '')
    assert.throws(() => readConfig({ DATA_DIR: file }), /^StartupError: DATA_DIR : .* n’est pas un dossier/)
  })
})

describe('the secret of the data folder', () => {
  test('is made once, for its owner alone, and leaves no other file', () => {
    const dataDir = freshFolder()
    const { secret } = readConfig({ DATA_DIR: dataDir })
    assert.equal(readConfig({ DATA_DIR: dataDir }).secret, secret)
    assert.notEqual(readConfig({ DATA_DIR: freshFolder() }).secret, secret)
    assert.equal(statSync(join(dataDir, 'secret')).mode & 0o777, 0o600)
    assert.deepEqual(readdirSync(dataDir), ['secret'])
  })

  test('is not made when one is given', () => {
    const dataDir = freshFolder()
    readConfig({ DATA_DIR: dataDir, ASSURA_SECRET: 'y'.repeat(40) })
    assert.deepEqual(readdirSync(dataDir), [])
  })

  test('is refused when its file is damaged, and not replaced: what it protects would be lost', () => {
    const dataDir = freshFolder()
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'secret'), 'abc')
    assert.throws(() => readConfig({ DATA_DIR: dataDir }), /abîmé/)
  })
})

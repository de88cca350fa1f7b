import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

test('the log tells why and where an error came, and nothing of the row or the connection that it carries', () => {
  const script = `
    const { openLog } = await import(${JSON.stringify(new URL('log.ts', import.meta.url).href)})
    const error = Object.assign(new Error('duplicate key', { cause: new Error('deeper') }), {
      code: '23505', constraint: 'sign_in_email', detail: 'Key (email)=(nadia@exemple.dz) already exists.', client: { secretKey: 42 },
    })
    openLog('warn').warn({ err: error, password: 'p', user: { password: 'secret-word' } }, 'saving')`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  assert.equal(stderr, '')
  const line = JSON.parse(stdout) as { msg: string; err: { code: string; constraint: string; stack: string; cause: { message: string } } }
  assert.equal(line.msg, 'saving')
  assert.deepEqual([line.err.code, line.err.constraint, line.err.cause.message], ['23505', 'sign_in_email', 'deeper'])
  assert.match(line.err.stack, /duplicate key\n +at /)
  assert.doesNotMatch(stdout, /nadia|secretKey|secret-word/)
})

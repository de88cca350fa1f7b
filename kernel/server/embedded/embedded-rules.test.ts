import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Client } from 'pg'
import { urlOf } from './connect.ts'
import { diagnose } from './diagnose.ts'
import { parsePostmasterNote } from './postmaster-file.ts'
import { serverSettings } from './settings.ts'

const note = (status: string) => `4711\n/données/db\n1700000000\n5432\n/données/socket\n\n  5432001 12\n${status}\n`

describe('the note of a running server', () => {
  test('tells number, port, socket folder and status', () => {
    assert.deepEqual(parsePostmasterNote(note('ready   ')), { pid: 4711, port: 5432, socketFolder: '/données/socket', status: 'ready' })
    assert.equal(parsePostmasterNote(note('stopping'))?.status, 'stopping')
    assert.equal(parsePostmasterNote(note('starting'))?.status, 'starting')
  })

  test('counts as starting while it is half written, and as none while empty', () => {
    assert.equal(parsePostmasterNote('4711\n/données/db\n')?.status, 'starting')
    assert.equal(parsePostmasterNote(''), null)
    assert.equal(parsePostmasterNote('abc\n'), null)
  })
})

describe('a server that did not start', () => {
  const cases: ReadonlyArray<[string, RegExp]> = [
    ['FATAL:  could not write lock file "postmaster.pid": No space left on device', /Le disque de \/d est plein/],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', /pas assez de mémoire/],
    ['FATAL:  could not open file "base/1": Permission denied', /n’a pas le droit/],
    ['PANIC:  could not locate a valid checkpoint record at 0/1', /est abîmée/],
    [
      'LOG:  a\nFATAL:  quelque chose d’inconnu\nLOG:  database system is shut down',
      /« FATAL: {2}quelque chose d’inconnu » \(journal : \/d\/log\)/,
    ],
    ['', /aucun message/],
  ]
  for (const [output, sentence] of cases) {
    test(`is explained: ${sentence.source}`, () => {
      const error = diagnose(output, '/d', '/d/log')
      assert.match(error.message, sentence)
      assert.equal(error.exitCode, 69)
    })
  }
})

describe('the memory of the server', () => {
  const gigabyte = 1024 ** 3
  const cases: ReadonlyArray<[number, string, string]> = [
    [0.1 * gigabyte, '32MB', '64MB'],
    [1 * gigabyte, '256MB', '64MB'],
    [2 * gigabyte, '512MB', '256MB'],
    [64 * gigabyte, '512MB', '256MB'],
  ]
  for (const [memory, buffers, maintenance] of cases) {
    test(`is ${buffers} of shared buffers on a machine of ${memory / gigabyte} GB`, () => {
      const settings = serverSettings(memory)
      assert.equal(settings['shared_buffers'], buffers)
      assert.equal(settings['maintenance_work_mem'], maintenance)
    })
  }

  test('never trades an acknowledged write for speed', () => {
    const settings = serverSettings(gigabyte)
    assert.deepEqual([settings['fsync'], settings['synchronous_commit']], ['on', 'on'])
    assert.equal(settings['full_page_writes'], undefined)
  })
})

test('the address of the server survives spaces, accents and signs of any kind', () => {
  const connection = {
    host: '/données de l’été/100 % + sûr/socket',
    port: 5433,
    user: 'owner',
    password: 'a b+c/d&e?f%',
    database: 'assura',
  }
  const { host, port, user, password, database } = new Client(urlOf(connection))
  assert.deepEqual({ host, port, user, password, database }, connection)
})

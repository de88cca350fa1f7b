import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { testDatabase, type TestDatabase } from '#kernel/server/testing/test-database.ts'
import type { Reach } from '#kernel/shared/rights.ts'
import type { InputOf, Operation, OutputOf } from '#kernel/shared/contract.ts'
import { buildApp, type App, type AppOptions } from '../app.ts'
import type { Role } from '#capabilities/identity/contract.ts'
import { loadReferenceData } from '#capabilities/organization/server/index.ts'
import { addPerson, settleOrganization } from '../settle-organization.ts'

/** What came back: status, body and headers, as any client sees them. */
export interface Answer<T = unknown> {
  readonly status: number
  readonly body: T
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
}

/** A signed-in person of a test, who calls operations as a browser would. */
export interface Person {
  readonly id: string
  readonly agencyId: string
  readonly organizationId: string
  readonly cookie: string
  call<O extends Operation>(operation: O, input: InputOf<O>, headers?: Record<string, string>): Promise<Answer<OutputOf<O>>>
  /** Calls and expects success; a refusal fails the test with its sentence. */
  ok<O extends Operation>(operation: O, input: InputOf<O>): Promise<OutputOf<O>>
}

export interface TestApp {
  readonly app: App
  readonly database: TestDatabase
  readonly dataDir: string
  /** A new organization with its head office and administrator. */
  organization(name?: string): Promise<{ organizationId: string; headOffice: string; administrator: Person }>
  /** One more person in an organization. */
  person(of: { organizationId: string; agencyId: string; role: Role; scope?: Reach; name?: string }): Promise<Person>
  request(
    method: string,
    url: string,
    options?: {
      body?: unknown
      cookie?: string
      headers?: Record<string, string>
      form?: { file: Buffer; name: string; fields?: Record<string, string> }
    },
  ): Promise<Answer>
  /** Waits until every background job that is due has run. */
  settled(): Promise<void>
  /** Rows as the database's owner sees them, past every wall: to age a record, or to look at what nobody may read. */
  rows<T = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<T[]>
}

const dueJobs = `select 1 from jobs.job where state in ('created', 'retry', 'active') and start_after <= now() limit 1`
/** Long enough to leave the processors to the jobs that are waited for. */
const lookAgainMs = 10

/** The whole application over a database of its own, without a port: the tests go through the same door as everybody. */
export const testApp = async (overrides: Partial<AppOptions> = {}): Promise<TestApp> => {
  // Hooks run in the order in which they are given: the application leaves before its database goes.
  const leaving: (() => Promise<void>)[] = []
  after(async () => {
    for (const leave of leaving) await leave()
  })
  const database = await testDatabase((client) => loadReferenceData(client))
  const dataDir = mkdtempSync(join(tmpdir(), 'assura-data-'))
  const app = await buildApp({
    database,
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    dataDir,
    baseUrl: 'http://127.0.0.1:3000',
    smtpUrl: null,
    secret: 'a-secret-for-tests-of-enough-characters',
    signUp: 'open',
    version: 'test',
    role: 'all',
    webFolder: null,
    connections: 6,
    sweepEveryMs: null,
    ...overrides,
  })
  // One connection for all looks, opened by the first.
  let owner: pg.Client | null = null
  const rows: TestApp['rows'] = async (text, values = []) => {
    if (owner === null) {
      owner = new pg.Client(database.owner as pg.ClientConfig)
      await owner.connect()
    }
    return (await owner.query(text, [...values])).rows as never
  }
  leaving.push(async () => {
    await owner?.end()
    await app.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  const request: TestApp['request'] = async (method, url, options = {}) => {
    const { http } = app
    if (!http) throw new Error('this test app serves nobody')
    const headers: Record<string, string> = { 'accept-language': 'fr', ...options.headers }
    if (options.cookie !== undefined) headers['cookie'] = options.cookie
    let payload: string | Buffer | undefined
    if (options.form) {
      const made = multipart(options.form)
      payload = made.payload
      headers['content-type'] = made.type
    } else if (options.body !== undefined) {
      payload = JSON.stringify(options.body)
      headers['content-type'] ??= 'application/json'
    }
    const response = await http.inject({ method: method as 'GET', url, headers, ...(payload !== undefined && { payload }) })
    const type = response.headers['content-type'] ?? ''
    return {
      status: response.statusCode,
      body: type.includes('json') ? JSON.parse(response.body) : response.body,
      headers: response.headers as Answer['headers'],
    }
  }

  const personOf = (made: { id: string; agencyId: string; organizationId: string; cookie: string }): Person => ({
    ...made,
    call: (operation, input, headers) => callOperation(request, operation, input as Record<string, unknown>, made.cookie, headers) as never,
    ok: async (operation, input) => {
      const answer = await callOperation(request, operation, input as Record<string, unknown>, made.cookie)
      if (answer.status >= 400) throw new Error(`${operation.name}: ${answer.status} ${JSON.stringify(answer.body)}`)
      return answer.body as never
    },
  })

  return {
    app,
    database,
    dataDir,
    request,
    rows,
    organization: async (name = 'Assurances du Test') => {
      const made = await settleOrganization(app.services, { name, wilaya: '16' })
      const administrator = await addPerson(app.services, {
        organizationId: made.organizationId,
        agencyId: made.agencyId,
        role: 'administrator',
        scope: 'organization',
        name: 'Nadia Hamidi',
      })
      return { organizationId: made.organizationId, headOffice: made.agencyId, administrator: personOf(administrator) }
    },
    person: async (of) => personOf(await addPerson(app.services, { name: 'Karim Meziane', ...of })),
    settled: async () => {
      await app.relay.sweep()
      while ((await rows(dueJobs)).length > 0) await setTimeout(lookAgainMs)
    },
  }
}

/** Turns an operation and its input into the request that a client of the API would send. */
export const callOperation = (
  request: TestApp['request'],
  operation: Operation,
  input: Record<string, unknown>,
  cookie: string,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const rest = { ...input }
  const path = operation.path.replace(/:([a-z_]+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    // Half a character has no place in an address, whoever sends it.
    return encodeURIComponent((typeof value === 'string' ? value : JSON.stringify(value)).toWellFormed())
  })
  if (operation.method === 'GET' || operation.method === 'DELETE') {
    const query = new URLSearchParams(
      Object.entries(rest).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, typeof value === 'string' ? value : JSON.stringify(value)]],
      ),
    )
    const text = query.toString()
    return request(operation.method, `/api/v1${path}${text === '' ? '' : `?${text}`}`, { cookie, headers })
  }
  return request(operation.method, `/api/v1${path}`, { cookie, headers, body: rest })
}

const multipart = (form: { file: Buffer; name: string; fields?: Record<string, string> }): { payload: Buffer; type: string } => {
  const boundary = '----assura-test-boundary'
  const parts = Object.entries(form.fields ?? {}).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${form.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(parts.join('') + head), form.file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

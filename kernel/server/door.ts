import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { newId } from '#kernel/shared/ids.ts'
import { writes, type Operation, type OutputOf, type ParsedOf } from '#kernel/shared/contract.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { sql, type RawBuilder } from 'kysely'
import { writeAudit, type AuditNote } from './audit.ts'
import { actorCan, type Actor, type Caller, type Context, type Upload } from './context.ts'
import { withNext } from './client.ts'
import { sqlState, type Database, type Db } from './database.ts'
import { writeEvents, type EventNote } from './events.ts'
import { inputProblem } from './input-problem.ts'
import { recallAnswer, rememberAnswer } from './idempotency.ts'
import type { JobQueue } from './jobs.ts'
import { say } from './language.ts'
import { writeMail, type MailNote } from './mail.ts'
import { tellFollowers } from './occasions.ts'
import { forbidden } from './scope.ts'
import type { Services } from './services.ts'
import { refuseUnwritable } from './unwritable.ts'

/** A verb: the trade's act behind one operation. Loads, decides, writes, records; knows nothing of HTTP. */
export type Verb<O extends Operation, P = undefined> = (ctx: Context, input: ParsedOf<O>, prepared: P) => Promise<OutputOf<O>>

/** What a capability hands to the door: the operation and its verb. */
export interface Implementation {
  readonly operation: Operation
  readonly prepare: ((services: Services, input: never, call: Call) => Promise<unknown>) | null
  readonly run: (ctx: Context, input: never, prepared: never) => Promise<unknown>
  /** The import's role alone reaches the staging tables. */
  readonly role: 'app' | 'import'
}

/**
 * Binds a verb to its operation. `prepare` does, before the transaction opens, what is slow and needs no lock (hashing a password,
 * reading an uploaded image).
 */
export const implement = <O extends Operation, P = undefined>(
  operation: O,
  run: Verb<O, P>,
  options: { prepare?: (services: Services, input: ParsedOf<O>, call: Call) => Promise<P>; role?: 'app' | 'import' } = {},
): Implementation => ({
  operation,
  prepare: (options.prepare as Implementation['prepare']) ?? null,
  run: run as unknown as Implementation['run'],
  role: options.role ?? 'app',
})

/** One call of an operation, from whatever side it comes. */
export interface Call {
  readonly actor: Actor
  readonly organizationId: string | null
  readonly input: unknown
  readonly requestId: string
  readonly idempotencyKey?: string | undefined
  readonly now?: string
  readonly upload?: Upload | null
  readonly caller?: Caller
  /** How the transaction enters the organization, when it is to check the caller again (`authenticate.ts`). */
  readonly enter?: RawBuilder<unknown> | undefined
}

export interface Answered {
  readonly status: number
  readonly body: unknown
  /** A session handed out or, with a null token, taken away. */
  readonly credential?: { readonly token: string | null; readonly expiresAt: string | null }
  readonly deviceMark?: string
}

const nobodysCaller: Caller = { device: '', deviceMark: null }

/** Permissions that everybody signed in holds are written `signed-in`; a visitor holds only `public`. */
const checkAccess = (operation: Operation, actor: Actor): void => {
  if (operation.access === 'public') return
  if (actor.kind === 'visitor')
    throw new Problem(401, 'not_signed_in', /*i18n*/ { id: 'kernel.not_signed_in', message: 'Connectez-vous pour continuer.' })
  // A key stands for its person's rights on records, never for the person: password, sessions and profile stay theirs.
  if (operation.access === 'signed-in' && actor.kind === 'api_key' && writes(operation)) throw forbidden()
  if (operation.access !== 'signed-in' && actorCan(actor, operation.access) === null) throw forbidden()
}

/**
 * The one door (docs/architecture.md): checks the permission, validates, opens a transaction bound to the organization, runs the
 * verb, refuses a write that left no journal entry, shapes the output, commits, answers. Throws `Problem` for every expected refusal.
 */
export const passDoor = async (services: Services, implementation: Implementation, call: Call): Promise<Answered> => {
  const { operation } = implementation
  checkAccess(operation, call.actor)
  refuseUnwritable(call.input)
  const parsed = operation.input.safeParse(call.input)
  if (!parsed.success) throw inputProblem(parsed.error, call.actor.language)
  const prepared = implementation.prepare ? await implementation.prepare(services, parsed.data as never, call) : undefined
  const status = operation.status ?? 200
  const key = operation.method === 'POST' && writes(operation) ? call.idempotencyKey : undefined
  const scope = call.actor.credentialId ?? call.actor.userId ?? call.actor.ip ?? 'visitor'
  const bodyHash =
    key === undefined
      ? ''
      : createHash('sha256')
          .update(`${operation.name}\n${JSON.stringify(call.input)}`)
          .digest('hex')

  const given: { credential?: NonNullable<Answered['credential']>; deviceMark?: string } = {}
  const outer = { ...call, given }
  const answered = await inTransaction(
    services,
    implementation.role,
    !writes(operation),
    call.organizationId,
    operation.name,
    outer,
    async (ctx) => {
      if (key !== undefined) {
        const remembered = await recallAnswer(ctx.db, { scope, key, operation: operation.name, bodyHash, now: ctx.now })
        if (remembered) {
          ctx.unchanged()
          return remembered
        }
      }
      const result = await implementation.run(ctx, parsed.data as never, prepared as never)
      const body = operation.answer === undefined || operation.answer === 'json' ? shape(operation.output, result, operation.name) : result
      if (key !== undefined) await rememberAnswer(ctx.db, { scope, key, status, answer: body })
      return { status, body }
    },
  )
  return { ...answered, ...given }
}

/** Only what the contract names leaves the house; anything else is a fault of ours. */
const shape = (output: z.ZodType, result: unknown, name: string): unknown => {
  const shaped = output.safeParse(result)
  if (!shaped.success) throw new Error(`${name} answered outside its contract: ${shaped.error.message}`)
  return shaped.data
}

/** A chunk of background work passes here: bound, journalled and announced like any other call (docs/decisions.md 10). */
export const runAs = <T>(
  services: Services,
  call: {
    actor: Actor
    organizationId: string
    operation: string
    requestId?: string
    readOnly?: boolean
    role?: 'app' | 'import'
    /** When it happens, where that is not now: what is made of a past. */
    now?: string
  },
  work: (ctx: Context) => Promise<T>,
): Promise<T> =>
  inTransaction(
    services,
    call.role ?? 'app',
    call.readOnly ?? false,
    call.organizationId,
    call.operation,
    { actor: call.actor, requestId: call.requestId ?? newId(), ...(call.now !== undefined && { now: call.now }) },
    work,
  )

/** Work of the program that itself enters an organization it makes or finds. */
export const runUnbound = <T>(
  services: Services,
  call: { actor: Actor; operation: string; now?: string },
  work: (ctx: Context) => Promise<T>,
): Promise<T> =>
  inTransaction(
    services,
    'app',
    false,
    null,
    call.operation,
    { actor: call.actor, requestId: newId(), ...(call.now !== undefined && { now: call.now }) },
    work,
  )

const serializationFailures = new Set(['40001', '40P01', 'XX000'])
const mostTries = 4

const inTransaction = async <T>(
  services: Services,
  role: 'app' | 'import',
  readOnly: boolean,
  organizationId: string | null,
  operation: string,
  call: InnerCall,
  work: (ctx: Context) => Promise<T>,
): Promise<T> => {
  const database: Database = role === 'import' ? services.importDatabase : services.database
  for (let attempt = 1; ; attempt += 1) {
    try {
      const transaction = readOnly ? database.transaction().setAccessMode('read only') : database.transaction()
      const { result, touched, refusal } = await transaction.execute((db) =>
        attemptOnce(services, db, organizationId, operation, readOnly, call, work),
      )
      if (touched !== null) services.relay.poke(touched)
      if (refusal !== null) throw refusal
      return result as T
    } catch (error) {
      const state = sqlState(error)
      if (state === undefined || !serializationFailures.has(state) || attempt >= mostTries) throw error
    }
  }
}

interface InnerCall {
  readonly actor: Actor
  readonly requestId: string
  readonly now?: string
  readonly upload?: Upload | null
  readonly caller?: Caller
  readonly enter?: RawBuilder<unknown> | undefined
  readonly given?: { credential?: NonNullable<Answered['credential']>; deviceMark?: string }
}

/** One attempt inside one transaction: the verb, then what it left to be written beside its own rows. */
const attemptOnce = async <T>(
  services: Services,
  db: Db,
  organizationId: string | null,
  operation: string,
  readOnly: boolean,
  call: InnerCall,
  work: (ctx: Context) => Promise<T>,
): Promise<{ result: T | undefined; touched: string | null; refusal: Problem | null }> => {
  const notes: AuditNote[] = []
  const events: EventNote[] = []
  const mails: MailNote[] = []
  let bound: string | null = null
  let nothingChanged = false
  const now = call.now ?? new Date().toISOString()
  const enter = async (id: string) => {
    await sql`${sql.raw(withNext)} select app_set_org(${id}::uuid)`.execute(db)
    bound = id
  }
  if (organizationId !== null && call.enter !== undefined) {
    await sql`${sql.raw(withNext)} ${call.enter}`.execute(db)
    bound = organizationId
  } else if (organizationId !== null) await enter(organizationId)
  const ctx: Context = {
    actor: call.actor,
    db,
    get organizationId() {
      if (bound === null) throw new Error(`${operation} used the organization before entering one`)
      return bound
    },
    now,
    requestId: call.requestId,
    can: (permission) => actorCan(call.actor, permission),
    audit: (note) => void notes.push(note),
    emit: (event) => void events.push(event),
    occasion: (name, fact) => tellFollowers(services.followers, ctx, name, fact),
    mail: (note) => void mails.push(note),
    jobs: services.jobs.within(db),
    say: (sentence) => say(call.actor.language, sentence),
    unchanged: () => {
      nothingChanged = true
    },
    enter,
    upload: call.upload ?? null,
    caller: call.caller ?? nobodysCaller,
    giveCredential: (token, expiresAt) => {
      if (call.given) call.given.credential = { token, expiresAt }
    },
    giveDeviceMark: (mark) => {
      if (call.given) call.given.deviceMark = mark
    },
  }
  let result: T | undefined
  let refusal: Problem | null = null
  try {
    result = await work(ctx)
  } catch (error) {
    // A refusal that must leave a trace (a wrong password counted) commits what the verb wrote before it.
    if (!(error instanceof Problem && error.extra.keep === true)) throw error
    refusal = error
  }
  if (readOnly) return { result, touched: null, refusal }
  if (notes.length === 0 && !nothingChanged && refusal === null) throw new Error(`${operation} wrote without a journal entry`)
  if (bound !== null) {
    await writeAudit(db, notes, { organizationId: bound, actor: call.actor, operation, requestId: call.requestId, now })
    await writeEvents(db, bound, now, events)
    await writeMail(db, bound, now, mails, services)
  }
  return { result, touched: bound, refusal }
}

export type { JobQueue }

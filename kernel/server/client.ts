import { createHash } from 'node:crypto'
import pg from 'pg'

/**
 * Marks a statement whose rows nobody needs: it waits for the next one and travels with it. What it refuses (a caller who has left)
 * refuses that next statement.
 */
export const withNext = '/* with next */'

const named = new Map<string, string>()
const mostNamed = 2000

/** A statement is planned once per connection under its name; lists with unusual filters stay unnamed once many are. */
const nameOf = (text: string): string | undefined => {
  const known = named.get(text)
  if (known !== undefined) return known
  if (named.size >= mostNamed) return undefined
  const name = createHash('sha1').update(text).digest('base64url')
  named.set(text, name)
  return name
}

type Asked = readonly [text: string, values: unknown[] | undefined]
type Result = { command: string; rowCount: number | null; rows: unknown[] }

const nothing = (command: string): Promise<Result> => Promise.resolve({ command, rowCount: null, rows: [] })

/** What a caller gave, when it is plain text with or without values; the driver's other forms pass as they are. */
const asked = (args: readonly unknown[]): Asked | null => {
  if (args.length > 2 || typeof args[1] === 'function') return null
  const [config, values] = args
  if (typeof config === 'string') return [config, Array.isArray(values) ? values : undefined]
  if (typeof config !== 'object' || config === null || 'submit' in config || 'name' in config || 'rowMode' in config) return null
  if (!('text' in config) || typeof config.text !== 'string') return null
  return [config.text, 'values' in config && Array.isArray(config.values) ? config.values : undefined]
}

const farewellAfterMs = 2

/**
 * The driver's client with prepared statements and few journeys: the beginning of a transaction and its binding to an organization
 * travel with the first question, and the end of one that only read travels with
 * the next one. A read is so one journey where statement by statement it would be five.
 */
export class FrugalClient extends pg.Client {
  #waiting: Asked[] = []
  /** Where in `#waiting` the transaction begins that exists on this side only; -1 without one. */
  #begun = -1
  #readOnly = false
  #farewell: NodeJS.Timeout | undefined

  // @ts-expect-error the driver's overloads cannot be restated
  override query(...args: unknown[]) {
    const question = asked(args)
    if (question === null) {
      // Another form of question (a callback, a stream) never enters a transaction that is only waiting to end.
      this.#sendWaiting()
      return this.#send(args)
    }
    const [text, values] = question
    if (text === 'begin' || text.startsWith('start transaction')) return this.#begin(question)
    if (text.startsWith(withNext)) {
      this.#waiting.push(question)
      return nothing('SELECT')
    }
    if (text === 'rollback' && this.#begun >= 0) return this.#forget('ROLLBACK')
    if (text === 'commit') {
      if (this.#begun >= 0 && this.#begun === this.#waiting.length - 1) return this.#forget('COMMIT')
      if (this.#readOnly && this.#waiting.length === 0) return this.#leave(question)
    }
    return this.#waiting.length === 0 ? this.#ask(text, values) : this.#askAfterWaiting(text, values)
  }

  #begin(question: Asked): Promise<Result> {
    clearTimeout(this.#farewell)
    this.#begun = this.#waiting.push(question) - 1
    this.#readOnly = question[0].endsWith('read only')
    return nothing('BEGIN')
  }

  /** Ends a transaction of which the server never heard. */
  #forget(command: string): Promise<Result> {
    this.#waiting.length = this.#begun
    this.#begun = -1
    if (this.#waiting.length > 0) this.#leaveSoon()
    return nothing(command)
  }

  /** Nothing hangs on the end of a transaction that only read: it travels with the next one, or alone if none comes at once. */
  #leave(question: Asked): Promise<Result> {
    this.#waiting.push(question)
    this.#leaveSoon()
    return nothing('COMMIT')
  }

  #leaveSoon(): void {
    this.#farewell = setTimeout(() => this.#sendWaiting(), farewellAfterMs)
    this.#farewell.unref()
  }

  #sendWaiting(): void {
    clearTimeout(this.#farewell)
    const waiting = this.#waiting
    this.#waiting = []
    this.#begun = -1
    // What it refuses shows in what follows; a connection that broke says so to the pool.
    for (const [text, values] of waiting) this.#ask(text, values).catch(() => undefined)
  }

  async #askAfterWaiting(text: string, values: unknown[] | undefined): Promise<Result> {
    clearTimeout(this.#farewell)
    const before = this.#waiting
    this.#waiting = []
    this.#begun = -1
    let refusal: Error | undefined
    const { stream } = (this as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
    stream.cork()
    for (const [early, itsValues] of before) {
      this.#ask(early, itsValues).catch((error: unknown) => {
        refusal ??= error as Error
      })
    }
    const answer = this.#ask(text, values)
    stream.uncork()
    await answer.catch(() => undefined)
    // It is the cause of what the question itself met; a commit behind it would even succeed, as a rollback.
    if (refusal !== undefined) throw refusal
    return answer
  }

  #ask(text: string, values: unknown[] | undefined): Promise<Result> {
    if (values === undefined || values.length === 0) return this.#send([text])
    const name = nameOf(text)
    return this.#send([name === undefined ? { text, values } : { text, values, name }])
  }

  #send(args: readonly unknown[]): Promise<Result> {
    // @ts-expect-error see above
    return super.query(...args) as Promise<Result>
  }
}

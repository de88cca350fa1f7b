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

/**
 * The driver's client with prepared statements and few journeys: the beginning of a transaction and its binding to an organization
 * travel with the first question, and the end of one that only read is not waited for. A read is so one journey and a farewell
 * where statement by statement it would be five.
 */
export class FrugalClient extends pg.Client {
  #waiting: Asked[] = []
  #readOnly = false

  // @ts-expect-error the driver's overloads cannot be restated
  override query(...args: unknown[]) {
    const question = asked(args)
    if (question === null) return this.#send(args)
    const [text, values] = question
    if (text === 'begin' || text.startsWith('start transaction')) {
      this.#waiting = [question]
      this.#readOnly = text.endsWith('read only')
      return nothing('BEGIN')
    }
    if (text.startsWith(withNext)) {
      this.#waiting.push(question)
      return nothing('SELECT')
    }
    if (text === 'rollback' && this.#begins()) {
      this.#waiting = []
      return nothing('ROLLBACK')
    }
    if (text === 'commit') {
      if (this.#waiting.length === 1 && this.#begins()) {
        this.#waiting = []
        return nothing('COMMIT')
      }
      if (this.#readOnly && this.#waiting.length === 0) {
        // Nothing hangs on it; a connection that broke says so to the pool.
        this.#send([text]).catch(() => undefined)
        return nothing('COMMIT')
      }
    }
    return this.#waiting.length === 0 ? this.#ask(text, values) : this.#askAfterWaiting(text, values)
  }

  /** True when the transaction exists on this side only. */
  #begins(): boolean {
    const first = this.#waiting[0]?.[0]
    return first !== undefined && !first.startsWith(withNext)
  }

  async #askAfterWaiting(text: string, values: unknown[] | undefined): Promise<Result> {
    const before = this.#waiting
    this.#waiting = []
    let refusal: unknown
    const { stream } = (this as unknown as { connection: { stream: { cork(): void; uncork(): void } } }).connection
    stream.cork()
    for (const [early, itsValues] of before) {
      this.#ask(early, itsValues).catch((error: unknown) => {
        refusal ??= error
      })
    }
    const answer = this.#ask(text, values)
    stream.uncork()
    const [outcome] = await Promise.allSettled([answer])
    // It is the cause of what the question itself met; a commit behind it would even succeed, as a rollback.
    if (refusal !== undefined) throw refusal
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
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

import type { InputOf, Operation, OutputOf } from '#kernel/shared/contract.ts'
import type { FieldError, ProblemDetails } from '#kernel/shared/problem.ts'

/** What a request needs of an operation; contracts give it, and `plain` where their validators would weigh too much. */
export type Route = Pick<Operation, 'method' | 'path' | 'body' | 'readOnly'>

/**
 * An operation by method and path alone, typed by the contract (`import type`), for the pages before sign-in, which must
 * stay light: `plain<typeof identityOperations.signIn>('POST', '/auth/sign-in')`.
 */
export const plain = <T extends Operation>(method: T['method'], path: T['path'], more: Pick<Route, 'readOnly' | 'body'> = {}): T =>
  ({ method, path, ...more }) as T

/** A refusal of the server, or the absence of one: `status` 0 and code `network` when nothing answered. */
export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  /** Refused fields, dotted paths. */
  readonly errors: readonly FieldError[]
  readonly requestId: string
  /** The record as it stands now, on a version conflict (409). */
  readonly current: unknown
  readonly retryAfterSeconds: number | null

  constructor(problem: Partial<ProblemDetails> & { status: number; code: string }, retryAfterSeconds: number | null = null) {
    super(problem.detail || problem.title || problem.code)
    this.name = 'ApiProblem'
    this.status = problem.status
    this.code = problem.code
    this.errors = problem.errors ?? []
    this.requestId = problem.request_id ?? ''
    this.current = problem.current
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** True when nothing answered: the connection, not the server, said no. */
export const isOffline = (error: unknown): boolean => error instanceof ApiProblem && error.status === 0

export interface CallOptions {
  readonly signal?: AbortSignal | undefined
  /** The same key for the same submission, however often it is sent: the server then does it once. One is made per call otherwise. */
  readonly idempotencyKey?: string | undefined
  readonly file?: Blob | undefined
  /** Told while the body leaves: bytes sent, bytes in all. */
  readonly onProgress?: ((sent: number, total: number) => void) | undefined
  /** Gives the refusal of an ended session back in place of asking to sign in again. */
  readonly quiet?: boolean | undefined
}

/** Random identifier; `crypto.randomUUID` is missing on plain HTTP addresses, as of an agency's local server. */
export const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

interface Listeners {
  /** Asked when the session has ended (401 `not_signed_in`); true when the person signed in again and the call may be repeated. */
  unauthorized: (() => Promise<boolean>) | null
  /** Told after every call whether the server could be reached. */
  reachable: ((reached: boolean) => void) | null
}
const listeners: Listeners = { unauthorized: null, reachable: null }

/** Sets what happens on 401 answers and on lost connections; the shell does. */
export const listenToCalls = (changes: Partial<Listeners>): void => {
  Object.assign(listeners, changes)
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

const addressOf = (route: Route, input: Record<string, unknown>): { address: string; rest: Record<string, unknown> } => {
  const rest = { ...input }
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(asText(value))
  })
  if (route.method !== 'GET' && route.method !== 'DELETE') return { address: `/api/v1${path}`, rest }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest))
    if (value !== undefined && value !== null && value !== '') query.set(name, asText(value))
  const text = query.toString()
  return { address: `/api/v1${path}${text && `?${text}`}`, rest: {} }
}

/** The address of an operation that answers a file, for a link or an image. */
export const fileAddress = <T extends Operation>(route: T, input: InputOf<T>): string =>
  addressOf(route, input as Record<string, unknown>).address

const requestOf = (route: Route, input: Record<string, unknown>, options: CallOptions): [string, RequestInit] => {
  const { address, rest } = addressOf(route, input)
  const headers: Record<string, string> = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang }
  const init: RequestInit = { method: route.method, headers, credentials: 'same-origin', signal: options.signal ?? null }
  if (route.method === 'GET') return [address, init]
  // A page of another site cannot set a header: with SameSite=Lax, this is the protection against forged requests.
  headers['X-Assura-Request'] = '1'
  if (route.method === 'POST' && !route.readOnly) headers['Idempotency-Key'] = options.idempotencyKey ?? randomKey()
  if (route.body === 'multipart') {
    const form = new FormData()
    for (const [name, value] of Object.entries(rest)) {
      if (value === undefined || value === null) continue
      form.set(name, asText(value))
    }
    if (options.file) form.set('file', options.file)
    init.body = form
  } else if (route.method !== 'DELETE') {
    headers['Content-Type'] = 'application/json'
    init.body = JSON.stringify(rest)
  }
  return [address, init]
}

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const wait = Number(response.headers.get('Retry-After'))
  let problem: Partial<ProblemDetails> = {}
  try {
    problem = (await response.json()) as Partial<ProblemDetails>
  } catch {
    // A proxy's page in place of ours: the status says enough.
  }
  const requestId = problem.request_id ?? response.headers.get('X-Request-Id') ?? ''
  return new ApiProblem(
    { ...problem, status: response.status, code: problem.code ?? `http.${response.status}`, request_id: requestId },
    Number.isFinite(wait) && wait > 0 ? wait : null,
  )
}

const send = async (route: Route, input: Record<string, unknown>, options: CallOptions): Promise<Response> => {
  const [address, init] = requestOf(route, input, options)
  try {
    const response = options.onProgress
      ? await (await import('./send-with-progress.ts')).sendWithProgress(address, init, options.onProgress)
      : await fetch(address, init)
    listeners.reachable?.(true)
    return response
  } catch (error) {
    if (options.signal?.aborted) throw error
    listeners.reachable?.(false)
    throw new ApiProblem({ status: 0, code: 'network' })
  }
}

/**
 * Calls an operation and gives its answer. Throws `ApiProblem` for every refusal and for a lost connection. After a 401 the
 * person may sign in again over the page; the call is then repeated, so nothing typed is lost.
 */
export const call = async <T extends Operation>(operation: T, input: InputOf<T>, options: CallOptions = {}): Promise<OutputOf<T>> => {
  const fields = (input ?? {}) as Record<string, unknown>
  const steady = { ...options, idempotencyKey: options.idempotencyKey ?? randomKey() }
  let response = await send(operation, fields, steady)
  if (response.status === 401) {
    const problem = await problemOf(response)
    // A wrong password is a 401 as well: only a session that ended asks to sign in again.
    if (options.quiet || problem.code !== 'not_signed_in' || !listeners.unauthorized || !(await listeners.unauthorized())) throw problem
    response = await send(operation, fields, steady)
  }
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204) return {} as OutputOf<T>
  return (await response.json()) as OutputOf<T>
}

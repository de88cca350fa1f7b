import type { InputOf, Operation, OutputOf } from '#kernel/shared/contract.ts'
import { identityOperations, type Role } from '#capabilities/identity/contract.ts'
import type { Program } from './program.ts'

/** Enough characters, and none of the common ones. */
export const passwordOfAll = 'un-mot-de-passe-solide-16'

/** Somebody with an account, and an open session through which the API is called as a browser would. */
export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly agencyId: string
  /** `assura_session=…` */
  readonly cookie: string
  /** Calls an operation and gives its answer; a refusal throws with its sentence. */
  call<O extends Operation>(operation: O, input: InputOf<O>, file?: File): Promise<OutputOf<O>>
}

interface Answer {
  readonly body: unknown
  readonly cookie: string | null
}

const send = async (
  program: Program,
  operation: Operation,
  input: Record<string, unknown>,
  cookie: string,
  file?: File,
): Promise<Answer> => {
  const rest = { ...input }
  const path = operation.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name])
    delete rest[name]
    return encodeURIComponent(value)
  })
  const filled = Object.entries(rest).filter(([, value]) => value !== undefined)
  const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  const inAddress = operation.method === 'GET' || operation.method === 'DELETE'
  const query = inAddress ? new URLSearchParams(filled.map(([name, value]) => [name, asText(value)])).toString() : ''
  const headers: Record<string, string> = { cookie, 'accept-language': 'fr' }
  const init: RequestInit = { method: operation.method, headers }
  if (operation.body === 'multipart') {
    const form = new FormData()
    for (const [name, value] of filled) form.set(name, asText(value))
    if (file !== undefined) form.set('file', file)
    init.body = form
  } else if (!inAddress) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(rest)
  }
  const response = await fetch(`${program.url}/api/v1${path}${query === '' ? '' : `?${query}`}`, init)
  if (!response.ok) throw new Error(`${operation.name}: ${response.status} ${await response.text()}`)
  const set = response.headers.getSetCookie().find((one) => one.startsWith('assura_session='))
  return { body: await response.json(), cookie: set?.split(';')[0] ?? null }
}

/** Calls an operation that needs nobody signed in. */
export const callAsVisitor = async <O extends Operation>(program: Program, operation: O, input: InputOf<O>): Promise<OutputOf<O>> =>
  (await send(program, operation, input as Record<string, unknown>, '')).body as OutputOf<O>

/** Signs in somebody whose account is open. */
export const signIn = async (program: Program, email: string, password = passwordOfAll): Promise<Person> => {
  const { cookie } = await send(program, identityOperations.signIn, { login: email, password }, '')
  if (cookie === null) throw new Error(`${email} got no session`)
  const me = (await send(program, identityOperations.readMe, {}, cookie)).body as OutputOf<typeof identityOperations.readMe>
  return {
    id: me.id,
    name: me.name,
    email,
    role: me.role,
    agencyId: me.agency.id,
    cookie,
    call: async (operation, input, file) =>
      (await send(program, operation, input as Record<string, unknown>, cookie, file)).body as OutputOf<typeof operation>,
  }
}

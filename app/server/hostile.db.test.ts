import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemDetails } from '#kernel/shared/problem.ts'
import type { Operation } from '#kernel/shared/contract.ts'
import { implementations } from './app.ts'
import { fewHostileTexts, hostileForms, hostileOperands, hostileTexts } from './testing/hostile-values.ts'
import { placements, type Placement, type Target } from './testing/rights-placements.ts'
import { rightsWorld, type Member } from './testing/rights-world.ts'
import { placesIn, rowFieldsOf, sampleOf, withValue } from './testing/sample-input.ts'
import { callOperation, type Answer } from './testing/test-app.ts'

const world = await rightsWorld()
const member = world.members.find((one) => one.role === 'administrator' && one.scope === 'organization') as Member
// At the end: what ends the session of the test, and what gives the background more to do than the others can wait for.
const last: readonly string[] = ['import.create', 'import.dry_run', 'import.start', 'export.create', 'auth.sign_out']
const operations = implementations
  .map((implementation) => implementation.operation)
  .toSorted((one, other) => last.indexOf(one.name) - last.indexOf(other.name))

/** Inputs that are accepted as they stand, so that the one hostile value in them is carried to the very end. */
const accepted: Readonly<Record<string, object>> = {
  'contact.create': { kind: 'individual', last_name: 'Saadi', first_name: 'Amine', accept_duplicate: true },
  'contact.bulk': { items: [{ kind: 'individual', last_name: 'Saadi', first_name: 'Amine', accept_duplicate: true }] },
  'account.create': { kind: 'company', name: 'Comptoir du Sud' },
  'agency.create': { number: '16099', name: 'Agence', type: 'direct', wilaya: '16' },
  'invitation.create': { invitations: [{ agency_number: '16001', email: 'invite@exemple.dz' }] },
  'auth.sign_up': {
    administrator: { name: 'Nadia Hamidi', email: 'nadia@voisin.dz', password: 'quatre chevaux verts' },
    organization: { name: 'Voisine' },
    accept_terms: '2026-11',
  },
  'auth.sign_in': { login: 'nadia@voisin.dz', password: 'quatre chevaux verts' },
  'auth.forgot_password': { login: 'nadia@voisin.dz' },
  'auth.resend_verification': { login: 'nadia@voisin.dz' },
  'auth.reset_password': { token: 'x', password: 'quatre chevaux verts' },
  'invitation.accept': { token: 'x', name: 'Nadia Hamidi', password: 'quatre chevaux verts' },
}

let called = 0
/** Each call comes from an address of its own: the limit of calls is another test's matter. */
const send = (operation: Operation, input: unknown, cookie: string): Promise<Answer> => {
  called += 1
  const headers = { 'x-forwarded-for': `10.${String(called >> 16)}.${String((called >> 8) & 255)}.${String(called & 255)}` }
  if (operation.body !== 'multipart') return callOperation(world.app.request, operation, input as Record<string, unknown>, cookie, headers)
  const fields = Object.fromEntries(Object.entries(input as object).map(([key, value]) => [key, asField(value)]))
  return world.app.request('POST', `/api/v1${operation.path}`, {
    cookie,
    headers,
    form: { file: Buffer.from('Nom;Prénom\nSaadi;Amine\n'), name: 'clients.csv', fields },
  })
}
const asField = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null))

const shown = (value: unknown): string => JSON.stringify(value ?? null).slice(0, 60)

/** What is wrong with an answer to a hostile call: an error that is ours, or a refusal that does not say why. */
const faultOf = (answer: Answer): string | null => {
  if (answer.status < 400) return null
  if (answer.status >= 500) return String(answer.status)
  const problem = problemDetails.strict().safeParse(answer.body)
  if (!problem.success) return `${String(answer.status)} is no problem document: ${JSON.stringify(answer.body).slice(0, 200)}`
  return problem.data.detail.length > 5 && problem.data.errors.every((one) => one.message.length > 5)
    ? null
    : 'a refusal without a sentence'
}

const baseOf = async (operation: Operation, placement: Placement): Promise<{ input: object; target: Target | null }> => {
  if (placement.is === 'record') {
    const target = await world.make(placement.on, 'organization', member)
    return { input: placement.input(target), target }
  }
  if (placement.is === 'bulk') {
    const target = await world.make(placement.needs.startsWith('account') ? 'account' : 'contact', 'organization', member)
    return { input: placement.input([target.id]), target }
  }
  return { input: accepted[operation.name] ?? placement.input ?? {}, target: null }
}

const valuesFor = (operation: Operation): readonly [string, unknown][] => {
  const texts = Object.entries(hostileTexts)
  if (operation.body === 'multipart') return texts.filter(([name]) => fewHostileTexts.includes(name))
  return operation.method === 'GET' || operation.method === 'DELETE' ? texts : [...texts, ...Object.entries(hostileForms)]
}

/** A change that was made moves the version on; the next hostile value must not be stopped by a conflict. */
const versionIn = (answer: Answer): number | null => {
  const body = answer.body as { version?: unknown; current?: { version?: unknown } } | null
  const version = answer.status < 300 ? body?.version : body?.current?.version
  return typeof version === 'number' ? version : null
}

test('a hostile value in any place of any operation is taken or refused in a sentence, never an error of the program', async (t) => {
  for (const operation of operations) {
    await t.test(operation.name, async () => {
      const placement = placements[operation.name]
      assert.ok(placement)
      const { input: start } = await baseOf(operation, placement)
      let input: object = start
      const cookie = placement.is === 'public' ? '' : member.person.cookie
      const sample = sampleOf(operation.input)
      const values = valuesFor(operation)
      const faults: string[] = []
      for (const path of placesIn(sample))
        for (const [name, value] of values) {
          const hostile = withValue(input, sample, path, value)
          const answer = await send(operation, hostile, cookie)
          const fault = faultOf(answer)
          if (fault !== null) faults.push(`${path.join('.')} = ${name} (${shown(value)}): ${fault}`)
          const version = versionIn(answer)
          if (version !== null && 'version' in input) input = { ...input, version }
        }
      assert.deepEqual(faults.slice(0, 30), [])
    })
  }
})

test('a hostile condition on any column of any list is answered or refused in a sentence', async (t) => {
  // One of each way in which an operand is read.
  const operators = ['eq', 'in', 'gte', 'contains', 'within', 'empty', 'all', 'sounds_like']
  for (const operation of operations.filter((one) => 'filter' in ((sampleOf(one.input) ?? {}) as object))) {
    await t.test(operation.name, async () => {
      const fields = [...rowFieldsOf(operation.output), '__proto__', 'constructor', 'deleted', '']
      const faults: string[] = []
      const ask = async (input: Record<string, unknown>) => {
        const fault = faultOf(await send(operation, input, member.person.cookie))
        if (fault !== null) faults.push(`${shown(input)}: ${fault}`)
      }
      for (const field of fields) {
        for (const sort of [field, `-${field}`]) {
          for (const value of [1, 'x\u0000', '999999-12-31T00:00:00Z', '0000-01-01', true, null, { a: 1 }, [], 1e300])
            await ask({ sort, cursor: Buffer.from(JSON.stringify([sort, value, world.administrator.id])).toString('base64url') })
        }
        for (const operator of operators)
          for (const operand of hostileOperands)
            await ask({ filter: JSON.stringify({ [field]: { [operator]: operand } }), total: 'none', limit: 1 })
      }
      for (const filter of ['[', '[]', '1', 'null', '"a"', `${'{"not":'.repeat(500)}{}${'}'.repeat(500)}`, '{"and":{}}', '{"or":[1]}'])
        await ask({ filter })
      assert.deepEqual(faults.slice(0, 30), [])
    })
  }
})

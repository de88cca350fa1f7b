import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Operation } from '#kernel/shared/contract.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { reaches } from '#kernel/shared/rights.ts'
import { implementations } from './app.ts'
import { writtenReach } from './testing/rights-matrix.ts'
import { placements, type Kind, type Placement, type Target } from './testing/rights-placements.ts'
import { placesOf, rightsWorld, type Member, type Place, type Seeded, type World } from './testing/rights-world.ts'
import { callOperation, type Answer } from './testing/test-app.ts'

const operations = implementations.map((implementation) => implementation.operation)
const last = (operation: Operation) => Number(operation.name === 'auth.sign_out')
const inOrder = operations.toSorted((a, b) => last(a) - last(b))
const everyPlace: readonly Place[] = ['own', 'agency', 'region', 'organization', 'foreign']
/** Kinds whose records lie in agencies; the others are the same from every scope. */
const placedKinds: ReadonlySet<Kind> = new Set([
  'contact',
  'account',
  'activity',
  'reminder',
  'document',
  'policy',
  'receivable',
  'recovery',
  'payment',
  'claim',
])

const reachOf = (member: Member, needs: string) => {
  const [object = '', action = ''] = needs.split('.')
  return writtenReach(member.role, member.scope, object, action)
}

/** The status that the written rules demand of a call on a record; null when the door must let it in. */
const demanded = (member: Member, placement: Extract<Placement, { is: 'record' }>, place: Place): 403 | 404 | null => {
  const reach = reachOf(member, placement.needs)
  if (reach === null) return 403
  if (place === 'foreign') return 404
  if (!placedKinds.has(placement.on)) return null
  const object = placement.on === 'recovery' ? 'receivable' : placement.on
  const seen = writtenReach(member.role, member.scope, object, 'view')
  if (seen === null || !placesOf[seen].includes(place)) return 404
  // On the timeline, and for reminders, one writes as oneself, on every record that one sees: «own» bounds what is corrected later.
  if (['activity.create', 'activity.view', 'reminder.create'].includes(placement.needs) && placement.on === 'contact') return null
  return placesOf[reach].includes(place) ? null : 403
}

const letIn = (status: number): boolean => ![401, 403, 404].includes(status) && status < 500

const sees = (member: Member, record: Seeded): boolean => {
  const reach = writtenReach(member.role, member.scope, record.kind, 'view')
  if (reach === null) return false
  if (record.place === 'own' && record.owner.id !== member.person.id) return placesOf[reach].includes('agency')
  return placesOf[reach].includes(record.place)
}

/** Nothing of a record that a person may not see stands in an answer: neither its name nor, unless they asked by it, its identifier. */
const leaks = (world: World, member: Member, answer: Answer, asked: string): string[] => {
  const text = JSON.stringify(answer.body)
  return world.records
    .filter((record) => !sees(member, record) && (text.includes(record.word) || (!asked.includes(record.id) && text.includes(record.id))))
    .map((record) => `${record.kind} of ${record.place}`)
}

test('every operation keeps to the written rights, for every role, scope and record', async (t) => {
  const world = await rightsWorld()
  const wrong: string[] = []
  const shared = new Map<string, Target>()
  const [first] = world.members
  assert.ok(first)
  const call = async (member: Member, operation: Operation, input: object, at: string): Promise<Answer> => {
    const answer = await member.person.call(operation, input as never)
    const asked = JSON.stringify(input)
    for (const leak of leaks(world, member, answer, asked))
      wrong.push(`${operation.name} by ${member.role}/${member.scope} ${at}: leaks a ${leak}`)
    return answer
  }
  const judge = (member: Member, operation: Operation, at: string, answer: Answer, expected: 403 | 404 | null) => {
    const right = expected === null ? letIn(answer.status) : answer.status === expected
    if (!right)
      wrong.push(
        `${operation.name} by ${member.role}/${member.scope} ${at}: ${answer.status} instead of ${expected ?? 'entry'} ${JSON.stringify((answer.body as ProblemDetails | null)?.detail ?? '')}`,
      )
  }
  const targetAt = async (
    placement: Extract<Placement, { is: 'record' }>,
    place: Place,
    member: Member,
    fresh: boolean,
  ): Promise<Target> => {
    const key = `${placement.on} ${place} ${place === 'own' || placement.on === 'import' || placement.on === 'export' ? member.person.id : ''}`
    const known = shared.get(key)
    if (known && !fresh) return known
    const made = await world.make(placement.on, place, member)
    if (!fresh) shared.set(key, made)
    return made
  }

  await t.test('every operation has its place in this test', () => {
    assert.deepEqual(
      operations.filter((operation) => placements[operation.name] === undefined).map((operation) => operation.name),
      [],
    )
  })

  // Records first, so that every list has something to hide.
  for (const kind of ['contact', 'account'] as const)
    for (const place of everyPlace)
      for (const member of place === 'own' ? world.members : [first])
        await targetAt({ is: 'record', needs: '', on: kind, input: () => ({}) }, place, member, false)

  await t.test('lists and their totals hold exactly what the reader may see', async () => {
    for (const member of world.members)
      for (const kind of ['contact', 'account'] as const) {
        const list = operations.find((operation) => operation.name === `${kind}.list`)
        assert.ok(list)
        const { body } = await member.person.call(list, { limit: 200, total: 'exact' } as never)
        const page = body as { data: { id: string }[]; total: number }
        const expected = world.records.filter((record) => record.kind === kind && sees(member, record)).map((record) => record.id)
        assert.deepEqual(page.data.map((row) => row.id).sort(), expected.sort(), `${kind}s of ${member.role}/${member.scope}`)
        assert.equal(page.total, expected.length)
      }
  })

  for (const operation of inOrder) {
    const placement = placements[operation.name]
    if (!placement) continue
    await t.test(operation.name, async () => {
      wrong.length = 0
      if (placement.is === 'public') {
        const answer = await callOperation(world.app.request, operation, { ...placement.input }, '')
        assert.ok(answer.status !== 401 && answer.status !== 403 && answer.status < 500, `a visitor got ${answer.status}`)
        return
      }
      await visitorIsRefused(world, operation, placement)
      for (const member of world.members) {
        if (placement.is === 'record') {
          for (const place of placedKinds.has(placement.on) ? everyPlace : (['organization', 'foreign'] as const)) {
            const expected = demanded(member, placement, place)
            const target = await targetAt(placement, place, member, placement.used === true && expected === null)
            judge(member, operation, `on ${place}`, await call(member, operation, placement.input(target), `on ${place}`), expected)
          }
        } else if (placement.is === 'bulk') {
          await judgeBulk(member, operation, placement)
        } else {
          const held = placement.is === 'everybody' || reachOf(member, placement.needs) !== null
          const expected = held ? (placement.missing ? 404 : null) : 403
          judge(member, operation, '', await call(member, operation, placement.input, ''), expected)
        }
      }
      assert.deepEqual(wrong, [])
    })
  }

  async function judgeBulk(member: Member, operation: Operation, placement: Extract<Placement, { is: 'bulk' }>): Promise<void> {
    const [object = ''] = placement.needs.split('.')
    const of: Extract<Placement, { is: 'record' }> = { is: 'record', needs: placement.needs, on: object as Kind, input: () => ({}) }
    const held = reachOf(member, placement.needs) !== null
    const targets = new Map<string, 403 | 404 | null>()
    for (const place of everyPlace) targets.set((await targetAt(of, place, member, held)).id, demanded(member, of, place))
    const answer = await call(member, operation, placement.input([...targets.keys()]), '')
    if (!held) return judge(member, operation, '', answer, 403)
    const { refused } = answer.body as { refused: { id: string; code: string }[] }
    const expected = [...targets].flatMap(([id, status]) =>
      status === null ? [] : [`${id} ${status === 404 ? 'not_found' : 'forbidden'}`],
    )
    assert.deepEqual(
      refused.map(({ id, code }) => `${id} ${code}`).sort(),
      expected.sort(),
      `${operation.name} by ${member.role}/${member.scope}`,
    )
  }
})

const visitorIsRefused = async (world: World, operation: Operation, placement: Placement): Promise<void> => {
  const { id } = world.administrator
  const target = { id, contactId: id, version: 1 }
  const input =
    placement.is === 'record' ? placement.input(target) : placement.is === 'bulk' ? placement.input([id]) : (placement.input ?? {})
  const answer = await callOperation(world.app.request, operation, { ...input }, '')
  assert.equal(answer.status, 401, `${operation.name} for a visitor`)
}

test('the four scopes widen one into the next', () => {
  for (const [at, reach] of reaches.entries()) assert.equal(placesOf[reach].length, at + 1)
})

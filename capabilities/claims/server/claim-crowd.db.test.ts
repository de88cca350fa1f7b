import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { testApp } from '#app/server/testing/test-app.ts'
import { organizationOperations as places } from '#capabilities/organization/contract.ts'
import { claimOperations as operations } from '../contract.ts'
import { ago, insureCar } from './testing/insured-car.ts'
import { watchClocksOf } from './watch-clocks.ts'

const app = await testApp({ connections: 10 })
const { administrator, organizationId, headOffice } = await app.organization()
const agent = await app.person({ organizationId, agencyId: headOffice, role: 'user', scope: 'agency' })
const collision = { nature: 'collision_third_party', occurred_on: ago(2) } as const

test('of two people who move the same claim at once, one does and the other is told', async () => {
  const car = await insureCar(app, administrator)
  const { id, version } = await agent.ok(operations.declareClaim, { policy_id: car.policyId, ...collision })
  const answers = await Promise.all([
    agent.call(operations.moveClaim, { id, version, to: 'opened' }),
    administrator.call(operations.moveClaim, { id, version, to: 'rejected', note: 'Hors garantie' }),
    agent.call(operations.moveClaim, { id, version, to: 'documents_missing' }),
    administrator.call(operations.moveClaim, { id, version, to: 'opened' }),
  ])
  deepEqual(
    answers.map((answer) => answer.status).sort((a, b) => a - b),
    [200, 409, 409, 409],
  )
  const winner = answers.find((answer) => answer.status === 200)
  for (const loser of answers.filter((answer) => answer.status === 409)) {
    const problem = loser.body as unknown as { code: string; detail: string; current: { status: string; version: number } }
    deepEqual([problem.code, problem.current.status, problem.current.version], ['version_conflict', winner?.body.status, version + 1])
    ok(problem.detail.startsWith('Quelqu’un d’autre'))
  }
  const course = (await agent.ok(operations.getClaim, { id })).history
  equal(course.length, 2)
  const movements = await app.rows('select kind from claim_movement where claim_id = $1', [id])
  equal(movements.length, winner?.body.status === 'opened' ? 1 : 0)
})

test('claims declared at once at one agency have numbers of their own, one behind the other', async () => {
  const cars = [await insureCar(app, administrator), await insureCar(app, administrator)]
  const claims = await Promise.all(
    Array.from({ length: 16 }, (_, at) =>
      agent.ok(operations.declareClaim, { policy_id: cars[at % 2]?.policyId ?? '', nature: 'glass', occurred_on: ago(at + 1) }),
    ),
  )
  const ranks = claims.map((claim) => Number(claim.number.slice(-6))).sort((a, b) => a - b)
  deepEqual(
    ranks,
    ranks.map((_, at) => (ranks[0] ?? 0) + at),
  )
})

/** What no crowd of movements may ever break, asked of the rows themselves. */
const wrongSums = () =>
  app.rows(`select c.number from claim c
    left join lateral (select
        coalesce(sum(amount_centimes) filter (where kind in ('opening', 'revaluation', 'closing')), 0) as reserved,
        coalesce(sum(amount_centimes) filter (where kind = 'payment'), 0) as paid,
        coalesce(sum(amount_centimes) filter (where kind = 'fees'), 0) as fees,
        coalesce(sum(amount_centimes) filter (where kind in ('recovery', 'salvage')), 0) as recovered
      from claim_movement m where m.organization_id = c.organization_id and m.claim_id = c.id) s on true
    where c.paid_centimes <> s.paid or c.fees_centimes <> s.fees or c.recovered_centimes <> s.recovered or c.reserve_centimes <> s.reserved - s.paid
      or c.reserve_centimes < 0`)

test('the sums of a claim are always those of its movements, however many write at once', async () => {
  const car = await insureCar(app, administrator)
  const amount = fc.integer({ min: 1, max: 90_000_00 })
  const act = fc.oneof(
    fc.record({ kind: fc.constantFrom('payment', 'fees', 'recovery', 'salvage'), amount }),
    fc.record({ kind: fc.constant('revaluation'), amount: fc.integer({ min: -60_000_00, max: 60_000_00 }) }),
    fc.record({ kind: fc.constant('undo'), amount: fc.nat(30) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
      const claim = await agent.ok(operations.declareClaim, { policy_id: car.policyId, ...collision })
      const opened = await agent.ok(operations.moveClaim, { id: claim.id, version: claim.version, to: 'opened' })
      const answers = await Promise.all(
        acts.map((one) => {
          if (one.kind !== 'undo')
            return administrator.call(operations.recordMovement, {
              id: claim.id,
              kind: one.kind as 'payment',
              amount_centimes: one.amount,
              reason: 'Essai',
            })
          const undone = opened.movements[one.amount % opened.movements.length]
          return administrator.call(operations.reverseMovement, { id: claim.id, movement_id: undone?.id ?? '', reason: 'Essai' })
        }),
      )
      for (const answer of answers) ok([201, 422].includes(answer.status), JSON.stringify(answer.body))
      deepEqual(await wrongSums(), [])
      const after = await agent.ok(operations.getClaim, { id: claim.id })
      equal(after.movements.at(-1)?.reserve_after_centimes, after.reserve_centimes)
      equal(
        new Set(after.movements.map((movement) => movement.reverses_id).filter((id) => id !== null)).size,
        after.movements.filter((movement) => movement.reverses_id !== null).length,
      )
    }),
    { numRuns: 8, seed: 20_261_123, endOnFailure: true },
  )
})

test('a claim of an agency out of reach is not found, is only counted on the profile, and is pointed out without a link', async () => {
  const region = await administrator.ok(places.createRegion, { code: 'O', name: 'Ouest' })
  const oran = await administrator.ok(places.createAgency, {
    number: '31001',
    name: 'Oran',
    type: 'direct',
    wilaya: '31',
    region_id: region.id,
  })
  const car = await insureCar(app, administrator, { agencyId: oran.id })
  const far = await administrator.ok(operations.declareClaim, { policy_id: car.policyId, ...collision })
  equal(far.number.slice(0, 5), '31001')
  equal((await agent.call(operations.getClaim, { id: far.id })).status, 404)
  equal((await agent.call(operations.declareClaim, { policy_id: car.policyId, ...collision })).status, 404)
  const listed = await agent.ok(operations.listClaims, { limit: 200 })
  ok(!listed.data.some((row) => row.id === far.id))
  const all = await administrator.ok(operations.listClaims, { filter: JSON.stringify({ contact_id: car.contactId }) })
  deepEqual(
    all.data.map((row) => row.number),
    [far.number],
  )
  const [found] = (await administrator.ok(operations.listClaims, { q: far.number })).data
  equal(found?.id, far.id)
})

test('the tabs of the list ask by deadline and by state', async () => {
  const car = await insureCar(app, administrator)
  const late = await agent.ok(operations.declareClaim, {
    policy_id: car.policyId,
    ...collision,
    occurred_on: ago(40),
    declared_on: ago(38),
  })
  const overdue = await agent.ok(operations.listClaims, { filter: JSON.stringify({ due_on: { lt: ago(0) } }), sort: 'due_on' })
  const row = overdue.data.find((one) => one.id === late.id)
  deepEqual([row?.clock?.kind, row?.clock?.late, row?.clock?.left], ['expert', true, -31])
  ok(overdue.data.every((one) => one.clock?.late === true))
  const seen = await agent.ok(operations.nameExpert, { id: late.id, version: late.version, expert_name: 'Cabinet Saadi' })
  const closed = await agent.ok(operations.moveClaim, { id: late.id, version: seen.version, to: 'no_action', note: 'Sans suite' })
  deepEqual(
    [closed.status, closed.clocks.map((clock) => [clock.kind, clock.state])],
    [
      'no_action',
      [
        ['declaration', 'met'],
        ['expert', 'met_late'],
      ],
    ],
  )
  const after = await agent.ok(operations.listClaims, { filter: JSON.stringify({ due_on: { lt: ago(0) } }) })
  ok(!after.data.some((one) => one.id === late.id))
})

test('at night a clock near its end is told once, and once more when it has passed', async () => {
  const car = await insureCar(app, administrator)
  const claim = await agent.ok(operations.declareClaim, {
    policy_id: car.policyId,
    nature: 'collision_third_party',
    occurred_on: ago(6),
    declared_on: ago(5),
  })
  const told = () =>
    app.rows<{ level: string; values: object }>(
      `select level, values from notification where about_id = $1 and kind = 'claim.clock' order by created_at`,
      [claim.id],
    )
  await watchClocksOf(app.app.services, organizationId)
  await watchClocksOf(app.app.services, organizationId)
  deepEqual(await told(), [{ level: 'warning', values: { number: claim.number, clock: 'expert', due_on: ago(-2), late: false } }])
  await app.rows('update claim set due_on = due_on - 3 where id = $1', [claim.id])
  await watchClocksOf(app.app.services, organizationId)
  deepEqual(
    (await told()).map((one) => one.level),
    ['warning', 'urgent'],
  )
})

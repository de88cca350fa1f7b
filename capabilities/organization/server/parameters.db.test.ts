import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '#app/server/testing/test-app.ts'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Context } from '#kernel/server/context.ts'
import { runAs } from '#kernel/server/door.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { addWorkingDays } from '#kernel/shared/working-days.ts'
import { organizationOperations as operations } from '../contract.ts'
import { parameterCodes } from '../parameters.ts'
import { parameterOn, parametersOn, workCalendar } from './index.ts'

test('parameters of law and market', async (t) => {
  const app = await testApp()
  const { organizationId, administrator } = await app.organization()
  const neighbour = await app.organization('Voisine')
  const inside = <T>(work: (ctx: Context) => Promise<T>) =>
    runAs(app.app.services, { actor: systemActor('Test'), organizationId, operation: 'test.read', readOnly: true }, work)
  const today = todayIn('Africa/Algiers', new Date())
  const tomorrow = addDays(today, 1)
  const refusal = (answer: { status: number; body: unknown }) => `${String(answer.status)} ${(answer.body as ProblemDetails).code}`

  await t.test('an organization that has said nothing goes by the program', async () => {
    assert.equal(await inside((ctx) => parameterOn(ctx, 'DECL_VOL', today)), 3)
    assert.deepEqual(Object.keys(await inside((ctx) => parametersOn(ctx, today))).toSorted(), parameterCodes.toSorted())
    const { data } = await administrator.ok(operations.listParameters, {})
    assert.deepEqual(
      data.map(({ code }) => code),
      parameterCodes,
    )
    assert.ok(data.every(({ current }) => current.id === null && current.effective_from <= today && current.legal_basis !== null))
  })

  await t.test('a new value counts from its day on, for this organization alone', async () => {
    const history = await administrator.ok(operations.addParameterValue, {
      code: 'DECL_STANDARD',
      effective_from: tomorrow,
      value: 10,
      legal_basis: 'Nouvelle loi',
    })
    assert.deepEqual([history.current.value, history.next?.value, history.next?.created_by_name], [7, 10, 'Nadia Hamidi'])
    const on = (day: string) => inside((ctx) => parameterOn(ctx, 'DECL_STANDARD', day))
    assert.deepEqual([await on(today), await on(tomorrow)], [7, 10])
    const theirs = await neighbour.administrator.ok(operations.getParameter, { code: 'DECL_STANDARD' })
    assert.deepEqual([theirs.next, theirs.values.length], [null, 1])
  })

  await t.test('a value to come may be taken back, one of a day that has come may not', async () => {
    await administrator.ok(operations.removeParameterValue, { code: 'DECL_STANDARD', effective_from: tomorrow })
    assert.equal((await administrator.ok(operations.getParameter, { code: 'DECL_STANDARD' })).next, null)
    await administrator.ok(operations.addParameterValue, { code: 'DECL_STANDARD', effective_from: today, value: 8 })
    assert.equal(
      refusal(await administrator.call(operations.removeParameterValue, { code: 'DECL_STANDARD', effective_from: today })),
      '422 parameter.in_force',
    )
    assert.equal(await inside((ctx) => parameterOn(ctx, 'DECL_STANDARD', today)), 8)
  })

  await t.test('a value is refused with a sentence that says what is wrong', async () => {
    const cases: readonly (readonly [object, string])[] = [
      [{ code: 'DECL_STANDARD', value: 'sept' }, '400 invalid_input'],
      [{ code: 'DECL_STANDARD', value: -1 }, '400 invalid_input'],
      [{ code: 'TVA', value: { percent: 19 } }, '400 invalid_input'],
      [{ code: 'RELANCES', value: { sms: 7, email: 10, call: 12 } }, '422 parameter.lines'],
      [{ code: 'TVA', value: 18_00, effective_from: '2020-01-01' }, '422 parameter.past_without_reason'],
      [{ code: 'TIMBRE_GRADUE', value: { steps: [], doubled_from_power: 11 } }, '400 invalid_input'],
      [
        {
          code: 'TIMBRE_GRADUE',
          value: { steps: [{ up_to_centimes: 100, base_centimes: 0, percent: 0 }], doubled_from_power: null },
        },
        '400 invalid_input',
      ],
    ]
    for (const [given, expected] of cases) {
      const answer = await administrator.call(operations.addParameterValue, { effective_from: tomorrow, ...given } as never)
      assert.equal(refusal(answer), expected, JSON.stringify(given))
    }
    const switched = { code: 'ESPECES_INTERDITES', effective_from: tomorrow, value: false } as const
    await administrator.ok(operations.addParameterValue, switched)
    assert.equal(refusal(await administrator.call(operations.addParameterValue, switched)), '422 parameter.day_taken')
  })

  await t.test('working days leave out weekends and the holidays of the country', async () => {
    const calendar = await inside(workCalendar)
    // After Thursday 3 July 2025: a weekend that is also the national day, then Ashura on Sunday.
    assert.equal(addWorkingDays('2025-07-03', 3, calendar), '2025-07-09')
    // 1 May 2025 is a Thursday: from Wednesday, the next day worked is Sunday.
    assert.equal(addWorkingDays('2025-04-30', 1, calendar), '2025-05-04')
  })
})

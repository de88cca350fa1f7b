import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inDays, issueMotor, today } from '#app/server/testing/motor-policy.ts'
import { testApp } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { documentOperations } from '#capabilities/documents/contract.ts'
import { policyOperations } from '#capabilities/policies/contract.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { receivableOperations, recoveryOperations as operations } from '../../contract.ts'
import { openRecoveryCases } from './open-cases.ts'

test('the recovery of an unpaid premium', async (t) => {
  const app = await testApp()
  const { administrator, organizationId } = await app.organization()
  const night = () =>
    openRecoveryCases.run(
      app.app.services,
      {},
      { id: 'night', signal: new AbortController().signal, stopping: new AbortController().signal },
    )
  let made = 0
  /** A policy that has run for months, whose premium of this term fell due so many days ago; a case is opened in the night. */
  const owing = async (daysAgo: number, contact: object = {}) => {
    made += 1
    const { id: contact_id } = await administrator.ok(customerOperations.createContact, {
      kind: 'individual',
      last_name: 'Haddad',
      first_name: `Samir ${'abcdefghij'.charAt(made)}`,
      accept_duplicate: true,
      ...contact,
    })
    const policy = await issueMotor(administrator, contact_id, { effective_date: inDays(-100), existing_number: `AUTO-${String(made)}` })
    const bill = await administrator.ok(receivableOperations.createReceivable, {
      contact_id,
      policy_id: policy.id,
      kind: 'term',
      due_date: inDays(-daysAgo),
      net_premium_centimes: 12_400_00,
    })
    await night()
    const { data } = await administrator.ok(operations.listRecovery, { filter: JSON.stringify({ receivable_id: bill.id }) })
    return { contact_id, policy, bill, recovery: data[0] }
  }
  const take = (id: string, step: 'formal_notice' | 'suspension' | 'termination') =>
    administrator.ok(operations.takeRecoveryStep, { id, step })
  /** As if so many days had passed since the step. */
  const age = (caseId: string, step: string, days: number) =>
    app.rows(
      'update dunning_step set done_on = done_on - $3::integer, deadline = deadline - $3::integer where case_id = $1 and step = $2',
      [caseId, step, days],
    )
  const refusal = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer
    return `${String(status)} ${(body as ProblemDetails).code}`
  }
  const policyNow = (id: string) => administrator.ok(policyOperations.getPolicy, { id })
  const pay = (contact_id: string, amount_centimes: number) =>
    administrator.ok(receivableOperations.recordPayment, { contact_id, amount_centimes, mode: 'cib_card', paid_on: today() })

  await t.test('begins the night after the due day, with the reminder that is next', async () => {
    const { recovery } = await owing(1)
    assert.deepEqual(
      [recovery?.state, recovery?.next_step, recovery?.next_on, recovery?.ready],
      ['payment_window', 'reminder_sms', inDays(6), false],
    )
  })

  await t.test('does not begin for a first premium, nor twice for the same bill', async () => {
    const { bill } = await owing(40)
    await night()
    const rows = await app.rows('select 1 from dunning_case where organization_id = $1 and receivable_id = $2', [organizationId, bill.id])
    assert.equal(rows.length, 1)
    const { id } = await administrator.ok(customerOperations.createContact, { kind: 'individual', last_name: 'Neuf', first_name: 'Client' })
    const fresh = await issueMotor(administrator, id)
    await app.rows('update receivable set due_date = due_date - 30 where organization_id = $1 and policy_id = $2', [
      organizationId,
      fresh.id,
    ])
    await night()
    assert.equal((await administrator.ok(operations.listRecovery, { filter: JSON.stringify({ policy_id: fresh.id }) })).data.length, 0)
  })

  await t.test('goes from formal notice to suspension to termination, each on its day, with its letter', async () => {
    const { policy, recovery } = await owing(20)
    assert.ok(recovery)
    const { id } = recovery
    assert.deepEqual([recovery.next_step, recovery.ready], ['formal_notice', true])
    assert.equal(
      await refusal(administrator.call(operations.takeRecoveryStep, { id, step: 'suspension' })),
      '422 recovery.needs_formal_notice',
    )
    assert.equal(
      await refusal(administrator.call(operations.takeRecoveryStep, { id, step: 'termination' })),
      '422 recovery.needs_suspension',
    )

    const noticed = await take(id, 'formal_notice')
    assert.deepEqual([noticed.state, noticed.next_step, noticed.next_on], ['formal_notice', 'suspension', inDays(30)])
    const [step] = noticed.steps
    assert.deepEqual([step?.done_on, step?.deadline], [today(), inDays(30)])
    assert.ok(step?.document_id)
    const letter = await administrator.call(documentOperations.readFile, { id: step.document_id })
    assert.equal(letter.status, 200)
    assert.match(String(letter.headers['content-type']), /pdf/)
    assert.equal(await refusal(administrator.call(operations.takeRecoveryStep, { id, step: 'formal_notice' })), '422 recovery.taken')
    assert.equal(await refusal(administrator.call(operations.takeRecoveryStep, { id, step: 'suspension' })), '422 recovery.before_its_day')
    const tracked = await administrator.ok(operations.trackRecoveryStep, { id, step: 'formal_notice', tracking_number: 'RR 12345 DZ' })
    assert.equal(tracked.steps[0]?.tracking_number, 'RR 12345 DZ')

    await age(id, 'formal_notice', 32)
    const suspended = await take(id, 'suspension')
    assert.deepEqual([suspended.state, suspended.steps[1]?.done_on, suspended.next_on], ['suspended', inDays(-2), inDays(8)])
    const now = await policyNow(policy.id)
    assert.equal(now.status, 'suspended')
    assert.deepEqual(now.suspensions, [{ from_date: inDays(-2), until_date: null, reason: 'non_payment' }])

    await age(id, 'suspension', 8)
    const ended = await take(id, 'termination')
    assert.deepEqual([ended.state, ended.closed_on, ended.next_step, ended.can.edit], ['terminated', today(), null, false])
    const gone = await policyNow(policy.id)
    assert.deepEqual([gone.status, gone.end_reason], ['cancelled', 'non_payment'])
  })

  await t.test('keeps the days of a step when a delay changes later', async () => {
    const { recovery } = await owing(20)
    assert.ok(recovery)
    const before = await take(recovery.id, 'formal_notice')
    await app.rows(
      `insert into parameter_value (organization_id, id, code, effective_from, value, created_by_name, created_at) values ($1, gen_random_uuid(), 'MISE_EN_DEMEURE', $2, '45', 'test', now())`,
      [organizationId, inDays(-1)],
    )
    const after = await administrator.ok(operations.getRecovery, { id: recovery.id })
    assert.deepEqual(after.steps, before.steps)
    const other = await owing(20)
    assert.ok(other.recovery)
    assert.equal((await take(other.recovery.id, 'formal_notice')).next_on, inDays(45))
    await app.rows('delete from parameter_value where organization_id = $1', [organizationId])
  })

  await t.test('ends when the bill is paid; cover that it suspended runs again the next day', async () => {
    const { contact_id, policy, bill, recovery } = await owing(50)
    assert.ok(recovery)
    await take(recovery.id, 'formal_notice')
    await age(recovery.id, 'formal_notice', 31)
    await take(recovery.id, 'suspension')
    await pay(contact_id, bill.balance_centimes)
    const closed = await administrator.ok(operations.getRecovery, { id: recovery.id })
    assert.deepEqual([closed.state, closed.closed_on, closed.next_step], ['settled', today(), null])
    const back = await policyNow(policy.id)
    assert.deepEqual([back.status, back.suspensions[0]?.until_date], ['in_force', inDays(1)])
  })

  await t.test('is taken up where it stood when a cheque comes back', async () => {
    const { contact_id, bill, recovery } = await owing(20)
    assert.ok(recovery)
    const noticed = await take(recovery.id, 'formal_notice')
    const payment = await administrator.ok(receivableOperations.recordPayment, {
      contact_id,
      amount_centimes: bill.balance_centimes,
      mode: 'cheque',
      reference: '0012345',
      bank: 'BNA',
      paid_on: today(),
    })
    assert.equal((await administrator.ok(operations.getRecovery, { id: recovery.id })).state, 'settled')
    await administrator.ok(receivableOperations.bouncePayment, { id: payment.id, reason: 'Sans provision' })
    const again = await administrator.ok(operations.getRecovery, { id: recovery.id })
    assert.deepEqual([again.state, again.closed_on, again.next_step, again.next_on], ['formal_notice', null, 'suspension', noticed.next_on])
  })

  await t.test('takes a step for many at once, in the language of each, and leaves those whose day has not come', async () => {
    const [ready, arabic, early] = [await owing(16), await owing(17, { language: 'ar' }), await owing(2)]
    const ids = [ready, arabic, early].map(({ recovery }) => recovery?.id ?? '')
    const outcome = await administrator.ok(operations.takeRecoverySteps, { ids, step: 'formal_notice' })
    assert.deepEqual([outcome.done, outcome.refused.map(({ id, code }) => [id, code])], [2, [[ids[2], 'recovery.before_its_day']]])
    assert.ok(outcome.batch_id)
    const letters = await app.rows<{ language: string }>('select language from document where batch_id = $1 order by batch_rank', [
      outcome.batch_id,
    ])
    assert.deepEqual(
      letters.map(({ language }) => language),
      ['fr', 'ar'],
    )
  })

  await t.test('is given up with a reason; what it had suspended runs again', async () => {
    const { policy, recovery } = await owing(60)
    assert.ok(recovery)
    await take(recovery.id, 'formal_notice')
    await age(recovery.id, 'formal_notice', 31)
    await take(recovery.id, 'suspension')
    const given = await administrator.ok(operations.withdrawRecovery, { id: recovery.id, reason: 'Accord de la direction' })
    assert.deepEqual([given.state, given.closed_reason], ['withdrawn', 'Accord de la direction'])
    assert.equal((await policyNow(policy.id)).status, 'in_force')
  })

  await t.test('two people who take the same step at once take it once', async () => {
    const { recovery } = await owing(20)
    assert.ok(recovery)
    const answers = await Promise.all(
      [1, 2, 3].map(() => administrator.call(operations.takeRecoveryStep, { id: recovery.id, step: 'formal_notice' })),
    )
    assert.deepEqual(
      answers.map(({ status }) => status).toSorted((a, b) => a - b),
      [200, 422, 422],
    )
  })

  await t.test('the day is counted by step', async () => {
    const { data, open } = await administrator.ok(operations.countRecovery, {})
    const { data: rows } = await administrator.ok(operations.listRecovery, { filter: JSON.stringify({ ready: true }), limit: 200 })
    assert.equal(
      data.reduce((sum, { cases }) => sum + cases, 0),
      rows.length,
    )
    assert.ok(open >= rows.length)
  })
})

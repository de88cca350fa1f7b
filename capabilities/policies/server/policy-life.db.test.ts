import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inDays, issueMotor, motorInput, productOfCode, today } from '#app/server/testing/motor-policy.ts'
import { testApp } from '#app/server/testing/test-app.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { receivableOperations } from '#capabilities/receivables/contract.ts'
import type { ProblemDetails } from '#kernel/shared/problem.ts'
import { addDays, addMonths, daysBetween } from '#kernel/shared/days.ts'
import { policyOperations as operations, type Policy } from '../contract.ts'
import { proRata } from '../rules.ts'

const client = { kind: 'individual', last_name: 'Benali', first_name: 'Amina', accept_duplicate: true } as const
const entered = {
  net_premium_centimes: 2_000_00,
  fee_centimes: 500_00,
  vat_centimes: 0,
  fga_centimes: 0,
  stamp_centimes: 80_00,
  graded_stamp_centimes: 0,
  vehicle_tax_centimes: 0,
}
const bill = (amount: number, kind: string) => `${kind} ${String(amount)}`

test('the life of a policy', async (t) => {
  const app = await testApp()
  const { administrator, organizationId } = await app.organization()
  const contact = await administrator.ok(customerOperations.createContact, client)
  const contactNow = () => administrator.ok(customerOperations.getContact, { id: contact.id })
  const billsOf = async (policy: { id: string }) => {
    const rows = await app.rows<{ kind: string; amount_centimes: string; status: string; due_date: Date }>(
      'select kind, amount_centimes, status from receivable where organization_id = $1 and policy_id = $2 order by created_at, id',
      [organizationId, policy.id],
    )
    return rows.map((row) => bill(Number(row.amount_centimes), row.status === 'void' ? 'void' : row.kind))
  }
  const pay = async (policy: Policy, paid_on = today()) => {
    const [open] = await app.rows<{ id: string; amount_centimes: string }>(
      `select id, amount_centimes from receivable where organization_id = $1 and policy_id = $2 and balance_centimes > 0 order by due_date limit 1`,
      [organizationId, policy.id],
    )
    assert.ok(open)
    await administrator.ok(receivableOperations.recordPayment, {
      contact_id: policy.contact_id,
      amount_centimes: Number(open.amount_centimes),
      mode: 'cib_card',
      paid_on,
      allocations: [{ receivable_id: open.id, amount_centimes: Number(open.amount_centimes) }],
    })
    return administrator.ok(operations.getPolicy, { id: policy.id })
  }
  const refusal = async (answer: Promise<{ status: number; body: unknown }>) => {
    const { status, body } = await answer
    const { code, errors } = body as ProblemDetails
    return [status, code, ...errors.map(({ path }) => path)].join(' ')
  }

  await t.test('is issued with its number, premium, first term, new business entry and bill, and waits for its payment', async () => {
    const policy = await issueMotor(administrator, contact.id)
    assert.match(policy.number, /^16\d{3}\d{2}11\d{6}$/)
    assert.equal(policy.status, 'awaiting_payment')
    assert.equal(policy.expiry_date, addMonths(inDays(1), 12))
    assert.deepEqual(
      policy.amendments.map(({ kind, number, total_premium_centimes }) => [kind, number, total_premium_centimes]),
      [['new_business', 0, policy.total_premium_centimes]],
    )
    assert.equal(
      policy.guarantees.reduce((sum, { premium_centimes }) => sum + premium_centimes, 0),
      policy.net_premium_centimes,
    )
    assert.deepEqual(await billsOf(policy), [bill(policy.total_premium_centimes, 'cash')])
    assert.equal((await contactNow()).status, 'prospect')

    const paid = await pay(policy)
    assert.deepEqual([paid.status, paid.effective_date, paid.terms[0]?.paid_on], ['in_force', inDays(1), today()])
    const holder = await contactNow()
    assert.deepEqual([holder.status, holder.valid_until], ['active', paid.expiry_date])
  })

  await t.test('covers from the day after a payment that comes late, its term moving with it', async () => {
    const policy = await issueMotor(administrator, contact.id, { effective_date: today() })
    const paid = await pay(policy)
    assert.deepEqual([paid.status, paid.effective_date, paid.expiry_date], ['in_force', inDays(1), addMonths(inDays(1), 12)])
    assert.deepEqual(
      paid.objects.map(({ from_date }) => from_date),
      [inDays(1)],
    )
  })

  await t.test('covers at once where that is agreed, and is paid in several bills where that is', async () => {
    const policy = await issueMotor(administrator, contact.id, { effective_date: today(), cover_agreed: true, periodicity: 'half_yearly' })
    assert.equal(policy.status, 'in_force')
    const bills = await billsOf(policy)
    assert.equal(bills.length, 2)
    assert.equal(
      bills.reduce((sum, text) => sum + Number(text.split(' ')[1]), 0),
      policy.total_premium_centimes,
    )
  })

  await t.test('is refused with each field that keeps it from being issued', async () => {
    const create = async (over: object) =>
      refusal(administrator.call(operations.createPolicy, { ...(await motorInput(administrator, contact.id)), ...over }))
    assert.equal(await create({ effective_date: addDays(today(), -1) }), '422 policy.past effective_date')
    assert.equal(await create({ objects: [] }), '422 policy.invalid objects')
    assert.equal(await create({ guarantees: [{ code: 'DR' }, { code: 'NEIGE' }] }), '422 policy.invalid guarantees.1.code guarantees')
    assert.equal(await create({ objects: [{ kind: 'home', address: '3 rue des Frères Bouadou' }] }), '422 policy.invalid objects.0')
    assert.equal(await create({ objects: [{ kind: 'vehicle', plate: 'sans' }] }), '422 policy.invalid objects.0.plate')
    assert.equal(
      await create({ objects: [{ kind: 'vehicle', plate: '12345-116-16', wilaya: '16' }] }),
      '422 policy.price_incomplete details.power',
    )
    assert.equal(await create({ duration_code: '7m' }), '422 policy.invalid duration_code')
    assert.equal(await create({ premium: entered }), '422 policy.premium_computed premium')
  })

  await t.test('is kept as a draft that may lack anything, and is issued once complete', async () => {
    const draft = await administrator.ok(operations.createPolicy, {
      ...(await motorInput(administrator, contact.id)),
      objects: [],
      guarantees: [],
      issue: false,
    })
    assert.deepEqual([draft.status, draft.total_premium_centimes, draft.terms.length], ['draft', 0, 0])
    assert.deepEqual(await billsOf(draft), [])
    assert.match(await refusal(administrator.call(operations.issuePolicy, { id: draft.id, version: draft.version })), /^422 policy.invalid/)
    const { contact_id: _, product_id: __, ...terms } = await motorInput(administrator, contact.id)
    const filled = await administrator.ok(operations.editDraft, { ...terms, id: draft.id, version: draft.version } as never)
    assert.equal(filled.number, draft.number)
    assert.ok(filled.total_premium_centimes > 0)
    const stale = await administrator.call(operations.editDraft, { ...terms, id: draft.id, version: draft.version } as never)
    assert.equal(stale.status, 409)
    const issued = await administrator.ok(operations.issuePolicy, { id: draft.id, version: filled.version })
    assert.deepEqual([issued.status, issued.total_premium_centimes], ['awaiting_payment', filled.total_premium_centimes])
    assert.match(
      await refusal(administrator.call(operations.editDraft, { ...terms, id: draft.id, version: issued.version } as never)),
      /^422 policy.cannot_edit_draft/,
    )
  })

  await t.test('changes by amendment, kept field by field, for the days left', async () => {
    const policy = await issueMotor(administrator, contact.id, { effective_date: today(), cover_agreed: true })
    const [vehicle] = policy.objects
    assert.ok(vehicle)
    const ask = {
      kind: 'guarantees' as const,
      formula_id: null,
      guarantees: [{ code: 'RC' }, { code: 'DR' }, { code: 'VIV' }],
      effective_date: inDays(65),
    }
    const preview = await administrator.ok(operations.previewAmendment, { id: policy.id, ask })
    assert.deepEqual(preview.days, {
      left: daysBetween(inDays(65), policy.expiry_date),
      of: daysBetween(policy.effective_date, policy.expiry_date),
    })
    assert.equal(preview.parts.net_premium_centimes, proRata(preview.after_net_centimes - preview.before_net_centimes, preview.days))
    const amended = await administrator.ok(operations.amendPolicy, { id: policy.id, version: policy.version, ask })
    const [amendment] = amended.amendments
    assert.deepEqual([amendment?.number, amendment?.kind, amendment?.total_premium_centimes], [1, 'guarantees', preview.total_centimes])
    assert.deepEqual(
      amendment?.changes.map(({ field, before }) => [field, before]),
      [['guarantee.VIV', null]],
    )
    assert.equal(amended.net_premium_centimes, preview.after_net_centimes)
    assert.equal(amended.terms[0]?.net_premium_centimes, policy.net_premium_centimes + preview.parts.net_premium_centimes)
    assert.deepEqual((await billsOf(policy)).at(-1), bill(preview.total_centimes, 'amendment'))

    const other = {
      kind: 'vehicle' as const,
      object_id: vehicle.id,
      object: {
        kind: 'vehicle' as const,
        plate: '54321-120-16',
        wilaya: '16',
        value_centimes: 2_000_000_00,
        details: { make: 'Kia', model: 'Rio', power: 8 },
      },
      effective_date: today(),
    }
    const changed = await administrator.ok(operations.amendPolicy, { id: policy.id, version: amended.version, ask: other })
    assert.equal(changed.insured_label, 'Kia Rio, 54321-120-16')
    assert.deepEqual(
      changed.objects.map(({ plate, until_date }) => [plate, until_date]),
      [
        ['54321-120-16', null],
        [vehicle.plate, today()],
      ],
    )
    const fields = changed.amendments[0]?.changes.map(({ field }) => field) ?? []
    for (const field of ['plate', 'details.make', 'details.model', 'details.power']) assert.ok(fields.includes(field), field)

    const again = await administrator.call(operations.amendPolicy, { id: policy.id, version: amended.version, ask: other })
    assert.equal(again.status, 409)
    assert.equal((again.body as unknown as ProblemDetails & { current?: Policy }).current?.version, changed.version)
    assert.equal(
      await refusal(
        administrator.call(operations.amendPolicy, {
          id: policy.id,
          version: changed.version,
          ask: { ...ask, effective_date: addDays(today(), -1) },
        }),
      ),
      '422 policy.amendment_outside ask.effective_date',
    )
  })

  await t.test('goes to another holder, or is lengthened, or gives back what somebody decides', async () => {
    const buyer = await administrator.ok(customerOperations.createContact, { ...client, last_name: 'Saadi' })
    const policy = await issueMotor(administrator, contact.id, { effective_date: today(), cover_agreed: true })
    const moved = await administrator.ok(operations.amendPolicy, {
      id: policy.id,
      version: policy.version,
      ask: { kind: 'transfer', contact_id: buyer.id, reason: 'sale', effective_date: today() },
    })
    assert.equal(moved.contact_id, buyer.id)
    assert.equal((await administrator.ok(customerOperations.getContact, { id: buyer.id })).valid_until, policy.expiry_date)
    const longer = await administrator.ok(operations.amendPolicy, {
      id: policy.id,
      version: moved.version,
      ask: { kind: 'extension', expiry_date: addDays(policy.expiry_date, 30), effective_date: today() },
    })
    assert.deepEqual([longer.expiry_date, longer.terms[0]?.expiry_date], [addDays(policy.expiry_date, 30), addDays(policy.expiry_date, 30)])
    assert.equal(
      longer.amendments[0]?.net_premium_centimes,
      proRata(policy.net_premium_centimes, { left: 30, of: daysBetween(policy.effective_date, policy.expiry_date) }),
    )
    const back = await administrator.ok(operations.amendPolicy, {
      id: policy.id,
      version: longer.version,
      ask: { kind: 'refund', reason: 'Geste commercial', net_premium_centimes: -500_00, effective_date: today() },
    })
    assert.equal(back.amendments[0]?.net_premium_centimes, -500_00)
    assert.match((await billsOf(policy)).at(-1) ?? '', /^refund -5\d{4}$/)
  })

  await t.test('is suspended and taken up again, the stretch between kept', async () => {
    const policy = await issueMotor(administrator, contact.id, { effective_date: today(), cover_agreed: true })
    const still = await administrator.ok(operations.suspendPolicy, {
      id: policy.id,
      version: policy.version,
      from: today(),
      reason: 'vehicle_laid_up',
    })
    assert.equal(still.status, 'suspended')
    assert.match(
      await refusal(
        administrator.call(operations.suspendPolicy, { id: policy.id, version: still.version, from: today(), reason: 'vehicle_laid_up' }),
      ),
      /^422 policy.cannot_suspend/,
    )
    const back = await administrator.ok(operations.reinstatePolicy, { id: policy.id, version: still.version, from: inDays(3) })
    assert.equal(back.status, 'in_force')
    assert.deepEqual(back.suspensions, [{ from_date: today(), until_date: inDays(3), reason: 'vehicle_laid_up' }])
    assert.deepEqual(
      back.amendments.map(({ kind }) => kind),
      ['reinstatement', 'suspension', 'new_business'],
    )
  })

  await t.test('is cancelled with a reason, on a day, and gives back the days left', async () => {
    const policy = await issueMotor(administrator, contact.id, { effective_date: today(), cover_agreed: true })
    await pay(policy)
    const seen = await administrator.ok(operations.getPolicy, { id: policy.id })
    const on = inDays(100)
    const preview = await administrator.ok(operations.previewCancellation, { id: policy.id, on, reason: 'sale' })
    const left = { left: daysBetween(on, policy.expiry_date), of: daysBetween(policy.effective_date, policy.expiry_date) }
    assert.equal(preview.parts.net_premium_centimes, -proRata(policy.net_premium_centimes, left))
    const ended = await administrator.ok(operations.cancelPolicy, { id: policy.id, version: seen.version, on, reason: 'sale' })
    assert.deepEqual([ended.status, ended.end_date, ended.end_reason], ['in_force', on, 'sale'])
    assert.deepEqual((await billsOf(policy)).at(-1), bill(preview.total_centimes, 'refund'))
    assert.deepEqual([ended.can.cancel, ended.can.renew], [false, false])
    assert.equal(ended.terms[0]?.outcome, 'not_renewed')
    const free = await administrator.ok(operations.previewCancellation, {
      id: (await issueMotor(administrator, contact.id, { effective_date: today(), cover_agreed: true })).id,
      on,
      reason: 'non_payment',
    })
    assert.equal(free.total_centimes, 0)
  })

  await t.test('is voided as if it had never been', async () => {
    const policy = await issueMotor(administrator, contact.id)
    const gone = await administrator.ok(operations.voidPolicy, { id: policy.id, version: policy.version, reason: 'issue_error' })
    assert.equal(gone.status, 'void')
    assert.deepEqual(await billsOf(policy), [bill(policy.total_premium_centimes, 'void')])
    assert.equal(Object.entries(gone.can).filter(([act, may]) => may && !['edit', 'comment', 'attach'].includes(act)).length, 0)
  })

  await t.test('is renewed for a new term, billed and awaited, its holder covered longer', async () => {
    const begun = addDays(addMonths(today(), -12), 20)
    const policy = await issueMotor(administrator, contact.id, { effective_date: begun, existing_number: 'AUTO-2021/55' })
    assert.deepEqual([policy.status, policy.number, policy.expiry_date], ['to_renew', 'AUTO-2021/55', addMonths(begun, 12)])
    assert.deepEqual(await billsOf(policy), [])
    const preview = await administrator.ok(operations.previewRenewal, { id: policy.id })
    const renewed = await administrator.ok(operations.renewPolicy, { id: policy.id, version: policy.version })
    assert.deepEqual(
      [renewed.status, renewed.effective_date, renewed.expiry_date],
      ['renewed', policy.expiry_date, addMonths(policy.expiry_date, 12)],
    )
    assert.equal(renewed.total_premium_centimes, preview.total_centimes)
    assert.deepEqual(
      renewed.terms.map(({ number, outcome, effective_date }) => [number, outcome, effective_date]),
      [
        [2, 'open', policy.expiry_date],
        [1, 'renewed', begun],
      ],
    )
    assert.deepEqual(await billsOf(policy), [bill(preview.total_centimes, 'term')])
    assert.equal(renewed.cover_awaits_payment, true)
    assert.match(
      await refusal(administrator.call(operations.renewPolicy, { id: policy.id, version: renewed.version })),
      /^422 policy.cannot_renew/,
    )
    const paid = await pay(renewed)
    assert.deepEqual([paid.status, paid.cover_awaits_payment, paid.effective_date], ['renewed', false, policy.expiry_date])
    assert.equal((await contactNow()).valid_until, paid.expiry_date)
  })

  await t.test('that has lapsed is taken up again from tomorrow at the earliest; one that is let go keeps its reason', async () => {
    const begun = addDays(addMonths(today(), -12), -10)
    const lapsed = await issueMotor(administrator, contact.id, { effective_date: begun, existing_number: 'AUTO-2021/56' })
    assert.equal(lapsed.status, 'lapsed')
    const declined = await administrator.ok(operations.declineRenewal, { id: lapsed.id, version: lapsed.version, reason: 'price' })
    assert.deepEqual([declined.terms[0]?.outcome, declined.terms[0]?.outcome_reason], ['not_renewed', 'price'])
    const back = await administrator.ok(operations.renewPolicy, { id: lapsed.id, version: declined.version })
    assert.deepEqual([back.status, back.effective_date], ['awaiting_payment', inDays(1)])
  })

  await t.test('sold for a partner takes the premium that was entered, as a whole or guarantee by guarantee', async () => {
    const trip = {
      contact_id: contact.id,
      product_id: await productOfCode(administrator, 'VOYAGE'),
      effective_date: inDays(5),
      duration_code: '15d',
      guarantees: [{ code: 'MED' }],
      objects: [{ kind: 'trip' as const, details: { destination: 'Espagne' } }],
    }
    const whole = await administrator.ok(operations.createPolicy, { ...trip, premium: entered })
    assert.deepEqual([whole.total_premium_centimes, whole.contract_type, whole.insured_label], [2_580_00, 'temporary', 'Voyage, Espagne'])
    assert.equal(await refusal(administrator.call(operations.createPolicy, trip)), '422 premium.entry_missing premium_centimes')
    const parts = await administrator.ok(operations.createPolicy, { ...trip, guarantees: [{ code: 'MED', premium_centimes: 3_000_00 }] })
    assert.equal(parts.net_premium_centimes, 3_000_00)
  })

  await t.test('keeps its holder out of the bin while it runs', async () => {
    assert.match(await refusal(administrator.call(customerOperations.deleteContact, { id: contact.id })), /^422 contact.held/)
  })

  await t.test('tells every change of it, newest first', async () => {
    const policy = await issueMotor(administrator, contact.id)
    const noted = await administrator.ok(operations.updatePolicy, { id: policy.id, version: policy.version, remarks: 'Client fidèle.' })
    assert.equal(noted.remarks, 'Client fidèle.')
    const { data } = await administrator.ok(operations.policyHistory, { id: policy.id })
    assert.deepEqual([data[0]?.operation, data[0]?.field, data[0]?.after], ['policy.update', 'remarks', 'Client fidèle.'])
    assert.ok(data.some(({ operation }) => operation === 'policy.create'))
  })
})

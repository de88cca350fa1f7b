import assert from 'node:assert/strict'
import { test } from 'node:test'
import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import { newId } from '#kernel/shared/ids.ts'
import { addDays } from '#kernel/shared/days.ts'
import { dayAt } from '#kernel/shared/time-zone.ts'
import { notificationOperations as notices, reminderOperations as reminders } from '#capabilities/activities/contract.ts'
import { dayGone, daysMoved, fireReminders, notify, notifyMany } from '#capabilities/activities/server/index.ts'
import { relativeDueAt } from '#capabilities/activities/reminder-time.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import { testApp, type Person } from './testing/test-app.ts'

const house = await testApp()
const { services } = house.app
const zone = 'Africa/Algiers'
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString()
const today = dayAt(zone, new Date())

/** A company with an agent of its agency, and a customer whom the agent looks after. */
const settle = async () => {
  const { organizationId, headOffice, administrator } = await house.organization()
  const agent = await house.person({ organizationId, agencyId: headOffice, role: 'user', name: 'Karim Meziane' })
  const colleague = await house.person({ organizationId, agencyId: headOffice, role: 'user', name: 'Lila Saadi' })
  const contact = await administrator.ok(customerOperations.createContact, {
    kind: 'individual',
    last_name: 'Bensalem',
    first_name: 'Amina',
    agency_id: headOffice,
    owner_id: agent.id,
    accept_duplicate: true,
  })
  const beside = await administrator.ok(organizationOperations.createAgency, {
    number: '31001',
    name: 'Agence à côté',
    type: 'direct',
    wilaya: '31',
  })
  return { organizationId, headOffice, administrator, agent, colleague, contact, beside: beside.id }
}

const asProgram = <T>(organizationId: string, work: Parameters<typeof runAs<T>>[2]) =>
  runAs(services, { actor: systemActor('ASSURA-CRM'), organizationId, operation: 'policy.renew' }, async (ctx) => {
    ctx.unchanged()
    return work(ctx)
  })

/** Lets the time of a reminder come. */
const come = (id: string) => house.rows(`update reminder set due_at = now() - interval '1 minute' where id = $1`, [id])

const unread = async (person: Person) => (await person.ok(notices.countNotifications, {})).unread

test('a reminder whose time has come is told once to whoever has to do it, however many workers look', async () => {
  const { organizationId, agent, colleague, contact } = await settle()
  const made = await agent.ok(reminders.createReminder, {
    subject_id: contact.id,
    title: 'Rappeler pour le constat',
    due_at: hours(2),
    assignee_id: colleague.id,
  })
  assert.equal(await fireReminders(services, organizationId), 0)
  await come(made.id)
  const fired = await Promise.all([1, 2, 3].map(() => fireReminders(services, organizationId)))
  assert.deepEqual(
    fired.toSorted((a, b) => a - b),
    [0, 0, 1],
  )
  const { data } = await colleague.ok(notices.listNotifications, {})
  assert.deepEqual(
    data.map(({ kind, values, subject_title, personal }) => [kind, values['title'], subject_title, personal]),
    [['reminder.fired', 'Rappeler pour le constat', contact.name, true]],
  )
  assert.deepEqual([await unread(colleague), await unread(agent)], [1, 0])
  assert.equal((await agent.ok(reminders.getReminder, { id: made.id })).state, 'fired')
})

test('a postponed reminder is told again at its new time, a done one no more', async () => {
  const { organizationId, agent, contact } = await settle()
  const { id } = await agent.ok(reminders.createReminder, { subject_id: contact.id, title: 'Envoyer le devis', due_at: hours(1) })
  await come(id)
  await fireReminders(services, organizationId)
  const later = await agent.ok(reminders.postponeReminder, { id, due_at: hours(3) })
  assert.deepEqual([later.state, later.fired_at, await unread(agent)], ['waiting', null, 0])
  await come(id)
  assert.equal(await fireReminders(services, organizationId), 1)
  const told = await agent.ok(notices.listNotifications, {})
  assert.deepEqual(
    told.data.map(({ read_at, reminder_state }) => [read_at === null, reminder_state]),
    [
      [true, 'fired'],
      [false, 'fired'],
    ],
  )
  const done = await agent.ok(reminders.finishReminder, { id })
  assert.deepEqual([done.state, done.done_by_name, await unread(agent)], ['done', 'Karim Meziane', 0])
  assert.equal((await agent.ok(reminders.reopenReminder, { id })).state, 'fired')
})

test('what is due within the minute fires by an alarm, without waiting for the sweep', async () => {
  const { agent, contact } = await settle()
  const heard = new Promise<string>((resolve) => {
    house.app.hub?.add({
      organizationId: agent.organizationId,
      actor: { ...systemActor('test'), userId: agent.id },
      tell: (event) => event.name === 'notification.created' && resolve(event.name),
    })
  })
  await agent.ok(reminders.createReminder, {
    subject_id: contact.id,
    title: 'Tout de suite',
    due_at: new Date(Date.now() + 300).toISOString(),
  })
  await heard
  assert.equal(await unread(agent), 1)
})

test('a relative reminder moves with its day, waits again when that lies ahead, and ends with it', async () => {
  const { organizationId, agent, contact } = await settle()
  const aboutId = contact.id
  const expiry = addDays(today, 40)
  const { id } = await agent.ok(reminders.createReminder, {
    subject_id: contact.id,
    about_id: aboutId,
    title: 'Préparer le renouvellement',
    anchor: 'policy.expiry',
    anchor_day: expiry,
    offset_days: -30,
    at_time: '09:30',
  })
  const state = async () => {
    const { due_at, state: now, anchor_day } = await agent.ok(reminders.getReminder, { id })
    return { due_at: new Date(due_at).toISOString(), now, anchor_day }
  }
  assert.deepEqual(await state(), { due_at: relativeDueAt(zone, expiry, -30, '09:30'), now: 'waiting', anchor_day: expiry })

  const sooner = addDays(today, 20)
  await asProgram(organizationId, (ctx) => daysMoved(ctx, [{ aboutId, anchor: 'policy.expiry', day: sooner }]))
  await fireReminders(services, organizationId)
  assert.deepEqual(await state(), { due_at: relativeDueAt(zone, sooner, -30, '09:30'), now: 'fired', anchor_day: sooner })

  const nextYear = addDays(today, 400)
  await asProgram(organizationId, (ctx) =>
    daysMoved(ctx, [
      { aboutId, anchor: 'policy.expiry', day: nextYear },
      { aboutId, anchor: 'policy.effective', day: today },
    ]),
  )
  assert.deepEqual(await state(), { due_at: relativeDueAt(zone, nextYear, -30, '09:30'), now: 'waiting', anchor_day: nextYear })

  await asProgram(organizationId, (ctx) => dayGone(ctx, aboutId))
  assert.equal((await state()).now, 'cancelled')
})

test('a reminder that says no time, a past one, or a day unknown to anybody is refused at its field', async () => {
  const { agent, contact } = await settle()
  const cases = [
    [{}, 'due_at'],
    [{ due_at: hours(-1) }, 'due_at'],
    [{ anchor: 'policy.expiry' as const, offset_days: -30 }, 'due_at'],
    [{ about_id: contact.id, anchor: 'policy.expiry' as const, offset_days: -30 }, 'anchor'],
    [{ about_id: contact.id, anchor: 'policy.expiry' as const, anchor_day: today, offset_days: -1 }, 'offset_days'],
  ] as const
  for (const [time, path] of cases) {
    const { status, body } = await agent.call(reminders.createReminder, { subject_id: contact.id, title: 'Rappeler', ...time })
    const errors = (body as unknown as { errors: { path: string }[] }).errors.map((error) => error.path)
    assert.deepEqual([status, errors], [422, [path]], JSON.stringify(time))
  }
})

test('a reminder is given only by who may assign, and only to a colleague who sees the record', async () => {
  const { organizationId, headOffice, agent, colleague, contact, beside } = await settle()
  const elsewhere = await house.person({
    organizationId,
    agencyId: beside,
    role: 'user',
    name: 'Rachid Elsewhere',
  })
  const narrow = await house.person({ organizationId, agencyId: headOffice, role: 'user', scope: 'own', name: 'Samia Own' })
  const { id } = await agent.ok(reminders.createReminder, { subject_id: contact.id, title: 'Rappeler', due_at: hours(5) })
  for (const stranger of [elsewhere, narrow])
    assert.equal((await agent.call(reminders.assignReminder, { id, assignee_id: stranger.id })).status, 422)
  assert.equal((await colleague.call(reminders.editReminder, { id, version: 1, title: 'Autre' })).status, 403)
  assert.equal((await agent.ok(reminders.assignReminder, { id, assignee_id: colleague.id })).assignee_name, 'Lila Saadi')
  const edited = await colleague.ok(reminders.editReminder, { id, version: 2, title: 'Rappeler demain' })
  assert.deepEqual([edited.title, edited.state], ['Rappeler demain', 'waiting'])
  assert.equal((await colleague.call(reminders.editReminder, { id, version: 2, title: 'Trop tard' })).status, 409)
})

test('a removed reminder, or one on a customer in the bin, tells nobody; what is taken back does', async () => {
  const { organizationId, administrator, agent, contact } = await settle()
  const { id } = await agent.ok(reminders.createReminder, { subject_id: contact.id, title: 'Rappeler', due_at: hours(1) })
  await come(id)
  await agent.ok(reminders.deleteReminder, { id })
  assert.equal(await fireReminders(services, organizationId), 0)
  assert.deepEqual((await agent.ok(reminders.remindersOf, { subject_id: contact.id })).data, [])
  await agent.ok(reminders.restoreReminder, { id })
  await house.settled()
  assert.equal(await unread(agent), 1)

  const other = await agent.ok(reminders.createReminder, { subject_id: contact.id, title: 'Rappeler encore', due_at: hours(1) })
  await administrator.ok(customerOperations.deleteContact, { id: contact.id })
  await come(other.id)
  assert.equal(await fireReminders(services, organizationId), 0)
  assert.deepEqual((await agent.ok(reminders.listReminders, {})).data, [])
  await administrator.ok(customerOperations.restoreContact, { id: contact.id })
  assert.equal(await fireReminders(services, organizationId), 1)
})

test('a notification without recipient is for whoever looks after the record: they read it, one handles it for all', async () => {
  const { organizationId, agent, colleague, contact } = await settle()
  const note = { subjectId: contact.id, kind: 'policy.expiring', values: { days: 30 }, once: `expiring:${newId()}` } as const
  assert.deepEqual(await asProgram(organizationId, async (ctx) => [await notify(ctx, note), await notify(ctx, note)]), [true, false])
  assert.deepEqual([await unread(agent), await unread(colleague)], [1, 0])
  const { data, open } = await colleague.ok(notices.notificationsOf, { subject_id: contact.id })
  const [told] = data
  assert.ok(told)
  assert.deepEqual([open, told.can, told.read_at], [1, { read: false, handle: true }, null])
  assert.equal((await colleague.call(notices.readNotification, { id: told.id })).status, 404)
  const handled = await colleague.ok(notices.handleNotification, { id: told.id })
  assert.deepEqual([handled.handled_by_name, handled.can.handle], ['Lila Saadi', false])
  assert.equal(await unread(agent), 0)
  assert.equal((await colleague.ok(notices.handleNotification, { id: told.id, handled: false })).handled_at, null)
})

test('many notifications are one statement, each page of one’s own follows the one before, and all are read at once', async () => {
  const { organizationId, agent, contact, colleague } = await settle()
  const notes = Array.from({ length: 130 }, (_, at) => ({
    ...(at % 2 === 0 ? { recipientId: agent.id } : { subjectId: contact.id }),
    kind: 'policy.expiring' as const,
    values: { at },
  }))
  assert.equal(await asProgram(organizationId, (ctx) => notifyMany(ctx, notes)), 130)
  assert.equal(await unread(agent), 100)
  const seen: unknown[] = []
  let cursor: string | undefined
  do {
    const page = await agent.ok(notices.listNotifications, { limit: 50, ...(cursor && { cursor }) })
    seen.push(...page.data.map((one) => one.values['at']))
    cursor = page.next_cursor ?? undefined
  } while (cursor)
  assert.deepEqual(
    seen.toSorted((a, b) => Number(a) - Number(b)),
    notes.map((note) => note.values.at),
  )
  assert.deepEqual(await agent.ok(notices.readAllNotifications, {}), { read: 130 })
  assert.equal(await unread(agent), 0)
  assert.deepEqual((await colleague.ok(notices.listNotifications, {})).data, [])
})

test('a person’s notification about a record is nobody else’s to see, and names the record only to who may still see it', async () => {
  const { organizationId, agent, colleague, administrator, contact, beside } = await settle()
  await asProgram(organizationId, (ctx) => notify(ctx, { recipientId: agent.id, subjectId: contact.id, kind: 'claim.assigned' }))
  const [mine] = (await agent.ok(notices.listNotifications, {})).data
  assert.ok(mine)
  assert.equal((await colleague.call(notices.getNotification, { id: mine.id })).status, 404)
  assert.deepEqual((await colleague.ok(notices.notificationsOf, { subject_id: contact.id })).data, [])
  await administrator.ok(customerOperations.assignContact, {
    id: contact.id,
    agency_id: beside,
    owner_id: administrator.id,
  })
  assert.equal((await agent.ok(notices.getNotification, { id: mine.id })).subject_title, null)
})

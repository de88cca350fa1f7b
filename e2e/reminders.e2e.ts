import { notificationOperations, reminderOperations } from '#capabilities/activities/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test, type Enter, type Look } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 2 })
})

const inSeconds = (count: number) => new Date(Date.now() + count * 1000).toISOString()
const inDays = (count: number) => inSeconds(count * 86_400)

const openReminders = async (enter: Enter, look?: Look) => {
  const page = await enter(company.user, look)
  await page.goto('/reminders')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page
}

/** One more customer of the agent, so that tests don't meet on one. */
const customer = (last_name: string) => company.addCustomer({ kind: 'individual', last_name, first_name: 'Salim' })

test('a reminder is made on the customer’s page, stands in one’s list, is done, and can be taken back', async ({ enter }) => {
  const { id } = await customer('RAHMANI')
  const page = await enter(company.user)
  await page.goto(`/contacts/${id}?tab=reminders`)
  await page.getByRole('button', { name: 'Nouveau rappel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Nouveau rappel' })
  await dialog.getByRole('button', { name: 'Créer le rappel' }).click()
  await expect(dialog.getByText('Écrivez de quoi vous rappeler.')).toBeVisible()
  await dialog.getByLabel('Me rappeler de').fill('Envoyer le devis')
  await dialog.getByLabel('Date').fill('311230')
  await dialog.getByLabel('Heure').fill('09:30')
  await expect(dialog.getByText('mardi 31 décembre 2030 à 09:30')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Rappel créé')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Envoyer le devis' })).toContainText('à 09:30')

  await page.goto('/reminders')
  const entry = page.getByRole('listitem').filter({ hasText: 'Envoyer le devis' })
  await expect(entry).toContainText('RAHMANI Salim')
  await entry.getByRole('button', { name: /^Marquer comme fait/ }).click()
  await expect(entry).toHaveCount(0)
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(entry).toBeVisible()
})

test('a reminder is told live at its time; put off from the bell, it waits again', async ({ enter }) => {
  const { id, name } = await customer('SAHRAOUI')
  const page = await enter(company.editor)
  await page.goto('/home')
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()
  await company.editor.call(reminderOperations.createReminder, { subject_id: id, title: 'Rappeler tout de suite', due_at: inSeconds(1) })
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('Rappeler tout de suite')
  const bell = page.getByRole('button', { name: /^Notifications/ })
  await expect(bell).toHaveAccessibleName(/non lues.*1/)

  await bell.click()
  const panel = page.getByRole('dialog', { name: 'Notifications' })
  const entry = panel.getByRole('listitem').filter({ hasText: 'Rappeler tout de suite' })
  await expect(entry).toContainText(name)
  await entry.getByRole('button', { name: 'Reporter' }).click()
  await page.getByRole('menuitem', { name: /^Demain/ }).click()
  await expect(bell).toHaveAccessibleName('Notifications')
  const { data } = await company.editor.call(reminderOperations.remindersOf, { subject_id: id })
  expect(data.map(({ state }) => state)).toEqual(['waiting'])
})

test('a notification leads to its customer and is read by it; all are read at once', async ({ enter }) => {
  const { id, name } = await customer('OUALI')
  for (const title of ['Premier', 'Second'])
    await company.supervisor.call(reminderOperations.createReminder, { subject_id: id, title, due_at: inSeconds(0) })
  const unread = async () => (await company.supervisor.call(notificationOperations.countNotifications, {})).unread
  await expect.poll(unread).toBe(2)
  const page = await enter(company.supervisor)
  await page.goto('/notifications')
  await page.getByRole('link', { name: /Premier/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect.poll(unread).toBe(1)
  await page.goto('/notifications?show=unread')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(1)
  await page.getByRole('main').getByRole('button', { name: 'Tout marquer comme lu' }).click()
  await expect(page.getByRole('heading', { name: 'Tout est lu' })).toBeVisible()
})

test('a reminder given to a colleague is theirs to do; others see it and leave it', async ({ enter }) => {
  const { id } = await customer('TOUMI')
  await company.user.call(reminderOperations.createReminder, { subject_id: id, title: 'Vérifier la carte grise', due_at: inDays(3) })
  const page = await openReminders(enter)
  const entry = page.getByRole('listitem').filter({ hasText: 'Vérifier la carte grise' })
  await entry.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Confier à un collègue' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confier le rappel' })
  await dialog.getByRole('combobox', { name: 'Collègue' }).fill('Samira')
  await page.getByRole('option', { name: /Samira Touati/ }).click()
  await dialog.getByRole('button', { name: 'Confier', exact: true }).click()
  await expect(page.getByText('Rappel confié à Samira Touati')).toBeVisible()
  await expect(entry).toHaveCount(0)
  await page.getByRole('radio', { name: 'Tous' }).check({ force: true })
  await expect(entry).toContainText('pour Samira Touati')
  const theirs = await enter(company.administrator)
  await theirs.goto('/reminders?who=all')
  await expect(theirs.getByRole('listitem').filter({ hasText: 'Vérifier la carte grise' })).toBeVisible()
})

test('on a phone and in Arabic the pages keep within the screen, and the bell leads to its page', async ({ enter }) => {
  await company.user.call(reminderOperations.createReminder, {
    subject_id: company.amina.id,
    title: 'Proposer le renouvellement de la police automobile avec la garantie tous risques et l’assistance',
    note: 'Elle préfère être appelée après dix-sept heures.',
    due_at: inDays(2),
  })
  const page = await openReminders(enter, { language: 'ar', width: 360, height: 780 })
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  expect(await width()).toBe(360)
  await page.locator('header button:has(.lucide-bell)').click()
  await expect(page).toHaveURL(/\/notifications$/)
  expect(await width()).toBe(360)
})

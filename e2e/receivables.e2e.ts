import { receivableOperations as operations } from '#capabilities/receivables/contract.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

const today = todayIn('Africa/Algiers', new Date())
let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

const customer = async (name: string) => (await company.addCustomer({ kind: 'individual', last_name: name, first_name: 'Nadia' })).id
const bill = (contact_id: string, dinars: number, daysAgo: number) =>
  company.user.call(operations.createReceivable, {
    contact_id,
    kind: 'term',
    issued_on: addDays(today, -daysAgo - 1),
    due_date: addDays(today, -daysAgo),
    net_premium_centimes: dinars * 100,
  })

test('at the desk, what is due is received by two keys and its receipt is there to print', async ({ enter }) => {
  const id = await customer('GUICHET')
  const first = await bill(id, 24_800, 32)
  await bill(id, 6_000, 3)
  const page = await enter(company.user)
  await page.goto(`/contacts/${id}?tab=receivables`)
  await expect(page.getByText('En retard de 32 jours').first()).toBeVisible()
  await page.getByRole('button', { name: 'Encaisser' }).click()
  const dialog = page.getByRole('dialog', { name: 'Encaisser' })
  const amount = dialog.getByLabel('Montant reçu')
  await expect(amount).toBeFocused()
  await expect(amount).toHaveValue(/30\s800,00/)
  await page.keyboard.press('d')
  await expect(dialog.getByRole('radio', { name: /Carte Edahabia/ })).toBeChecked()
  await amount.fill('25 000')
  await expect(dialog.getByRole('listitem').filter({ hasText: first.number })).toContainText(/24\s800,00/)
  await page.keyboard.press('Enter')
  const done = page.getByRole('dialog', { name: 'Paiement encaissé' })
  await expect(done.getByText(/16001-\d{4}-\d{6}/)).toBeVisible()
  const [receipt] = await Promise.all([page.waitForEvent('popup'), done.getByRole('button', { name: 'Imprimer le reçu' }).click()])
  await expect.poll(() => receipt.url()).toContain('/documents/')
  await receipt.close()
  await done.getByRole('button', { name: 'Fermer' }).last().click()
  await expect(page.getByRole('row').filter({ hasText: first.number }).filter({ hasText: 'Terme' })).toContainText('Réglée')
  await expect(page.getByText(/5\s800,00/).first()).toBeVisible()
})

test('a promise is noted, a cheque bounces, and what it had settled is due again', async ({ enter }) => {
  const id = await customer('CHEQUE')
  const owed = await bill(id, 9_000, 10)
  const page = await enter(company.user)
  await page.goto(`/receivables/${owed.id}`)
  await page.getByRole('button', { name: 'Noter une promesse' }).click()
  const promise = page.getByRole('dialog', { name: 'Promesse de paiement' })
  await promise.getByRole('button', { name: 'dans 3 jours' }).click()
  await promise.getByRole('button', { name: 'Noter la promesse' }).click()
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('Promis pour le')
  await page.getByRole('button', { name: 'Encaisser' }).click()
  const dialog = page.getByRole('dialog', { name: 'Encaisser' })
  await expect(dialog.getByLabel('Montant reçu')).toBeFocused()
  await page.keyboard.press('q')
  await expect(dialog.getByLabel('Numéro du chèque')).toBeFocused()
  await page.keyboard.type('0045871')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Saisissez la banque du chèque.')).toBeVisible()
  await dialog.getByLabel('Banque').fill('BNA')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog', { name: 'Paiement encaissé' }).getByRole('button', { name: 'Fermer' }).last().click()
  await expect(page.getByText('Promesse tenue')).toBeVisible()
  await page
    .getByRole('region', { name: 'Règlements' })
    .getByRole('link', { name: /16001-/ })
    .click()
  await page.getByRole('button', { name: /^Actions/ }).click()
  await page.getByRole('menuitem', { name: 'Chèque impayé' }).click()
  const bounce = page.getByRole('dialog', { name: /^Chèque impayé/ })
  await bounce.getByRole('button', { name: 'Sans provision' }).click()
  await bounce.getByRole('button', { name: 'Déclarer impayé' }).click()
  await expect(page.getByText('Ce paiement ne règle plus rien')).toBeVisible()
  await page.goto(`/contacts/${id}?tab=receivables`)
  await expect(page.getByRole('row').filter({ hasText: owed.number }).filter({ hasText: 'Terme' })).toContainText(/9\s000,00/)
})

test('the list of what is late leads to its bills, the aged balance to its rows, the day to its payments', async ({ enter }) => {
  const id = await customer('BALANCE')
  const late = await bill(id, 1_500, 70)
  await company.user.call(operations.recordPayment, { contact_id: id, amount_centimes: 200_00, mode: 'baridimob' })
  const page = await enter(company.user)
  await page.goto('/receivables?view=late')
  await expect(page.getByRole('row').filter({ hasText: late.number })).toContainText('61-90 j')
  await page.getByRole('link', { name: 'Balance âgée' }).click()
  await expect(page.getByRole('heading', { name: 'Balance âgée' })).toBeVisible()
  const line = page.getByRole('row').filter({ hasText: 'Hydra' })
  await expect(line).toContainText('16001')
  await line.getByRole('link').nth(1).click()
  await expect(page).toHaveURL(/receivables\?.*bucket/)
  await page.goto('/payments/day')
  await expect(page.getByText('Net de la journée')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'BaridiMob' })).toContainText('200,00')
})

test('whoever only looks is offered no money', async ({ enter }) => {
  const id = await customer('REGARD')
  await bill(id, 700, 5)
  const page = await enter(company.editor)
  await page.goto(`/contacts/${id}?tab=receivables`)
  await expect(page.getByText('1 quittance')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Encaisser' })).toHaveCount(0)
  const neighbour = await enter(company.neighbour)
  await neighbour.goto('/receivables')
  await expect(neighbour.getByText('Aucune quittance').first()).toBeVisible()
})

import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

test('the journal names who did what, and is narrowed by person and by action', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/journal')
  const entries = page.getByRole('main').getByRole('listitem')
  await expect(entries.filter({ hasText: 'BENALI Amina' }).first()).toBeVisible()
  await page.getByRole('combobox', { name: 'Action' }).fill('client créé')
  await page.getByRole('option').first().click()
  await expect(entries.filter({ hasNotText: 'Nadia Hamidi' })).toHaveCount(0)
  await page.reload()
  await expect(entries.first()).toContainText('BENALI Amina')
  await page.getByRole('combobox', { name: 'Personne' }).fill('karim')
  await page.getByRole('option', { name: /Karim Meziane/ }).click()
  await expect(page.getByRole('heading', { name: 'Aucune écriture ne correspond' })).toBeVisible()
  await page.getByRole('button', { name: 'Effacer les filtres' }).click()
  await expect(entries.first()).toBeVisible()
})

test('a check of the journal says that nobody touched it', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/journal')
  await page.getByRole('button', { name: 'Vérifier le journal' }).click()
  await expect(page.getByRole('dialog', { name: 'Le journal est intact' })).toBeVisible()
})

test('the journal is open to administrator and supervisor alone', async ({ enter }) => {
  const page = await enter(company.supervisor)
  await page.goto('/journal')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  for (const person of [company.editor, company.user]) {
    const closed = await enter(person)
    await closed.goto('/journal')
    await expect(closed.getByRole('heading').first()).toBeVisible()
    await expect(closed.getByRole('heading', { name: 'Journal d’audit' })).toHaveCount(0)
  }
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program)
})

/** Takes the file that the open box offers, and gives its name and lines. */
const take = async (page: Page): Promise<{ name: string; lines: string[] }> => {
  const coming = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Télécharger' }).click()
  const file = await coming
  const text = await readFile(await file.path(), 'utf8')
  return { name: file.suggestedFilename(), lines: text.replace('\ufeff', '').trimEnd().split('\r\n') }
}

test('a supervisor takes the customers of a search out as a file, and finds it again later', async ({ enter }) => {
  const page = await enter(company.supervisor)
  await page.goto('/contacts?q=benali')
  await page.getByRole('button', { name: 'Exporter' }).click()
  const box = page.getByRole('dialog')
  await expect(box.getByText('1 client', { exact: true })).toBeVisible()
  await expect(box.getByText('avec sa recherche et ses filtres')).toBeVisible()
  await box.getByRole('radio', { name: 'CSV' }).check()
  await box.getByRole('radio', { name: 'Au choix' }).check()
  for (const column of ['Nom', 'Prénom', 'NIN masquée']) await box.getByRole('checkbox', { name: column, exact: true }).check()
  await box.getByRole('button', { name: 'Exporter' }).click()
  await expect(box.getByText('Votre fichier est prêt')).toBeVisible()
  const { name, lines } = await take(page)
  expect(name).toMatch(/^Clients \d{4}-\d{2}-\d{2}\.csv$/)
  expect(lines).toEqual(['Nom;Prénom;NIN', 'BENALI;Amina;•••• 5678'])
  await box.getByRole('button', { name: 'Fermer' }).last().click()

  await page.getByRole('link', { name: 'Exports' }).click()
  const row = page.getByRole('row', { name })
  await expect(row.getByText('Prêt')).toBeVisible()
  const again = page.waitForEvent('download')
  await row.getByRole('button', { name: `Télécharger ${name}` }).click()
  expect((await again).suggestedFilename()).toBe(name)
})

test('an export of no column is not begun', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/accounts')
  await page.getByRole('button', { name: 'Exporter' }).click()
  const box = page.getByRole('dialog')
  await box.getByRole('radio', { name: 'Au choix' }).check()
  await box.getByRole('button', { name: 'Exporter' }).click()
  await expect(box.getByRole('alert')).toHaveText('Choisissez au moins une colonne.')
})

for (const role of ['editor', 'user'] as const)
  test(`the ${role} is offered no export, and has no page of exports`, async ({ enter }) => {
    const page = await enter(company[role])
    await page.goto('/contacts')
    await expect(page.getByText('BENALI Amina')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Exporter' })).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Exports' })).toHaveCount(0)
  })

import type { Page } from '@playwright/test'
import { organizationOperations } from '#capabilities/organization/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { logoOf } from './support/logo.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

const accentOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())

test('the logo gives its colours to the whole application, for colleagues at work as well', async ({ enter }) => {
  const page = await enter(company.administrator)
  const colleague = await enter(company.user)
  await colleague.goto('/home')
  await expect(colleague.getByRole('heading', { level: 1 })).toBeVisible()
  const before = await accentOf(colleague)
  await page.goto('/organization')
  await page.getByLabel('Image du logo').setInputFiles(await logoOf('#0b6b3a'))
  await expect(page.getByRole('img', { name: `Logo de ${company.name}` }).first()).toBeVisible()
  await expect.poll(() => accentOf(page)).not.toBe(before)
  await expect.poll(() => accentOf(colleague)).toBe(await accentOf(page))
  await page.getByRole('button', { name: 'Retirer' }).click()
  await expect.poll(() => accentOf(page)).toBe(before)
})

test('what is no image is refused as a logo in a sentence', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/organization')
  await page.getByLabel('Image du logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('pas une image') })
  await expect(page.getByRole('region', { name: 'Messages' }).getByText('Ce fichier n’est pas une image lisible.')).toBeVisible()
})

test('the name of the company changes everywhere at once', async ({ enter }) => {
  const page = await enter(company.administrator)
  const colleague = await enter(company.user)
  await colleague.goto('/home')
  await expect(colleague.getByRole('link', { name: company.name })).toBeVisible()
  await page.goto('/organization')
  await page.getByRole('textbox', { name: 'Nom de l’entreprise' }).fill(`${company.name} SPA`)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('link', { name: `${company.name} SPA` })).toBeVisible()
  await expect(colleague.getByRole('link', { name: `${company.name} SPA` })).toBeVisible()
})

test('a region and an agency are opened, with the number that comes next', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/agencies')
  await page.getByRole('button', { name: 'Nouvelle direction' }).click()
  const region = page.getByRole('dialog')
  await region.getByRole('textbox', { name: 'Code' }).fill('OUE')
  await region.getByRole('textbox', { name: 'Nom' }).fill('Direction régionale Ouest')
  await region.getByRole('button', { name: /Créer|Ajouter|Enregistrer/ }).click()
  await expect(page.getByRole('button', { name: /Direction régionale Ouest/ }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Nouvelle agence' }).click()
  const panel = page.getByRole('dialog', { name: 'Nouvelle agence' })
  await panel.getByRole('combobox', { name: 'Wilaya' }).fill('oran')
  await page.getByRole('option', { name: /Oran/ }).click()
  await expect(panel.getByRole('textbox', { name: 'Numéro' })).toHaveValue('31002')
  await panel.getByRole('textbox', { name: 'Nom' }).fill('Es Sénia')
  await panel.getByRole('combobox', { name: /Direction régionale/ }).selectOption({ label: 'OUE · Direction régionale Ouest' })
  await panel.getByRole('button', { name: 'Ouvrir l’agence' }).click()
  await expect(page.getByRole('button', { name: 'Es Sénia', exact: true })).toBeVisible()
  const { data } = await company.administrator.call(organizationOperations.listAgencies, { q: 'Sénia' })
  expect(data.map(({ number, region_name: name }) => [number, name])).toEqual([['31002', 'Direction régionale Ouest']])
})

test('an agency is closed and opened again', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/agencies')
  const inService = page.getByRole('switch', { name: 'Oran Front de mer : en service' })
  await inService.click()
  await expect(inService).toHaveAttribute('aria-checked', 'false')
  await expect(page.getByText(/1 fermée/)).toBeVisible()
  await inService.click()
  await expect(page.getByText(/1 fermée/)).toHaveCount(0)
})

test('others read the network and change nothing', async ({ enter }) => {
  for (const person of [company.supervisor, company.editor, company.user]) {
    const page = await enter(person)
    await page.goto('/agencies')
    await expect(page.getByText('Oran Front de mer')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Nouvelle agence' })).toHaveCount(0)
    await expect(page.getByRole('switch')).toHaveCount(0)
    await page.goto('/organization')
    await expect(page.getByRole('heading').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Choisir une image' })).toHaveCount(0)
  }
})

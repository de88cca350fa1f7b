import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { claimOperations, type Claim } from '#capabilities/claims/contract.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import { breaches, shown } from './support/axe.ts'
import { foundCompany, type Company } from './support/company.ts'
import { insureCar } from './support/insured-car.ts'
import { expect, test } from './support/test.ts'

let company: Company
let claim: Claim
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 2 })
  const policy = await insureCar(company.user, company.amina.id, company.hydra.id)
  claim = await company.user.call(claimOperations.declareClaim, {
    policy_id: policy.id,
    nature: 'glass',
    occurred_on: addDays(todayIn('Africa/Algiers', new Date()), -1),
  })
  await company.user.call(claimOperations.writeLetter, { id: claim.id, letter: 'acknowledgement' })
})

const photo = () =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: '#2f6f8f' } })
    .jpeg()
    .toBuffer()
const file = (name: string, buffer: Buffer | string) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(buffer) })
const tab = async (page: Page) => {
  await page.goto(`/contacts/${company.amina.id}?tab=documents`)
  await shown(page)
}
const list = (page: Page) => page.getByRole('list', { name: 'Documents' })
const row = (page: Page, title: string) => list(page).getByRole('listitem').filter({ hasText: title })
const choose = (page: Page, ...files: ReturnType<typeof file>[]) => page.locator('input[type=file][multiple]').setInputFiles(files)

test('pieces are attached to a customer; what is not what its name says is refused, and the others go on', async ({ enter }) => {
  const page = await enter(company.user, { theme: 'system' })
  await tab(page)
  await choose(
    page,
    file('Carte grise.jpg', await photo()),
    file('facture.pdf', 'ce n’est pas un PDF'),
    file('note.txt', 'Constat reçu.\nÀ classer.'),
  )
  await expect(row(page, 'Carte grise').getByText('Photo')).toBeVisible()
  await expect(row(page, 'note').getByText('Texte')).toBeVisible()
  await expect(page.getByRole('alert')).toContainText('son contenu est autre chose')
  expect(await breaches(page)).toEqual([])
  await page.getByRole('button', { name: 'Retirer facture.pdf' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)

  await row(page, 'note').getByRole('button', { name: 'note', exact: false }).first().click()
  const box = page.getByRole('dialog')
  await expect(box.getByText('À classer.')).toBeVisible()
  await box.getByRole('button', { name: 'Document suivant' }).click()
  await expect(box.getByRole('img', { name: 'Carte grise' })).toBeVisible()
  expect(await breaches(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(box).toHaveCount(0)
})

test('a piece is renamed, replaced by a newer version, deleted and taken back', async ({ enter }) => {
  const page = await enter(company.user)
  await tab(page)
  await choose(page, file('scan.txt', 'Premier passage'))
  const menu = async (entry: string) => {
    await page.getByRole('button', { name: /^Actions\s*: (scan|Procès-verbal)/ }).click()
    await page.getByRole('menuitem', { name: entry }).click()
  }
  await menu('Renommer…')
  await page.getByLabel('Titre').fill('Procès-verbal')
  await page.keyboard.press('Enter')
  const line = row(page, 'Procès-verbal')
  await expect(line).toBeVisible()

  await line.locator('input[type=file]').setInputFiles(file('scan 2.txt', 'Second passage'))
  await expect(line.getByText('2 versions')).toBeVisible()
  await line.getByRole('button').first().click()
  const box = page.getByRole('dialog')
  await expect(box.getByText('Second passage')).toBeVisible()
  await box.getByRole('button', { name: /^Version 1/ }).click()
  await expect(box.getByText('Premier passage')).toBeVisible()
  await page.keyboard.press('Escape')

  await menu('Supprimer')
  await expect(line).toHaveCount(0)
  await page.getByRole('button', { name: 'Annuler' }).click()
  await expect(line).toBeVisible()
})

test('a letter of a claim is on the customer’s documents, opens as a PDF with its number, and is downloaded', async ({ enter }) => {
  const page = await enter(company.user)
  await tab(page)
  const line = row(page, 'Courrier').first()
  await expect(line.getByText(/C-\d{4}-\d{6}/)).toBeVisible()
  const drawn = page.waitForResponse((response) => response.url().includes('/file?') && response.url().includes('inline=true'))
  const reads = await page.evaluate(() => navigator.pdfViewerEnabled)
  await line.getByRole('button').first().click()
  if (reads) expect((await drawn).headers()['content-type']).toBe('application/pdf')
  else await expect(page.getByRole('link', { name: 'Ouvrir le PDF' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: 'Télécharger' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
})

test('who may only look attaches nothing, and the tab reads on a telephone in Arabic', async ({ enter }) => {
  const supervisor = await enter(company.supervisor)
  await tab(supervisor)
  await expect(list(supervisor)).toBeVisible()
  await expect(supervisor.getByRole('button', { name: 'Joindre un fichier' })).toHaveCount(0)

  const phone = await enter(company.user, { language: 'ar', width: 360, height: 740 })
  await tab(phone)
  await choose(phone, file('بطاقة رمادية.jpg', await photo()))
  await expect(phone.getByText('بطاقة رمادية').first()).toBeVisible()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

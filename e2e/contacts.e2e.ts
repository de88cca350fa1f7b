import type { Page } from '@playwright/test'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 60 })
})

const rows = (page: Page) =>
  page
    .getByRole('grid', { name: 'Clients' })
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
const openList = async (page: Page, search = '') => {
  await page.goto(`/contacts${search}`)
  await expect(rows(page).first()).toBeVisible()
}

test('a user sees the customers of the agency, the neighbour those of another, the administrator all', async ({ enter }) => {
  for (const [person, count] of [
    [company.administrator, company.customers + 1],
    [company.supervisor, company.customers + 1],
    [company.editor, company.customers],
    [company.user, company.customers],
    [company.neighbour, 1],
  ] as const) {
    const page = await enter(person)
    await openList(page)
    await expect(page.getByText(count === 1 ? '1 client' : `${count} clients`, { exact: true })).toBeVisible()
    await expect(row(page, 'BENALI Amina')).toHaveCount(person === company.neighbour ? 0 : 1)
  }
})

test('who may not change customers is offered neither choice nor creation', async ({ enter }) => {
  for (const person of [company.supervisor, company.editor]) {
    const page = await enter(person)
    await openList(page)
    await expect(page.getByRole('link', { name: 'Nouveau client' })).toHaveCount(0)
    await expect(page.getByRole('checkbox')).toHaveCount(0)
  }
  const page = await enter(company.user)
  await openList(page)
  await row(page, 'BENALI Amina').getByRole('checkbox').check()
  const acts = page.getByRole('toolbar', { name: 'Actions sur la sélection' })
  await expect(acts.getByRole('button', { name: 'Affecter' })).toBeVisible()
  await expect(acts.getByRole('button', { name: 'Mettre à la corbeille' })).toHaveCount(0)
})

test('a search forgives accents, case, phone formats and one typing error', async ({ enter }) => {
  const page = await enter(company.user)
  await openList(page)
  const search = page.getByRole('searchbox', { name: 'Nom, code, téléphone, e-mail…' })
  for (const [typed, name] of [
    ['benali', 'BENALI Amina'],
    ['ait ouyahia', 'AÏT-OUYAHIA Nna Djouher'],
    ['+213 550 12 34 56', 'BENALI Amina'],
    ['0550123456', 'BENALI Amina'],
    ['AMINA.BENALI@EXEMPLE.DZ', 'BENALI Amina'],
    [company.amina.code, 'BENALI Amina'],
    ['moulins du sahell', 'SARL Les Moulins du Sahel'],
    ['سعيد', 'بوعلام سعيد'],
  ] as const) {
    await search.fill(typed)
    await expect(row(page, name), typed).toBeVisible()
    await expect(rows(page).first().getByRole('link'), typed).toHaveText(name)
  }
  await search.fill('personne de ce nom')
  await expect(page.getByRole('heading', { name: 'Aucun client ne correspond' })).toBeVisible()
  await page.getByText('Effacer la recherche', { exact: true }).click()
  await expect(page.getByText(`${company.customers} clients`, { exact: true })).toBeVisible()
})

test('a filter narrows the list, stands in the address, and survives a reload and the way back', async ({ enter }) => {
  const page = await enter(company.user)
  await openList(page)
  await page.getByRole('button', { name: 'Filtrer' }).click()
  await page.getByRole('searchbox', { name: 'Filtrer par' }).fill('statut')
  await page.getByRole('searchbox', { name: 'Filtrer par' }).press('Enter')
  await page.getByRole('group', { name: 'Statut' }).getByRole('checkbox', { name: 'Inactif' }).check()
  await expect(page.getByText('1 client', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row(page, 'D’ALMEIDA Rosa')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 client', { exact: true })).toBeVisible()
  await row(page, 'D’ALMEIDA Rosa').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('D’ALMEIDA Rosa')
  await page.goBack()
  await expect(page.getByText('1 client', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Retirer le filtre Statut' }).click()
  await expect(page.getByText(`${company.customers} clients`, { exact: true })).toBeVisible()
})

test('a press on a column’s head sorts, another turns the order round', async ({ enter }) => {
  const page = await enter(company.user)
  await openList(page)
  const head = page.getByRole('columnheader', { name: 'Client' })
  await head.getByRole('button', { name: 'Client' }).click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect(rows(page).first().getByRole('link')).toHaveText('AÏT-OUYAHIA Nna Djouher')
  await head.getByRole('button', { name: 'Client' }).click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect(rows(page).first().getByRole('link')).not.toHaveText('AÏT-OUYAHIA Nna Djouher')
})

test('columns are chosen and ordered, and stay so', async ({ enter }) => {
  const page = await enter(company.user)
  await openList(page)
  await page.getByRole('button', { name: 'Colonnes' }).click()
  const box = page.getByRole('dialog', { name: 'Colonnes' })
  await box.getByRole('checkbox', { name: 'Type' }).uncheck()
  await box.getByRole('checkbox', { name: 'Profession' }).check()
  await expect(page.getByRole('columnheader', { name: 'Type' })).toHaveCount(0)
  await expect(row(page, 'BENALI Amina').getByRole('gridcell', { name: 'Pharmacienne' })).toBeVisible()
  // Over Type, which is hidden, then over Code.
  await box.getByRole('button', { name: 'Déplacer la colonne Mobile' }).press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(page.getByRole('columnheader').nth(1)).toHaveText('Mobile')
  await expect(page.getByRole('columnheader', { name: 'Profession' })).toBeVisible()
  await page.getByRole('button', { name: 'Colonnes' }).click()
  await page.getByRole('button', { name: 'Rétablir les colonnes d’origine' }).click()
  await expect(page.getByRole('columnheader').nth(1)).toHaveText('Code')
})

test('the quick panel shows a customer beside the list, and the next one', async ({ enter }) => {
  const page = await enter(company.user)
  await openList(page)
  await row(page, 'BENALI Amina').hover()
  await row(page, 'BENALI Amina').getByRole('button', { name: 'Aperçu de BENALI Amina' }).click()
  const panel = page.getByRole('complementary', { name: 'Aperçu de BENALI Amina' })
  await expect(panel.getByText('0550 12 34 56')).toBeVisible()
  await expect(panel.getByText('amina.benali@exemple.dz')).toBeVisible()
  await panel.getByRole('button', { name: 'Suivant' }).click()
  const second = await rows(page).nth(1).getByRole('link').innerText()
  await expect(page.getByRole('complementary', { name: `Aperçu de ${second}` })).toBeVisible()
  await page.getByRole('button', { name: 'Ouvrir la fiche' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(second)
})

test('several customers are tagged at once, and it can be taken back', async ({ enter }) => {
  const page = await enter(company.administrator)
  await openList(page, '?q=haddad')
  const tagged = async () =>
    (await company.administrator.call(customerOperations.listContacts, { q: 'haddad' })).data.filter(({ tags }) =>
      tags.some(({ name }) => name === 'À rappeler'),
    ).length
  const count = await rows(page).count()
  await page.getByRole('checkbox', { name: 'Tout sélectionner' }).check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Étiqueter' }).click()
  const dialog = page.getByRole('dialog', { name: `Étiqueter ${count} clients` })
  await dialog.getByRole('combobox', { name: 'Ajouter' }).fill('À rappeler')
  await dialog.getByRole('combobox', { name: 'Ajouter' }).press('Enter')
  await dialog.getByRole('button', { name: 'Étiqueter' }).click()
  await expect(page.getByText(`${count} clients étiquetés`)).toBeVisible()
  expect(await tagged()).toBe(count)
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(page.getByText(`Action annulée pour ${count} clients`)).toBeVisible()
  expect(await tagged()).toBe(0)
})

test('several customers are given to a colleague, and it can be taken back', async ({ enter }) => {
  const page = await enter(company.administrator)
  await openList(page, '?q=mansouri')
  const count = await rows(page).count()
  await page.getByRole('checkbox', { name: 'Tout sélectionner' }).check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Affecter' }).click()
  const dialog = page.getByRole('dialog', { name: `Affecter ${count} clients` })
  await dialog.getByRole('combobox', { name: 'Chargé de clientèle' }).fill('karim')
  await page.getByRole('option', { name: /Karim Meziane/ }).click()
  await dialog.getByRole('button', { name: 'Affecter' }).click()
  await expect(page.getByText(`${count} clients affectés`)).toBeVisible()
  await expect(rows(page).first().getByRole('gridcell', { name: 'Karim Meziane' })).toBeVisible()
  await page.getByRole('button', { name: 'Annuler', exact: true }).click()
  await expect(page.getByText(`Action annulée pour ${count} clients`)).toBeVisible()
  await expect(rows(page).first().getByRole('gridcell', { name: 'Karim Meziane' })).toHaveCount(0)
})

test('customers go to the bin and come back out of it', async ({ enter }) => {
  const page = await enter(company.administrator)
  await openList(page, '?q=zerrouki')
  const count = await rows(page).count()
  await page.getByRole('checkbox', { name: 'Tout sélectionner' }).check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Mettre à la corbeille' }).click()
  await expect(page.getByText(`${count} clients mis à la corbeille`)).toBeVisible()
  await expect(rows(page)).toHaveCount(0)
  await page.goto('/contacts')
  await page.getByRole('button', { name: 'Tous les clients' }).click()
  await page
    .getByRole('menuitem', { name: 'Corbeille' })
    .or(page.getByRole('menuitemradio', { name: 'Corbeille' }))
    .click()
  await expect(rows(page)).toHaveCount(count)
  await page.getByRole('checkbox', { name: 'Tout sélectionner' }).check()
  await page.getByRole('toolbar').getByRole('button', { name: 'Restaurer' }).click()
  await expect(page.getByText(`${count} clients restaurés`)).toBeVisible()
  await expect(page.getByRole('heading', { name: /corbeille|Aucun client/i })).toBeVisible()
})

test('a customer that a colleague adds shows itself on an open list', async ({ enter }) => {
  const page = await enter(company.user)
  await openList(page)
  const { name } = await company.addCustomer({ kind: 'individual', last_name: 'NOUVEL', first_name: 'Arrivant', wilaya: '16' })
  await page.getByRole('button', { name: /nouve/i }).click()
  await expect(row(page, name)).toBeVisible()
})

test('on a phone the list is read by rows of two lines, within the screen', async ({ enter }) => {
  const page = await enter(company.user, { width: 360, height: 780 })
  await page.goto('/contacts')
  await expect(page.getByRole('link', { name: /BENALI Amina/ })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
})

import { customerOperations } from '#capabilities/customers/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

test('a company is opened as an account, and a customer becomes its member', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/accounts')
  await expect(page.getByRole('link', { name: 'Famille Benali' })).toBeVisible()
  await page.getByRole('link', { name: 'Nouveau compte' }).click()
  await page.getByRole('textbox', { name: 'Nom du compte' }).fill('Groupe Sahel Agro')
  await page.getByRole('button', { name: 'Créer le compte' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Groupe Sahel Agro')
  await page.getByRole('button', { name: 'Ajouter un membre' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Ajouter un membre' })
  await dialog.getByRole('combobox', { name: 'Client' }).fill('moulins')
  await page.getByRole('option', { name: /SARL Les Moulins du Sahel/ }).click()
  await dialog.getByRole('button', { name: 'Ajouter' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'SARL Les Moulins du Sahel' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SARL Les Moulins du Sahel')
})

test('an account is changed, and the change stands on it', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto(`/accounts/${company.household.id}/edit`)
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill('famille@exemple.dz')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Famille Benali/)
  const { email } = await company.user.call(customerOperations.getAccount, { id: company.household.id })
  expect(email).toBe('famille@exemple.dz')
})

test('members of an account out of reach are counted, not shown', async ({ enter }) => {
  const elsewhere = await company.addCustomer({ kind: 'individual', last_name: 'BENALI', first_name: 'Yacine', wilaya: '31' }, company.oran)
  await company.administrator.call(customerOperations.setMember, { id: company.household.id, contact_id: elsewhere.id, role: 'child' })
  const page = await enter(company.user)
  await page.goto(`/accounts/${company.household.id}`)
  await expect(page.getByRole('link', { name: 'BENALI Amina' })).toBeVisible()
  await expect(page.getByText(/autre agence|hors de votre périmètre/)).toBeVisible()
  expect(await page.content()).not.toContain('Yacine')
})

test('who may only read an account is offered no change', async ({ enter }) => {
  for (const person of [company.supervisor, company.editor]) {
    const page = await enter(person)
    await page.goto(`/accounts/${company.household.id}`)
    await expect(page.getByRole('link', { name: 'BENALI Amina' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Modifier' })).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Ajouter un membre' })).toHaveCount(0)
    await page.goto('/accounts')
    await expect(page.getByRole('link', { name: 'Famille Benali' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Nouveau compte' })).toHaveCount(0)
  }
})

test('an account of another agency is not found', async ({ enter }) => {
  const page = await enter(company.neighbour)
  await page.goto(`/accounts/${company.household.id}`)
  await expect(page.getByRole('heading', { name: /introuvable/ })).toBeVisible()
  await page.goto('/accounts')
  await expect(page.getByRole('heading', { name: 'Aucun compte pour l’instant' })).toBeVisible()
})

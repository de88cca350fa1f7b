import { customerOperations } from '#capabilities/customers/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

test('a customer is created with the name alone; the rest is the person’s own agency', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/contacts/new')
  await expect(page.getByLabel('Nom', { exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Créer le client' }).click()
  await expect(page.getByLabel('Nom', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Nom', { exact: true }).fill('Hamlaoui')
  await page.getByLabel('Prénom').fill('Sihem')
  await page.getByLabel('Prénom').press('Enter')
  await expect(page.getByText(/^Client créé/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hamlaoui Sihem')
  const found = await company.user.call(customerOperations.listContacts, { q: 'hamlaoui' })
  expect(found.data.map(({ agency_name: agency, owner_name: owner, code }) => [agency, owner, code.slice(0, 6)])).toEqual([
    ['Hydra', 'Karim Meziane', '16001-'],
  ])
})

test('the form speaks when a field does not look right, and takes dates and phones as people write them', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/contacts/new')
  await page.getByLabel('Nom', { exact: true }).fill('Rahal')
  await page.getByLabel('Date de naissance').fill('31/02/1990')
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill('rahal@')
  await page.getByLabel('Téléphone mobile').fill('0550')
  await page.getByRole('textbox', { name: 'Adresse', exact: true }).click()
  for (const label of ['Date de naissance', 'E-mail'])
    await expect(page.getByRole('textbox', { name: label, exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Date de naissance').fill('7/5/90')
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill('rahal@exemple.dz')
  await page.getByLabel('Téléphone mobile').fill('+213 (0) 661.11.22.33')
  await page.getByRole('button', { name: 'Créer le client' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Rahal')
  const { data } = await company.user.call(customerOperations.listContacts, { q: 'rahal' })
  expect(data.map(({ birth_date: born, mobile }) => [born, mobile])).toEqual([['1990-05-07', '+213661112233']])
})

test('similar customers are pointed out while one is typed; a certain double asks first', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/contacts/new')
  await page.getByLabel('Nom', { exact: true }).fill('benali')
  await page.getByLabel('Prénom').fill('amina')
  await page.getByLabel('Téléphone mobile').fill('0550123456')
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill('amina.benali@exemple.dz')
  const similar = page.getByRole('region', { name: 'Clients semblables' })
  await expect(similar.getByRole('link', { name: 'BENALI Amina' })).toHaveAttribute('href', `/contacts/${company.amina.id}`)
  await expect(similar.getByText(company.amina.code)).toBeVisible()
  await page.getByText('Pièces et comptes').first().click()
  await page.getByRole('textbox', { name: /^NIN/ }).fill('198403170012345678')
  await page.getByRole('button', { name: 'Créer le client' }).click()
  await page.getByRole('button', { name: 'C’est une autre personne, créer quand même' }).click()
  await expect(page.getByText(/^Client créé/)).toBeVisible()
})

test('a similar customer of another agency is announced without any data', async ({ enter }) => {
  const page = await enter(company.neighbour)
  await page.goto('/contacts/new')
  await page.getByLabel('Nom', { exact: true }).fill('BENALI')
  await page.getByLabel('Prénom').fill('Amina')
  await page.getByLabel('Téléphone mobile').fill('0550 12 34 56')
  const similar = page.getByRole('region', { name: 'Clients semblables' })
  await expect(similar.getByText('Un client semblable existe dans une autre agence').first()).toBeVisible()
  await expect(similar.getByRole('link')).toHaveCount(0)
  await expect(similar).not.toContainText('16001')
})

test('what was typed is still there after a look elsewhere, except sensitive numbers', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/contacts/new')
  await page.getByLabel('Nom', { exact: true }).fill('Brouillon')
  await page.getByText('Pièces et comptes').first().click()
  await page.getByRole('textbox', { name: /^NIN/ }).fill('198403170012345678')
  await page.goto('/home')
  await page.goto('/contacts/new')
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue('Brouillon')
  await page.getByText('Pièces et comptes').first().click()
  await expect(page.getByRole('textbox', { name: /^NIN/ })).toHaveValue('')
})

test('two colleagues who edit different fields both keep theirs', async ({ enter }) => {
  const { id, version } = await company.addCustomer({ kind: 'individual', last_name: 'PARTAGE', first_name: 'Un', wilaya: '16' })
  const page = await enter(company.user)
  await page.goto(`/contacts/${id}/edit`)
  await page.getByRole('textbox', { name: 'Adresse', exact: true }).fill('3, rue Didouche')
  await company.administrator.call(customerOperations.updateContact, { id, version, email: 'partage@exemple.dz' })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^PARTAGE Un/)
  const now = await company.user.call(customerOperations.getContact, { id })
  expect([now.address, now.email]).toEqual(['3, rue Didouche', 'partage@exemple.dz'])
})

test('two colleagues who edit the same field are asked which one stays', async ({ enter }) => {
  const { id, version } = await company.addCustomer({ kind: 'individual', last_name: 'CONFLIT', first_name: 'Deux', wilaya: '16' })
  const page = await enter(company.user)
  await page.goto(`/contacts/${id}/edit`)
  await page.getByRole('textbox', { name: 'Adresse', exact: true }).fill('Ma rue')
  await page.getByRole('textbox', { name: 'E-mail', exact: true }).fill('mien@exemple.dz')
  await company.administrator.call(customerOperations.updateContact, { id, version, address: 'Sa rue', email: 'sien@exemple.dz' })
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Un collègue a changé les mêmes champs')).toBeVisible()
  await dialog
    .getByRole('group', { name: 'Adresse' })
    .getByRole('radio', { name: /Sa rue/ })
    .check()
  await dialog.getByRole('button', { name: 'Enregistrer ce choix' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^CONFLIT Deux/)
  const now = await company.user.call(customerOperations.getContact, { id })
  expect([now.address, now.email]).toEqual(['Sa rue', 'mien@exemple.dz'])
})

test('a company is asked for its own fields', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/contacts/new')
  await page.getByRole('radio', { name: 'Entreprise' }).check()
  await expect(page.getByLabel('Prénom')).toHaveCount(0)
  await page
    .getByLabel(/^Raison sociale|^Dénomination|^Nom/)
    .first()
    .fill('SPA Transports du Hoggar')
  await page.getByRole('button', { name: 'Créer le client' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('SPA Transports du Hoggar')
})

test('who may not create or change customers finds neither form', async ({ enter }) => {
  for (const person of [company.supervisor, company.editor]) {
    const page = await enter(person)
    for (const address of ['/contacts/new', `/contacts/${company.amina.id}/edit`]) {
      await page.goto(address)
      await expect(page.getByRole('main')).toBeVisible()
      await expect(page.getByRole('heading').first()).toBeVisible()
      await expect(page.getByLabel('Nom', { exact: true })).toHaveCount(0)
    }
  }
})

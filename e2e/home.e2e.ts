import { foundCompany, register, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program)
})

test('home shows the figures within reach, each leading to its rows', async ({ enter }) => {
  const figureOf = async (role: 'administrator' | 'user', label: string) => {
    const page = await enter(company[role])
    await page.goto('/home')
    const figure = page.getByRole('main').getByRole('link', { name: new RegExp(`^${label}`) })
    return { page, figure }
  }
  const all = await figureOf('administrator', 'Clients')
  await expect(all.figure.locator('strong')).toHaveText(String(company.customers + 1))
  const own = await figureOf('user', 'Clients')
  await expect(own.figure.locator('strong')).toHaveText(String(company.customers))
  await own.figure.click()
  await expect(own.page.getByText(`${company.customers} clients`)).toBeVisible()
  const people = await figureOf('administrator', 'Utilisateurs actifs')
  await expect(people.figure.locator('strong')).toHaveText('5')
  const none = await figureOf('user', 'Utilisateurs actifs')
  await expect(none.page.getByRole('link', { name: /^Agences/ }).first()).toBeVisible()
  await expect(none.figure).toHaveCount(0)
})

test('home leads back to the customers seen last', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto(`/contacts/${company.amina.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('BENALI Amina')
  await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Accueil' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Bonjour Karim Meziane')
  const recent = page
    .locator('section, div')
    .filter({ has: page.getByRole('heading', { name: 'Consultés récemment' }) })
    .last()
  await recent.getByRole('link', { name: /BENALI Amina/ }).click()
  await expect(page).toHaveURL(new RegExp(company.amina.id))
})

test('only who may create is offered to create', async ({ enter }) => {
  for (const [role, offered] of [
    ['administrator', true],
    ['user', true],
    ['supervisor', false],
    ['editor', false],
  ] as const) {
    const page = await enter(company[role])
    await page.goto('/home')
    await expect(page.getByRole('heading', { level: 1, name: /^Bonjour/ })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Nouveau client' })).toHaveCount(offered ? 1 : 0)
    await expect(page.getByRole('button', { name: 'Créer' })).toHaveCount(offered ? 1 : 0)
  }
})

test('a new administrator is led to the company sheet first', async ({ enter, program }) => {
  const administrator = await register(program, 'Assurances du Ténéré', `mina@${company.domain}`)
  const page = await enter(administrator)
  await page.goto('/home')
  await page.getByRole('link', { name: 'Ouvrir la fiche' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Fiche de l’entreprise' })).toBeVisible()
})

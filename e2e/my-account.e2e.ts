import { identityOperations } from '#capabilities/identity/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { passwordOfAll, signIn } from './support/person.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

test('one corrects one’s own details', async ({ enter }) => {
  const page = await enter(company.editor)
  await page.goto('/me')
  await page.getByRole('textbox', { name: /^Fonction/ }).fill('Assistante de direction')
  await page.getByRole('textbox', { name: /^Téléphone/ }).fill('0661 20 20 20')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect.poll(async () => (await company.editor.call(identityOperations.readMe, {})).function).toBe('Assistante de direction')
  await page.reload()
  await expect(page.getByRole('textbox', { name: /^Téléphone/ })).toHaveValue('0661 20 20 20')
})

test('language, theme and density are each person’s own, at once and at the next visit', async ({ enter }) => {
  const page = await enter(company.supervisor)
  await page.goto('/me')
  await page.getByRole('button', { name: 'Thème clair. Passer à : Thème sombre' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Votre compte' }).click()
  await page
    .getByRole('menuitemradio', { name: 'العربية' })
    .or(page.getByRole('menuitem', { name: 'العربية' }))
    .click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect
    .poll(async () => (await company.supervisor.call(identityOperations.readMe, {})).preferences)
    .toMatchObject({ language: 'ar', theme: 'dark' })
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a password is changed with the present one; the other sessions end', async ({ enter, program }) => {
  const person = await company.admit('Selma Ould', 'user', company.hydra)
  const elsewhere = await enter(await signIn(program, person.email))
  await elsewhere.goto('/home')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('Bonjour Selma Ould')
  const page = await enter(person)
  await page.goto('/me?tab=security')
  await page.getByRole('textbox', { name: 'Mot de passe actuel' }).fill('pas-le-bon')
  await page.getByRole('textbox', { name: 'Nouveau mot de passe' }).fill('ma-nouvelle-phrase-secrète')
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByRole('textbox', { name: 'Mot de passe actuel' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: 'Mot de passe actuel' }).fill(passwordOfAll)
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByRole('textbox', { name: 'Mot de passe actuel' })).toHaveValue('')
  await elsewhere.goto('/contacts')
  await expect(elsewhere.getByLabel('E-mail ou nom d’utilisateur')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Selma Ould')
})

test('one’s own sessions are listed by device, and ended', async ({ enter, program }) => {
  const person = await company.admit('Réda Mokrani', 'user', company.hydra)
  const phone = await signIn(program, person.email)
  const page = await enter(person)
  await page.goto('/me?tab=security')
  const sessions = page.getByRole('region', { name: 'Sessions ouvertes' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await expect(sessions.filter({ hasText: 'Cette session' })).toHaveCount(1)
  await sessions.filter({ hasNotText: 'Cette session' }).getByRole('button', { name: 'Fermer' }).click()
  await expect(sessions).toHaveCount(1)
  await expect(phone.call(identityOperations.readMe, {})).rejects.toThrow(/401/)
})

test('a session that ends under an open page is taken up again where it stood', async ({ enter }) => {
  const person = await company.admit('Amel Ferhani', 'user', company.hydra)
  const page = await enter(person)
  await page.goto('/contacts/new')
  await page.getByLabel('Nom', { exact: true }).fill('Reprise')
  await company.administrator.call(identityOperations.endUserSessions, { id: person.id })
  // What reads in the background may ask for the password before the button does: it is pressed all the same.
  await page.getByRole('button', { name: 'Créer le client' }).dispatchEvent('click')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
  await dialog.getByLabel('Mot de passe', { exact: true }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Reprise')
})

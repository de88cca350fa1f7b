import { identityOperations } from '#capabilities/identity/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { letterFor, lettersFor } from './support/outbox.ts'
import { passwordOfAll } from './support/person.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

test('the welcome page says what the product does and leads to both ways in', async ({ enter }) => {
  const page = await enter(null)
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: 'Gérez mieux votre relation client' })).toBeVisible()
  await page.getByRole('link', { name: 'Commencer' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Connexion ou inscription' })).toBeVisible()
  await expect(page.getByRole('link', { name: /^Connexion/ })).toHaveAttribute('href', '/sign-in')
  await expect(page.getByRole('link', { name: /administrateur/ })).toHaveAttribute('href', '/sign-up')
})

test('a visitor reads the welcome page in Arabic, from right to left, and finds it so again', async ({ enter }) => {
  const page = await enter(null)
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Langue' }).selectOption('ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ar')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Gérez mieux votre relation client')
})

test('sign-up points at what is missing, keeps what was typed, and sends the verification message', async ({ enter, program }) => {
  const page = await enter(null)
  await page.goto('/sign-up')
  const submit = page.getByRole('button', { name: 'Créer l’espace de ma compagnie' })
  await submit.click()
  await expect(page.getByLabel('Nom de la compagnie')).toBeFocused()
  await expect(page.getByText('Écrivez le nom de votre compagnie.')).toBeVisible()
  await page.getByLabel('Nom de la compagnie').fill('Mutuelle des Hauts-Plateaux')
  await page.getByLabel('Nom et prénom').fill('Lamia Sebti')
  await page.getByLabel('E-mail professionnel').fill('lamia@')
  await page.getByLabel('Mot de passe', { exact: true }).fill('court')
  await expect(page.getByText('Écrivez une adresse complète, comme nom@compagnie.dz.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Nom de la compagnie')).toHaveValue('Mutuelle des Hauts-Plateaux')
  await expect(page.getByLabel('Mot de passe', { exact: true })).toHaveValue('')
  const email = `lamia@mhp-${company.domain}`
  await page.getByLabel('E-mail professionnel').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
  await page.getByRole('checkbox', { name: /conditions/ }).check()
  await submit.click()
  await expect(page.getByRole('heading', { name: 'Regardez votre messagerie' })).toBeVisible()
  await expect(page.getByText('outbox')).toBeVisible()
  // The address of this page ends like a file's, and is a page all the same.
  await page.reload()
  await expect(page.getByText(email)).toBeVisible()
  const letter = await letterFor(program, email, '/verify-email')
  await page.goto(letter.link)
  await expect(page.getByRole('heading', { name: 'Votre adresse est confirmée' })).toBeVisible()
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await expect(page.getByLabel('E-mail ou nom d’utilisateur')).toHaveValue(email)
})

test('who has not verified the address is told so, and has the message sent again', async ({ enter, program }) => {
  const page = await enter(null)
  const email = `zohra@znt-${company.domain}`
  await page.goto('/sign-up')
  await page.getByLabel('Nom de la compagnie').fill('Zénith Assurances')
  await page.getByLabel('Nom et prénom').fill('Zohra Nait')
  await page.getByLabel('E-mail professionnel').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
  await page.getByRole('checkbox', { name: /conditions/ }).check()
  await page.getByRole('button', { name: 'Créer l’espace de ma compagnie' }).click()
  const first = await letterFor(program, email, '/verify-email')
  await page.goto('/sign-in')
  await page.getByLabel('E-mail ou nom d’utilisateur').fill(email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.getByRole('link', { name: 'Renvoyer le message de vérification' }).click()
  await page.getByRole('button', { name: 'Renvoyer le message' }).click()
  await expect(page.getByText('Le message est reparti.')).toBeVisible()
  await expect.poll(() => lettersFor(program, email).length).toBe(2)
  await page.goto(first.link)
  await expect(page.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible()
})

test('a wrong password is refused in a sentence that doesn’t tell whether the account exists', async ({ enter }) => {
  const page = await enter(null)
  const refusalFor = async (login: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail ou nom d’utilisateur').fill(login)
    await page.getByLabel('Mot de passe', { exact: true }).fill('pas-le-bon-mot')
    await page.getByRole('button', { name: 'Se connecter' }).click()
    return page.getByRole('alert').innerText()
  }
  const known = await refusalFor(company.editor.email)
  expect(known).not.toBe('')
  expect(await refusalFor(`personne@${company.domain}`)).toBe(known)
})

test('signing in leads to the page that was asked for, signing out leaves nothing behind', async ({ enter }) => {
  const page = await enter(null)
  await page.goto('/contacts?sort=name')
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible()
  await page.getByLabel('E-mail ou nom d’utilisateur').fill(company.user.email)
  await page.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
  await page.getByLabel('Mot de passe', { exact: true }).press('Enter')
  await expect(page).toHaveURL(/\/contacts\?sort=name/)
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible()
  await page.getByRole('button', { name: 'Votre compte' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goto('/contacts')
  await expect(page.getByRole('heading', { name: 'Connexion' })).toBeVisible()
})

test('signing out without a line says that it failed, and works once the line is back', async ({ enter }) => {
  const page = await enter(company.editor)
  await page.goto('/home')
  await page.route('**/auth/sign-out', (route) => route.abort('connectionreset'))
  await page.getByRole('button', { name: 'Votre compte' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await expect(page.getByText('La déconnexion n’a pas abouti')).toBeVisible()
  await expect(page).toHaveURL(/\/home/)
  await page.unroute('**/auth/sign-out')
  await page.getByRole('button', { name: 'Votre compte' }).click()
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
})

test('one signs in by user name as well', async ({ enter }) => {
  await company.supervisor.call(identityOperations.updateMe, { user_name: `rachid-${company.domain.slice(0, 8)}` })
  const page = await enter(null)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail ou nom d’utilisateur').fill(`RACHID-${company.domain.slice(0, 8)}`)
  await page.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { name: 'Bonjour Rachid Brahimi' })).toBeVisible()
})

test('a forgotten password is replaced by the link of the message, once', async ({ enter, program }) => {
  const somebody = await company.admit('Sofiane Khelil', 'user', company.hydra)
  const page = await enter(null)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail ou nom d’utilisateur').fill(somebody.email)
  await page.getByRole('link', { name: 'Mot de passe oublié' }).click()
  await expect(page.getByLabel('E-mail ou nom d’utilisateur')).toHaveValue(somebody.email)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(page.getByText(`Si un compte existe pour ${somebody.email}`)).toBeVisible()
  const letter = await letterFor(program, somebody.email, '/reset-password')
  await page.goto(letter.link)
  await page.getByLabel('Nouveau mot de passe').fill('une-autre-phrase-bien-longue')
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByRole('heading', { name: 'Votre mot de passe est changé' })).toBeVisible()
  await page.getByRole('link', { name: 'Se connecter' }).click()
  await page.getByLabel('Mot de passe', { exact: true }).fill('une-autre-phrase-bien-longue')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { name: 'Bonjour Sofiane Khelil' })).toBeVisible()
  const again = await enter(null)
  await again.goto(letter.link)
  await again.getByLabel('Nouveau mot de passe').fill('encore-une-phrase-bien-longue')
  await again.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(again.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible()
})

test('an unknown address gets the same answer to a forgotten password, and no message', async ({ enter, program }) => {
  const page = await enter(null)
  await page.goto('/forgot-password')
  await page.getByLabel('E-mail ou nom d’utilisateur').fill(`inconnu@${company.domain}`)
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(page.getByText(`Si un compte existe pour inconnu@${company.domain}`)).toBeVisible()
  expect(lettersFor(program, `inconnu@${company.domain}`)).toEqual([])
})

test('an invited colleague sees who invites where, chooses a password, and is at work; the link works once', async ({ enter, program }) => {
  const email = `lynda@${company.domain}`
  await company.administrator.call(identityOperations.createInvitations, {
    invitations: [{ agency_number: company.oran.number, email, name: 'Lynda Oukil', role: 'editor' }],
  })
  const letter = await letterFor(program, email, '/invitation')
  const page = await enter(null)
  await page.goto(letter.link)
  await expect(page.getByRole('heading', { name: `Rejoignez ${company.name}` })).toBeVisible()
  await expect(
    page.getByText('Nadia Hamidi vous ouvre un accès, agence Oran Front de mer (31001), avec le rôle « Éditeur ».'),
  ).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue(email)
  await expect(page.getByLabel('Nom et prénom')).toHaveValue('Lynda Oukil')
  await page.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
  await page.getByRole('checkbox', { name: /conditions/ }).check()
  await page.getByRole('button', { name: 'Rejoindre mon équipe' }).click()
  await expect(page.getByRole('heading', { name: 'Bonjour Lynda Oukil' })).toBeVisible()
  const again = await enter(null)
  await again.goto(letter.link)
  await expect(again.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible()
})

test('an address that leads nowhere says so and leads back', async ({ enter }) => {
  const page = await enter(null)
  await page.goto('/clients/12')
  await expect(page.getByRole('heading', { level: 1, name: 'Cette adresse ne mène nulle part' })).toBeVisible()
  await page.getByRole('link', { name: 'Revenir à l’accueil' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Gérez mieux votre relation client' })).toBeVisible()
})

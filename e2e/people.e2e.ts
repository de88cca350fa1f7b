import { identityOperations } from '#capabilities/identity/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { letterFor, lettersFor } from './support/outbox.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

test('one colleague is invited by agency and e-mail', async ({ enter, program }) => {
  const email = `omar@${company.domain}`
  const page = await enter(company.administrator)
  await page.goto('/users')
  await page.getByRole('button', { name: 'Inviter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Inviter des collègues' })
  await dialog.getByRole('combobox', { name: 'Agence' }).fill('oran')
  await page.getByRole('option', { name: /Oran Front de mer/ }).click()
  await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email)
  await dialog.getByRole('combobox', { name: 'Rôle' }).selectOption('Éditeur')
  await expect(dialog.getByRole('heading', { name: 'Ce que ce rôle permet' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click()
  await expect(dialog.getByText('1 invitation est partie')).toBeVisible()
  await letterFor(program, email, '/invitation')
  await page.keyboard.press('Escape')
  await page.goto('/invitations')
  await expect(page.getByRole('row').filter({ hasText: email })).toContainText('31001')
})

test('several colleagues are pasted at once; each line is answered for itself', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/users?invite=1')
  const dialog = page.getByRole('dialog', { name: 'Inviter des collègues' })
  await dialog.getByRole('radio', { name: 'Plusieurs à la fois' }).check()
  await dialog
    .getByRole('textbox', { name: 'Une personne par ligne' })
    .fill(`16001 rym@${company.domain}\n31001;walid@${company.domain};Walid Cherif\n99999 perdu@${company.domain}\n${company.user.email}`)
  await dialog.getByRole('button', { name: 'Envoyer 4 invitations' }).click()
  await expect(dialog.getByText('2 invitations sont parties')).toBeVisible()
  await expect(dialog.getByText('2 adresses demandent votre attention.')).toBeVisible()
  await expect(dialog.getByText('Agence inconnue')).toBeVisible()
  await expect(dialog.getByText('Déjà membre')).toBeVisible()
})

test('an invitation is sent again with a new link, and can be cancelled', async ({ enter, program }) => {
  const email = `ines@${company.domain}`
  await company.administrator.call(identityOperations.createInvitations, { invitations: [{ agency_number: '16001', email }] })
  const first = await letterFor(program, email, '/invitation')
  const page = await enter(company.administrator)
  await page.goto('/invitations')
  const line = page.getByRole('row').filter({ hasText: email })
  await line.getByRole('button', { name: 'Renvoyer' }).click()
  await expect.poll(() => lettersFor(program, email).length).toBe(2)
  const visitor = await enter(null)
  await visitor.goto(first.link)
  await expect(visitor.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible()
  await line.getByRole('button', { name: `Annuler l’invitation de ${email}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’invitation' }).click()
  await expect(line).toHaveCount(0)
  await visitor.goto(lettersFor(program, email).at(-1)?.link ?? '')
  await expect(visitor.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible()
})

test('a person’s role is changed, and the person’s screen follows', async ({ enter }) => {
  const person = await company.admit('Mounir Ziane', 'user', company.hydra)
  const page = await enter(company.administrator)
  await page.goto(`/users/${person.id}`)
  await page.getByRole('combobox', { name: 'Rôle' }).selectOption('Superviseur')
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect.poll(async () => (await company.administrator.call(identityOperations.getUser, { id: person.id })).role).toBe('supervisor')
  const theirs = await enter(person)
  await theirs.goto('/home')
  await expect(theirs.getByRole('link', { name: 'Journal d’audit' })).toBeVisible()
  await expect(theirs.getByRole('link', { name: 'Nouveau client' })).toHaveCount(0)
})

test('a suspended person is out at once, and comes in again when reactivated', async ({ enter }) => {
  const person = await company.admit('Djamila Saïdi', 'user', company.hydra)
  const theirs = await enter(person)
  await theirs.goto('/home')
  await expect(theirs.getByRole('heading', { level: 1 })).toHaveText(/Djamila/)
  const page = await enter(company.administrator)
  await page.goto(`/users/${person.id}`)
  await page.getByRole('button', { name: 'Suspendre' }).click()
  await page
    .getByRole('dialog', { name: /Suspendre Djamila/ })
    .getByRole('button', { name: 'Suspendre' })
    .click()
  await expect(page.getByRole('button', { name: 'Réactiver' })).toBeVisible()
  await theirs.goto('/contacts')
  await expect(theirs.getByLabel('E-mail ou nom d’utilisateur')).toBeVisible()
  await page.getByRole('button', { name: 'Réactiver' }).click()
  await expect(page.getByRole('button', { name: 'Suspendre' })).toBeVisible()
})

test('the supervisor sees the people and changes nothing; others don’t see them', async ({ enter }) => {
  const page = await enter(company.supervisor)
  await page.goto('/users')
  await expect(page.getByRole('link', { name: 'Karim Meziane' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Inviter' })).toHaveCount(0)
  await page.goto(`/users/${company.user.id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Karim Meziane')
  await expect(page.getByRole('button', { name: 'Suspendre' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0)
  for (const person of [company.editor, company.user]) {
    const none = await enter(person)
    await none.goto('/users')
    await expect(none.getByRole('heading').first()).toBeVisible()
    await expect(none.getByText('Rachid Brahimi')).toHaveCount(0)
  }
})

import { activityOperations } from '#capabilities/activities/contract.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { amina } from './support/customers.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test, type Enter } from './support/test.ts'
import type { Person } from './support/person.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

const openProfile = async (enter: Enter, person: Person, tab = '') => {
  const page = await enter(person)
  await page.goto(`/contacts/${company.amina.id}${tab}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('BENALI Amina')
  return page
}

test('the profile says who the customer is, how to reach her, and what hides is masked', async ({ enter }) => {
  const page = await openProfile(enter, company.user)
  await expect(page).toHaveTitle(/BENALI Amina/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('أمينة بن علي')
  await expect(page.getByText(company.amina.code)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Appeler' })).toHaveAttribute('href', 'tel:+213550123456')
  await expect(page.getByRole('link', { name: 'Écrire' })).toHaveAttribute('href', /^mailto:amina\.benali@exemple\.dz/)
  const fact = (name: string) =>
    page
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${name}$`) })
      .locator('xpath=following-sibling::dd[1]')
  await expect(fact('Date de naissance')).toContainText('17/03/1984')
  await expect(fact('Profession')).toHaveText('Pharmacienne')
  await expect(fact('NIN')).toContainText('5678')
  expect(await page.content()).not.toContain(amina.nin)
  expect(await page.content()).not.toContain(amina.rib)
})

test('what is permitted to each role is offered, what is not is absent', async ({ enter }) => {
  for (const [person, may] of [
    [company.administrator, { Modifier: true, Noter: true, 'Afficher : NIN': true, 'Mettre à la corbeille': true, Affecter: true }],
    [company.user, { Modifier: true, Noter: true, 'Afficher : NIN': false, 'Mettre à la corbeille': false, Affecter: true }],
    [company.supervisor, { Modifier: false, Noter: true, 'Afficher : NIN': false, 'Mettre à la corbeille': false, Affecter: false }],
    [company.editor, { Modifier: false, Noter: true, 'Afficher : NIN': false, 'Mettre à la corbeille': false, Affecter: false }],
  ] as const) {
    const page = await openProfile(enter, person)
    await page.getByRole('button', { name: 'Autres actions' }).click()
    await expect(page.getByRole('menuitem', { name: 'Historique des modifications' })).toBeVisible()
    for (const [name, offered] of Object.entries(may)) {
      const act = page
        .getByRole('link', { name, exact: true })
        .or(page.getByRole('button', { name, exact: true }))
        .or(page.getByRole('menuitem', { name, exact: true }))
      await expect(act, `${person.role}: ${name}`).toHaveCount(offered ? 1 : 0)
    }
  }
})

test('a colleague of another agency finds nothing at the customer’s address', async ({ enter }) => {
  const page = await enter(company.neighbour)
  await page.goto(`/contacts/${company.amina.id}`)
  await expect(page.getByRole('heading', { name: 'Ce client est introuvable' })).toBeVisible()
  expect(await page.content()).not.toContain('BENALI')
  await page.goto(`/contacts/${company.amina.id}/edit`)
  await expect(page.getByText('BENALI')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toHaveCount(0)
})

test('a note and a call are written on the timeline, corrected and removed', async ({ enter }) => {
  const page = await openProfile(enter, company.user)
  const latest = page.getByRole('region', { name: 'Derniers échanges' })
  await page.getByRole('button', { name: 'Noter' }).click()
  await page.getByRole('menuitem', { name: 'Note' }).click()
  const dialog = page.getByRole('dialog', { name: 'Noter un échange' })
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog.getByText('Écrivez la note.')).toBeVisible()
  await dialog.getByRole('textbox').first().fill('Demande un devis habitation.')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(dialog).toBeHidden()
  await expect(latest.getByText('Demande un devis habitation.')).toBeVisible()
  await page.getByRole('button', { name: 'Noter' }).click()
  await page.getByRole('menuitem', { name: 'Appel' }).click()
  await dialog.getByRole('combobox', { name: 'Résultat' }).selectOption('Rappel demandé')
  await dialog.getByRole('textbox', { name: /Durée/ }).fill('4')
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(latest.getByText(/Rappel demandé/)).toBeVisible()
  await page.getByRole('link', { name: 'Échanges', exact: true }).click()
  const note = page.getByRole('listitem').filter({ hasText: 'Demande un devis habitation.' })
  await note.hover()
  await note.getByRole('button').first().click()
  await page.getByRole('menuitem', { name: /Corriger|Modifier/ }).click()
  const correction = page.getByRole('dialog', { name: 'Corriger l’échange' })
  await correction.getByRole('textbox').first().fill('Demande un devis multirisque habitation.')
  await correction.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Demande un devis multirisque habitation.')).toBeVisible()
  const { data } = await company.user.call(activityOperations.listActivities, { subject_id: company.amina.id })
  expect(data.map(({ kind, outcome, duration_minutes: minutes }) => [kind, outcome, minutes])).toEqual([
    ['call', 'callback_asked', 4],
    ['note', null, null],
  ])
})

test('a colleague’s note shows itself on the open profile', async ({ enter }) => {
  const page = await openProfile(enter, company.supervisor)
  await company.editor.call(activityOperations.createNote, { subject_id: company.amina.id, body: 'Passée à l’agence ce matin.' })
  await expect(page.getByText('Passée à l’agence ce matin.')).toBeVisible()
})

test('consents are gathered by purpose and channel, and recorded with where they come from', async ({ enter }) => {
  const page = await openProfile(enter, company.user)
  await page.getByRole('link', { name: /Recueillir les consentements/ }).click()
  const matrix = page.getByRole('table', { name: 'Consentements par finalité et par canal' })
  const cells = matrix.getByRole('row').nth(1).getByRole('button')
  await cells.first().click()
  await page
    .getByRole('menuitemradio', { name: 'Accordé' })
    .or(page.getByRole('menuitem', { name: 'Accordé' }))
    .click()
  await cells.nth(1).click()
  await page
    .getByRole('menuitemradio', { name: 'Refusé' })
    .or(page.getByRole('menuitem', { name: 'Refusé' }))
    .click()
  await page.getByRole('textbox', { name: /Preuve/ }).fill('Formulaire du 12/11')
  await page.getByRole('button', { name: 'Enregistrer 2 choix' }).click()
  await expect(page.getByText('Consentements enregistrés')).toBeVisible()
  await page.reload()
  await expect(cells.first()).toHaveAccessibleName(/Accordé .*Formulaire du 12\/11/)
  await expect(cells.nth(1)).toHaveAccessibleName(/Refusé/)
  await expect(page.getByRole('link', { name: /Recueillir les consentements/ })).toHaveCount(0)
  const reader = await openProfile(enter, company.supervisor, '?tab=consents')
  await expect(reader.getByRole('table').getByText('Accordé').first()).toBeVisible()
  await expect(reader.getByRole('table').getByRole('button')).toHaveCount(0)
})

test('a sensitive number is shown to who says why, and the reason stands in the journal', async ({ enter }) => {
  const page = await openProfile(enter, company.administrator)
  await page.getByRole('button', { name: 'Afficher : NIN' }).click()
  const dialog = page.getByRole('dialog', { name: 'Afficher : NIN' })
  await expect(dialog.getByRole('textbox', { name: 'Motif' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Afficher', exact: true }).click()
  await expect(dialog.getByText('Dites pourquoi, en quelques mots.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Motif' }).fill('Contrôle de la pièce au guichet')
  await dialog.getByRole('textbox', { name: 'Motif' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Masquer : NIN' })).toBeVisible()
  const shownNin = (
    await page
      .getByRole('definition')
      .filter({ has: page.getByRole('button', { name: 'Masquer : NIN' }) })
      .innerText()
  ).replaceAll(/\D/g, '')
  expect(shownNin).toBe(amina.nin)
  await page.getByRole('button', { name: 'Masquer : NIN' }).click()
  expect(await page.content()).not.toContain(amina.nin)
  await page.goto('/journal')
  await expect(page.getByText('Contrôle de la pièce au guichet')).toBeVisible()
})

test('the history tells each change of each field, with sensitive values masked', async ({ enter }) => {
  const { version } = await company.user.call(customerOperations.getContact, { id: company.amina.id })
  await company.user.call(customerOperations.updateContact, {
    id: company.amina.id,
    version,
    profession: 'Pharmacienne d’officine',
    nin: '198403170012349999',
  })
  const page = await openProfile(enter, company.supervisor, '?tab=history')
  await expect(page.getByText('Pharmacienne d’officine')).toBeVisible()
  await expect(page.getByText('Karim Meziane').first()).toBeVisible()
  expect(await page.content()).not.toContain('198403170012349999')
})

test('the accounts of a customer stand on the profile and lead there', async ({ enter }) => {
  const page = await openProfile(enter, company.user)
  await page.getByRole('link', { name: 'Comptes' }).last().click()
  await page.getByRole('link', { name: 'Famille Benali' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Famille Benali')
})

test('a customer put into the bin says so on the profile, and is taken out again', async ({ enter }) => {
  const { id } = await company.addCustomer({ kind: 'individual', last_name: 'ÉPHÉMÈRE', first_name: 'Paul', wilaya: '16' })
  const page = await enter(company.administrator)
  await page.goto(`/contacts/${id}`)
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Mettre à la corbeille' }).click()
  await page.goto(`/contacts/${id}`)
  await expect(
    page
      .getByRole('main')
      .getByText(/corbeille/i)
      .first(),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Noter' })).toHaveCount(0)
  await page.getByRole('main').getByRole('button', { name: 'Restaurer' }).first().click()
  await expect(page.getByRole('button', { name: 'Noter' })).toBeVisible()
})

test('a customer is given to a colleague of the agency', async ({ enter }) => {
  const page = await openProfile(enter, company.user)
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Affecter' }).click()
  const dialog = page.getByRole('dialog', { name: 'Affecter ce client' })
  await dialog.getByRole('combobox', { name: 'Chargé de clientèle' }).fill('karim')
  await page.getByRole('option', { name: /Karim Meziane/ }).click()
  await dialog.getByRole('button', { name: 'Affecter' }).click()
  await expect(dialog).toBeHidden()
  const { owner_name: owner } = await company.user.call(customerOperations.getContact, { id: company.amina.id })
  expect(owner).toBe('Karim Meziane')
  await expect(page.getByRole('definition').filter({ hasText: 'Karim Meziane' }).first()).toBeVisible()
})

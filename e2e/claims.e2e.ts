import { claimOperations as operations, type Claim } from '#capabilities/claims/contract.ts'
import type { Policy } from '#capabilities/policies/contract.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import { foundCompany, type Company } from './support/company.ts'
import { insureCar } from './support/insured-car.ts'
import { expect, test } from './support/test.ts'

let company: Company
let policy: Policy
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 2 })
  policy = await insureCar(company.user, company.amina.id, company.hydra.id)
})

const ago = (days: number) => addDays(todayIn('Africa/Algiers', new Date()), -days)
const typed = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
const declare = (more: object = {}): Promise<Claim> =>
  company.user.call(operations.declareClaim, {
    policy_id: policy.id,
    nature: 'vandalism',
    occurred_on: ago(60),
    declared_on: ago(59),
    ...more,
  })

test('with the insured before the desk, a late claim is declared from the profile, confirmed, and keeps what was pointed out', async ({
  enter,
}) => {
  const page = await enter(company.user)
  await page.goto(`/contacts/${company.amina.id}?tab=claims`)
  await page.getByRole('link', { name: 'Déclarer un sinistre' }).first().click()
  await expect(page.getByRole('radio', { name: /Renault Clio 4/ })).toBeChecked()
  await page.getByLabel('Que s’est-il passé ?').selectOption('collision_third_party')
  await page.getByLabel('Survenu le').fill(typed(ago(20)))
  await page.getByRole('button', { name: 'Ajouter un tiers' }).click()
  const party = page.getByRole('group', { name: 'Tiers' })
  await party.getByLabel('Nom').fill('Saadi Karim')
  await party.getByLabel('Immatriculation').fill('54321 309 16')
  await expect(page.getByRole('complementary').getByText('Déclaration tardive')).toBeVisible()
  await page.getByRole('button', { name: 'Déclarer le sinistre' }).click()
  await expect(page.getByText('Confirmez, ou corrigez la déclaration.')).toBeVisible()
  await page.getByRole('checkbox', { name: /Je déclare malgré/ }).check()
  await page.getByRole('button', { name: 'Déclarer le sinistre' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/16001-\d{4}-\d{6}/)
  await expect(page.getByRole('main').getByText('Déclaration tardive')).toBeVisible()
  await page.getByRole('link', { name: /^Tiers/ }).click()
  await expect(page.getByText('54321-309-16')).toBeVisible()
})

test('a file is opened, examined, granted and paid by its buttons', async ({ enter }) => {
  const claim = await declare()
  const page = await enter(company.user)
  await page.goto(`/claims/${claim.id}`)
  const title = page.getByRole('heading', { level: 1 })
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  await dialog.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  await expect(title).toContainText('Ouvert')
  await page.getByRole('button', { name: 'Désigner l’expert' }).first().click()
  await dialog.getByLabel('Expert ou cabinet').fill('Cabinet Meziane')
  await dialog.getByRole('checkbox', { name: 'Écrire la lettre au client' }).uncheck()
  await dialog.getByRole('button', { name: 'Donner la mission' }).click()
  await expect(title).toContainText('En expertise')
  await page.getByRole('button', { name: 'Noter l’expertise' }).click()
  await dialog.getByLabel('Évaluation').fill('100000')
  await dialog.getByRole('button', { name: 'Enregistrer l’expertise' }).click()
  await expect(title).toContainText('Expertisé')
  await page.getByRole('button', { name: 'Accorder l’indemnité' }).click()
  await expect(dialog.getByRole('row', { name: /Franchise/ })).toBeVisible()
  await dialog.getByRole('button', { name: 'Accorder', exact: true }).click()
  await expect(title).toContainText('Accordé')
  await page.getByRole('button', { name: 'Régler' }).click()
  await dialog.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(title).toContainText('Réglé')
  const after = await company.user.call(operations.getClaim, { id: claim.id })
  expect([after.status, after.paid_centimes]).toEqual(['settled', after.granted_centimes])
})

test('of two people at the same file, the second is told what the first did', async ({ enter }) => {
  const claim = await declare({ nature: 'glass', occurred_on: ago(5), declared_on: ago(4) })
  const page = await enter(company.user)
  await page.goto(`/claims/${claim.id}`)
  await page.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  // The event of this move may reach the page first: then the button that was pressed is gone with the step that it offered.
  await page.route('**/api/v1/claims/*/moves', async (route) => {
    await company.administrator
      .call(operations.moveClaim, { id: claim.id, version: claim.version, to: 'rejected', note: 'Hors garantie' })
      .catch(() => null)
    const sent = route.request().postDataJSON() as object
    await route.continue({ postData: JSON.stringify({ ...sent, version: claim.version }) })
  })
  await dialog.getByRole('button', { name: 'Ouvrir le dossier' }).click()
  await expect(dialog.getByText(/Quelqu’un d’autre vient de faire avancer ce dossier/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, includeHidden: true })).toContainText('Rejeté')
})

test('on a phone and in Arabic the file stays within the screen', async ({ enter }) => {
  const claim = await declare({ nature: 'fire', occurred_on: ago(3), declared_on: ago(3) })
  for (const look of [
    { width: 360, height: 780 },
    { width: 360, height: 780, language: 'ar', theme: 'dark' },
  ] as const) {
    const page = await enter(company.user, look)
    for (const path of ['/claims', `/claims/${claim.id}`, `/claims/${claim.id}?tab=money`, `/claims/new?policy=${policy.id}`]) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(0)
    }
  }
})

import { policyOperations, type Policy } from '#capabilities/policies/contract.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { todayIn } from '#kernel/shared/days.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

const plate = '54321-120-16'

let company: Company
let policy: Policy
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
  const { data } = await company.user.call(productOperations.listProducts, { filter: JSON.stringify({ code: 'AUTO_PART' }) })
  const product = await company.user.call(productOperations.getProduct, { id: data[0]?.id ?? '' })
  const formula = product.formulas.find(({ code }) => code === 'RC_SIMPLE')
  policy = await company.user.call(policyOperations.createPolicy, {
    contact_id: company.amina.id,
    product_id: product.id,
    formula_id: formula?.id ?? null,
    guarantees: (formula?.guarantees ?? []).map((code) => ({ code })),
    objects: [{ kind: 'vehicle', plate, wilaya: '16', details: { make: 'Kia', model: 'Rio', power: 6 } }],
    effective_date: todayIn('Africa/Algiers', new Date()),
    duration_code: '12m',
    cover_agreed: true,
  })
})

test('a policy is issued from the customer, its premium reckoned as it is typed', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto(`/policies/new?contact=${company.amina.id}`)
  await page.getByLabel('Produit').fill('Automobile – Part')
  await page.getByRole('option', { name: /Automobile – Particuliers/ }).click()
  await page.getByLabel('Immatriculation').fill('12345 116 16')
  await page.getByLabel('Marque').fill('Renault')
  await page.getByLabel('Modèle').fill('Clio 4')
  const premium = page.getByRole('region', { name: 'Prime' })
  await expect(premium.getByText('Il manque')).toContainText('Puissance fiscale')
  await page.getByLabel('Puissance fiscale (CV)').fill('6')
  await expect(premium.getByRole('row', { name: /Prime totale/ })).toContainText('DA')
  await page.getByRole('button', { name: 'Émettre' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('En attente de paiement')
  const { data } = await company.user.call(policyOperations.listPolicies, { q: '12345-116-16' })
  expect(data.map(({ insured_label: label, status }) => [label, status])).toEqual([['Renault Clio 4, 12345-116-16', 'awaiting_payment']])
  await expect(page.getByRole('heading', { level: 1 })).toContainText(data[0]?.number ?? '')
})

test('the same car is pointed out while it is typed, without its data to who may not see it', async ({ enter }) => {
  const page = await enter(company.neighbour)
  await page.goto('/policies/new')
  await page.getByLabel('Produit').fill('Automobile – Part')
  await page.getByRole('option', { name: /Automobile – Particuliers/ }).click()
  await page.getByLabel('Immatriculation').fill('5432112016')
  await expect(page.getByText('Une police d’une autre agence assure ce bien.')).toBeVisible()
  await expect(page.getByText('BENALI')).toHaveCount(0)
})

test('the list and the client’s tab show the policy on a phone, nothing wider than the screen', async ({ enter }) => {
  const page = await enter(company.user, { width: 360, height: 780 })
  for (const path of ['/policies', `/contacts/${company.amina.id}?tab=policies`]) {
    await page.goto(path)
    await expect(
      page
        .getByText(/Kia Rio/)
        .filter({ visible: true })
        .first(),
    ).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
})

test('a policy is amended for the days left, then cancelled with its reason', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto(`/policies/${policy.id}`)
  await page.getByRole('button', { name: 'Avenant' }).click()
  await page.getByRole('menuitem', { name: 'Modification de garanties' }).click()
  const box = page.getByRole('dialog')
  await box.getByRole('checkbox', { name: /^Assistance/ }).check()
  await expect(box.getByText('À payer')).toBeVisible()
  await box.getByRole('button', { name: 'Établir l’avenant' }).click()
  await expect(box).toBeHidden()
  await page.getByRole('link', { name: /^Avenants/ }).click()
  await expect(page.getByText('Modification de garanties', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Résilier' }).click()
  await box.getByLabel('Motif', { exact: true }).selectOption('sale')
  await box.getByRole('button', { name: 'Résilier' }).click()
  await expect(box).toBeHidden()
  await expect(page.getByText('Résiliation', { exact: true })).toBeVisible()
})

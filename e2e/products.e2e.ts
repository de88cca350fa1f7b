import type { Page } from '@playwright/test'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import { formatDay } from '#kernel/shared/format-days.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 0 })
})

const comingDay = addDays(todayIn('Africa/Algiers', new Date()), 40)
const coming = formatDay(comingDay, 'fr')

const open = async (page: Page, name: string) => {
  await page.goto('/products')
  await page.getByRole('link', { name: new RegExp(name) }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}
const total = (page: Page) => page.getByRole('row', { name: /^Prime totale/ }).getByRole('cell')

test('an agent finds a product, tries a premium and reads how it was found', async ({ enter }) => {
  const page = await enter(company.user)
  await page.goto('/products')
  await page.getByRole('searchbox', { name: 'Code ou nom du produit' }).fill('particul')
  await page.getByRole('link', { name: /Automobile – Particuliers/ }).click()
  await page.getByRole('link', { name: 'Simuler une prime' }).first().click()
  await page.getByRole('combobox', { name: 'Usage' }).selectOption('Affaires')
  await page.getByRole('textbox', { name: 'Date d’effet' }).fill('01/09/2025')
  await page.getByRole('textbox', { name: 'Date d’effet' }).blur()
  await page.getByRole('checkbox', { name: 'Assistance' }).check()
  await expect(total(page)).toHaveText(/7\s387,52\sDA/)
  await page.getByRole('combobox', { name: 'Formule' }).selectOption('Tous risques')
  await page.getByRole('textbox', { name: /Valeur vénale/ }).fill('')
  await expect(page.getByText('Indiquez la valeur de ce qui est assuré.')).toBeVisible()
  await page.getByRole('textbox', { name: /Valeur vénale/ }).fill('2 000 000')
  await page.getByRole('button', { name: 'Comment c’est calculé' }).click()
  await expect(page.getByText(/Barème\s*: zone Nord, Affaires, 5 à 6 CV/)).toBeVisible()
  await expect(page.getByText(/Hausses du barème\s*: ×\s1,587/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Autres actions' })).toHaveCount(0)
})

test('an administrator gives a product a fee to come, which counts from its day and can be taken back', async ({ enter }) => {
  const page = await enter(company.administrator)
  await open(page, 'Protection juridique')
  await page.getByRole('link', { name: 'Tarifs' }).click()
  await page.getByRole('button', { name: 'Coût de police' }).click()
  await page.getByRole('dialog', { name: 'Coût de police' }).getByRole('button', { name: 'Nouveau tarif' }).click()
  const form = page.getByRole('dialog', { name: 'Coût de police' })
  await form.getByRole('textbox', { name: 'À partir du' }).fill(coming)
  await form.getByRole('textbox', { name: 'Montant' }).fill('cent')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form.getByText('Écrivez un nombre, avec peu de décimales.').first()).toBeVisible()
  await form.getByRole('textbox', { name: 'Montant' }).fill('650')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  const panel = page.getByRole('dialog', { name: 'Coût de police' })
  await expect(panel.getByText('À venir')).toBeVisible()
  await panel.getByRole('button', { name: 'Fermer' }).click()
  await expect(page.getByRole('row', { name: /Coût de police/ })).toContainText('500 DA')
  await page.getByRole('textbox', { name: 'Tarifs au' }).fill(coming)
  await expect(page.getByRole('row', { name: /Coût de police/ })).toContainText('650 DA')
  await page.getByRole('button', { name: 'Coût de police' }).click()
  await page.getByRole('button', { name: 'Retirer cette valeur à venir' }).click()
  await page.getByRole('button', { name: 'Retirer', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Coût de police' }).getByText('À venir')).toHaveCount(0)
})

test('an administrator makes a product after another, adds a guarantee with its price, and puts it in a formula', async ({ enter }) => {
  const page = await enter(company.administrator)
  await open(page, 'Deux-roues')
  await page.getByRole('button', { name: 'Autres actions' }).click()
  await page.getByRole('menuitem', { name: 'Dupliquer le produit' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Code' }).fill('moto_club')
  await sheet.getByRole('textbox', { name: 'Nom', exact: true }).fill('Moto-club')
  await sheet.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Moto-club' })).toBeVisible()

  await page.getByRole('button', { name: 'Ajouter une garantie' }).click()
  const guarantee = page.getByRole('dialog', { name: 'Nouvelle garantie' })
  await guarantee.getByRole('textbox', { name: 'Code' }).fill('EQM')
  await guarantee.getByRole('textbox', { name: 'Nom', exact: true }).fill('Équipement du motard')
  await guarantee.getByRole('textbox', { name: /Capitaux proposés/ }).fill('20 000 ; 50 000')
  await guarantee.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page.getByRole('row', { name: /Équipement du motard/ })).toContainText('Sans tarif')

  await page.getByRole('button', { name: 'Tiers +' }).click()
  const formula = page.getByRole('dialog', { name: 'Tiers +' })
  await formula.getByRole('group', { name: 'Équipement du motard' }).getByRole('radio', { name: 'En option' }).check()
  await formula.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('row', { name: /Équipement du motard/ }).getByText('Option')).toBeVisible()

  await page.getByRole('link', { name: 'Tarifs' }).click()
  await page.getByRole('button', { name: 'Équipement du motard' }).click()
  await page.getByRole('button', { name: 'Nouveau tarif' }).click()
  const rate = page.getByRole('dialog', { name: 'Équipement du motard' })
  await rate.getByRole('combobox', { name: 'Mode de tarification' }).selectOption('Offres au choix')
  await rate.getByRole('textbox', { name: 'À partir du' }).fill(coming)
  await rate.getByRole('textbox', { name: 'Ligne 1 : Code' }).fill('A')
  await rate.getByRole('textbox', { name: 'Ligne 1 : Nom', exact: true }).fill('Casque et gants')
  await rate.getByRole('textbox', { name: 'Ligne 1 : Prime annuelle' }).fill('900')
  await rate.getByRole('button', { name: 'Ajouter une offre' }).click()
  await rate.getByRole('textbox', { name: 'Ligne 2 : Code' }).fill('B')
  await rate.getByRole('textbox', { name: 'Ligne 2 : Nom', exact: true }).fill('Tenue complète')
  await rate.getByRole('textbox', { name: 'Ligne 2 : Prime annuelle' }).fill('2 100')
  await rate.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('dialog', { name: 'Équipement du motard' }).getByText('À venir')).toBeVisible()
  const { data } = await company.administrator.call(productOperations.listProducts, { q: 'MOTO_CLUB' })
  const made = await company.administrator.call(productOperations.getProduct, { id: data[0]?.id ?? '' })
  expect(made.rates.find(({ code }) => code === 'EQM')?.value).toEqual({
    by: 'offers',
    offers: [
      { code: 'A', name: 'Casque et gants', name_ar: null, limit_centimes: null, amount_centimes: 900_00 },
      { code: 'B', name: 'Tenue complète', name_ar: null, limit_centimes: null, amount_centimes: 2_100_00 },
    ],
  })
})

test('a delay of the law changes from a day on; a day already past asks why', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/parameters')
  await page.getByRole('button', { name: 'Déclaration d’un sinistre' }).click()
  await page.getByRole('button', { name: 'Nouvelle valeur' }).click()
  const form = page.getByRole('dialog', { name: 'Déclaration d’un sinistre' })
  await form.getByRole('textbox', { name: 'Valeur' }).fill('10')
  await form.getByRole('textbox', { name: 'À partir du' }).fill('01/01/2020')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form.getByText(/dites pourquoi cette valeur s’applique déjà/)).toBeVisible()
  await form.getByRole('textbox', { name: 'À partir du' }).fill(coming)
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click()
  const row = page.getByRole('row', { name: /Déclaration d’un sinistre/ })
  await expect(row).toContainText('7 jours')
  await expect(row).toContainText(`change le ${coming}`)
})

test('a table of the law is entered cell by cell', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/parameters')
  await page.getByRole('button', { name: 'Taxe sur les véhicules' }).click()
  await page.getByRole('button', { name: 'Nouvelle valeur' }).click()
  const form = page.getByRole('dialog', { name: 'Taxe sur les véhicules' })
  await form.getByRole('textbox', { name: 'Véhicules de tourisme Montant' }).fill('2 000')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('dialog').getByText('À venir')).toBeVisible()
})

import { foundCompany, type Company } from './support/company.ts'
import { breaches } from './support/axe.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program)
})

const lines = [
  'Num_facture;num_contrat;ncli;nomncli;libop;dtemi;datedeb;datefin;Prime;nb_jour_couv',
  '101;16097;501;BENALI Amina;Affaire Nouvelle;20/06/2026;15/06/2026;14/06/2027;48195,123456;364',
  '101;16097;501;BENALI Amina;Affaire Nouvelle;20/06/2026;15/06/2026;14/06/2027;48195,123456;180',
  '102;16097;501;BENALI Amina;Ristourne;20/10/2026;15/10/2026;14/06/2027;-1500,5;243',
  '103;16097;502;MEZIANE Karim;Terme;20/06/2026;15/06/2026;14/06/2027;9000,00;364',
  '104;16098;502;MEZIANE Karim;Terme;20/06/2026;31/02/2026;14/06/2027;1200,00;364',
]

test('one file brings customers, policies and bills: tried, reconciled to the centime, imported and undone', async ({ enter }) => {
  const page = await enter(company.administrator, { theme: 'system' })
  const step = (name: string | RegExp) => page.getByRole('heading', { level: 2, name })
  await page.goto('/imports/new?object=policy_file')
  await expect(page.getByText('trois fiches par ligne')).toBeVisible()
  await page.setInputFiles('input[type=file]', { name: 'primes.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await page.getByRole('button', { name: 'Envoyer et lire' }).click()
  await expect(step('Réglages')).toBeVisible()
  await expect(
    page
      .getByRole('row', { name: /^num_contrat/ })
      .getByRole('combobox')
      .first(),
  ).toHaveValue('Numéro de police')
  await expect(page.getByText('une ligne répétée est ignorée')).toBeVisible()
  expect(await breaches(page)).toEqual([])

  await page.getByRole('button', { name: 'Essayer sans rien changer' }).click()
  await expect(step('Résultat de l’essai')).toBeVisible()
  const money = page.getByRole('table', { name: 'Les montants, au centime près' })
  const total = money.getByRole('row', { name: /^Total/ })
  const plain = async () => (await total.getByRole('cell').allTextContents()).map((text) => text.replaceAll(/[\u202f\u00a0\u2060]/g, ' '))
  expect(await plain()).toEqual(['105 089,74 DA', '55 694,62 DA', '48 195,12 DA', '1 200,00 DA'])
  expect(await breaches(page)).toEqual([])

  await page.getByRole('button', { name: /^Importer 3 lignes/ }).click()
  await expect(step(/^Import terminé/)).toBeVisible()
  await expect(page.getByText('Quittances').first()).toBeVisible()
  expect(await plain()).toEqual(['105 089,74 DA', '55 694,62 DA', '48 195,12 DA', '1 200,00 DA'])
  await page.getByRole('button', { name: 'Défaire l’import…' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Défaire/ })
    .click()
  await expect(page.getByText('Ce qui a été défait')).toBeVisible()
})

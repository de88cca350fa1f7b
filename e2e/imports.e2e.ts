import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { exchangeOperations } from '#capabilities/exchange/contract.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { breaches } from './support/axe.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program)
})

const samples = process.env['ASSURA_SAMPLES']
const zoho = (name: string) => join(samples ?? '', 'zoho_crm_export', name)

type GivenFile = string | { name: string; mimeType: string; buffer: Buffer }
const csv = (name: string, text: string | Buffer): GivenFile => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })

/** Chooses a file and what it holds, and sends it. */
const choose = async (page: Page, object: string, file: GivenFile): Promise<void> => {
  await page.goto(`/imports/new?object=${object}`)
  await expect(page.getByRole('radio', { checked: true })).toHaveCount(1)
  await page.setInputFiles('input[type=file]', file)
}
const send = async (page: Page, object: string, file: GivenFile): Promise<void> => {
  await choose(page, object, file)
  await page.getByRole('button', { name: 'Envoyer et lire' }).click()
}
const step = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 2, name })
/** The figures of the sum, in its order: read, created, updated, skipped, refused. */
const sum = async (page: Page): Promise<number[]> =>
  (await page.locator('dl').first().locator('dd').allTextContents()).map((text) => Number(text.replaceAll(/\D/g, '')))

test('the customers of another program are tried, imported, looked at and undone', async ({ enter }) => {
  test.skip(samples === undefined, 'skipped: no samples')
  const page = await enter(company.administrator, { theme: 'system' })
  // The people and accounts that the customers name come first.
  for (const [object, name] of [
    ['users', 'Users.csv'],
    ['accounts', 'Accounts.csv'],
  ] as const) {
    await send(page, object, zoho(name))
    await expect(step(page, 'Réglages')).toBeVisible()
    await page.getByRole('button', { name: 'Importer sans essayer' }).click()
    await expect(step(page, /^Import terminé/)).toBeVisible()
  }
  await send(page, 'contacts', zoho('Contacts.csv'))
  await expect(step(page, 'Réglages')).toBeFocused()
  await expect(page.getByText('Zoho CRM')).toBeVisible()
  const dates = page.getByRole('row', { name: /^Created Time/ })
  await expect(dates.getByRole('combobox')).toHaveValue('Date d’inscription')
  await expect(dates.getByText('16 avril 2021')).toBeVisible()
  expect(await breaches(page)).toEqual([])

  await page.getByRole('button', { name: 'Essayer sans rien changer' }).click()
  await expect(step(page, 'Résultat de l’essai')).toBeFocused()
  expect(await sum(page)).toEqual([1265, 1264, 0, 0, 1])
  await expect(page.getByText('Ligne 329')).toBeVisible()
  expect(await breaches(page)).toEqual([])
  await page.reload()
  await expect(step(page, 'Résultat de l’essai')).toBeVisible()

  await page.getByRole('button', { name: /^Importer 1.264 lignes$/ }).click()
  await expect(step(page, /^Import terminé : 1.264 fiches/)).toBeVisible()
  expect(await sum(page)).toEqual([1265, 1264, 0, 0, 1])
  expect(await breaches(page)).toEqual([])
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Télécharger les lignes refusées' }).click()
  const refused = await coming
  expect(refused.suggestedFilename()).toBe('Contacts-rejets.csv')
  expect((await readFile(await refused.path(), 'utf8')).trimEnd().split('\r\n')).toHaveLength(2)

  const report = page.url()
  await page.getByRole('link', { name: 'Voir ce qui a été créé' }).click()
  await expect(page.getByText(/^1.264 clients$/)).toBeVisible()

  await page.goto(report)
  await page.getByRole('button', { name: 'Défaire l’import…' }).click()
  const box = page.getByRole('dialog')
  await expect(box.getByText(/Les 1.264 fiches créées disparaissent/)).toBeVisible()
  await box.getByRole('button', { name: 'Défaire l’import' }).click()
  await expect(step(page, 'Import défait')).toBeVisible()
  const left = await company.administrator.call(customerOperations.listContacts, { filter: '{"source":"zoho"}', total: 'exact', limit: 1 })
  expect(left.total).toBe(0)
  await page.goto('/imports')
  await expect(page.getByRole('row', { name: /Contacts\.csv/ }).getByText('Défait')).toBeVisible()
})

test('what a file does not tell is asked, and what was chosen is there after a reload and for the next file', async ({ enter }) => {
  const page = await enter(company.administrator)
  const text = 'Patronyme;Né le;Ville\nHADDAD;03/04/1980;Oran\nZIANI;05/06/1981;Alger\n'
  await send(page, 'contacts', csv('paie.csv', text))
  await expect(page.getByRole('alert').getByText(/Il manque un champ nécessaire/)).toBeVisible()
  const next = page.getByRole('button', { name: 'Essayer sans rien changer' })
  await expect(next).toBeDisabled()

  await page.getByRole('combobox', { name: 'Champ rempli par « Patronyme »' }).fill('nom')
  await page.getByRole('option', { name: 'Nom', exact: true }).click()
  await expect(page.getByText('Une question attend votre réponse, plus haut.')).toBeVisible()
  await page.getByRole('button', { name: /^Le jour d’abord/ }).click()
  await expect(page.getByText('3 avril 1980')).toBeVisible()
  await expect(next).toBeEnabled()

  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Champ rempli par « Patronyme »' })).toHaveValue('Nom')
  await expect(page.getByText('3 avril 1980')).toBeVisible()
  await next.click()
  await expect(step(page, 'Résultat de l’essai')).toBeVisible()
  expect(await sum(page)).toEqual([2, 2, 0, 0, 0])
  await page.getByRole('link', { name: 'Modifier les réglages' }).click()
  await page.getByRole('radio', { name: 'Ajouter et mettre à jour' }).check()
  await expect(page.getByText('Dites à quoi une ligne se reconnaît comme une fiche qui existe.')).toBeVisible()
  await expect(next).toBeDisabled()

  await send(page, 'contacts', csv('paie-suivante.csv', text))
  await expect(page.getByText('Un fichier de même forme a déjà été importé : vos choix d’alors sont repris.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Champ rempli par « Patronyme »' })).toHaveValue('Nom')
})

test('the reading is corrected by hand, and shown as it is corrected', async ({ enter }) => {
  const page = await enter(company.administrator)
  await send(page, 'contacts', csv('noms.csv', 'Export du 3 mars\nNom|Prénom\nHADDAD|Lynda\n'))
  await page.getByText('Corriger la lecture').click()
  await page.getByRole('combobox', { name: 'Séparateur' }).selectOption({ label: 'barre verticale (|)' })
  await page.getByRole('combobox', { name: 'Ligne des titres' }).selectOption({ label: 'Ligne 2' })
  const rows = page.getByRole('region', { name: 'Premières lignes du fichier' })
  await expect(rows.getByRole('columnheader', { name: 'Prénom Prénom' })).toBeVisible()
  await expect(rows.getByRole('cell', { name: 'Lynda' })).toBeVisible()
  await expect(step(page, 'Réglages')).toBeVisible()
})

const refused = [
  ['an empty file', csv('vide.csv', ''), 'Ce fichier est vide', false],
  ['a picture', { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('x') }, 'Ce n’est pas un tableau', false],
  ['a document that calls itself a table', csv('contrat.csv', '%PDF-1.4\n1 0 obj'), 'C’est un document PDF', true],
  ['a web page that calls itself a workbook', csv('liste.xls', '<html><table><tr><td>x'), 'C’est une page web', true],
] as const
for (const [what, file, sentence, sent] of refused)
  test(`${what} is refused in a sentence, and another file may be chosen at once`, async ({ enter }) => {
    const page = await enter(company.administrator)
    await choose(page, 'contacts', file)
    const button = page.getByRole('button', { name: 'Envoyer et lire' })
    if (sent) await button.click()
    else await expect(button).toBeDisabled()
    await expect(page.getByRole('alert').getByText(sentence)).toBeVisible()
    await page.setInputFiles('input[type=file]', csv('clients.csv', 'Nom\nHADDAD\n'))
    await button.click()
    await expect(step(page, 'Réglages')).toBeVisible()
  })

test('a line that is cut while a file is sent loses nothing', async ({ enter }) => {
  const page = await enter(company.administrator)
  await choose(page, 'contacts', csv('clients.csv', 'Nom\nHADDAD\n'))
  await page.route('**/api/v1/imports', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.fallback(),
  )
  await page.getByRole('button', { name: 'Envoyer et lire' }).click()
  await expect(page.getByRole('alert').getByText('La connexion a été coupée pendant l’envoi.')).toBeVisible()
  await page.unroute('**/api/v1/imports')
  await page.getByRole('button', { name: 'Renvoyer' }).click()
  await expect(step(page, 'Réglages')).toBeVisible()
})

test('a large import runs while one works elsewhere, is stopped, and goes on', async ({ enter }) => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `Client ${at};G${at}`).join('\n')
  const page = await enter(company.administrator)
  await send(page, 'contacts', csv('gros.csv', `Nom;Identifiant externe\n${rows}\n`))
  await page.getByRole('button', { name: 'Importer sans essayer' }).click()
  await expect(step(page, 'Import en cours')).toBeVisible()
  await page.getByRole('link', { name: 'Clients' }).first().click()
  await page.getByRole('button', { name: 'Activités en cours' }).click()
  await page.getByRole('link', { name: /gros\.csv/ }).click()
  await page.getByRole('button', { name: 'Arrêter…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Arrêter', exact: true }).click()
  await expect(step(page, /^Import arrêté/)).toBeVisible()
  await page.getByRole('button', { name: 'Continuer l’import' }).click()
  await expect(step(page, 'Import en cours')).toBeVisible()
  await page.getByRole('link', { name: 'Clients' }).first().click()
  await page.getByRole('button', { name: 'Voir le bilan' }).click({ timeout: 60_000 })
  await expect(step(page, /^Import terminé/)).toBeVisible()
  expect(await sum(page)).toEqual([60_000, 60_000, 0, 0, 0])
})

test('a colleague sees how far an import is, not what the file holds', async ({ enter }) => {
  const colleague = await company.admit('Yacine Slimani', 'administrator', company.hydra)
  const file = new File(['Nom;Né le\nHADDAD;31/02/1980\n'], 'clients.csv')
  const { id } = await colleague.call(exchangeOperations.createImport, { object: 'contacts', start: false }, file)
  const page = await enter(company.administrator)
  await page.goto(`/imports/${id}`)
  await expect(step(page, 'Import en préparation')).toBeVisible()
  await colleague.call(exchangeOperations.startImport, { id })
  await expect(step(page, /^Import terminé/)).toBeVisible()
  expect(await sum(page)).toEqual([1, 0, 0, 0, 1])
  await expect(page.getByText('Ce jour n’existe pas')).toBeVisible()
  await expect(page.getByText('31/02/1980')).toHaveCount(0)
})

test('only who may import finds the way to it, from the list that it fills', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/contacts')
  await page.getByRole('link', { name: 'Importer' }).click()
  await expect(page.getByRole('radio', { name: 'Clients', exact: true })).toBeChecked()
  const user = await enter(company.user)
  await user.goto('/contacts')
  await expect(user.getByText('BENALI Amina')).toBeVisible()
  await expect(user.getByRole('link', { name: /Import/ })).toHaveCount(0)
})

test('an import fits a phone, in Arabic as well', async ({ enter }) => {
  const page = await enter(company.administrator, { width: 360, height: 780, language: 'ar', theme: 'system' })
  await page.goto('/imports/new?object=contacts')
  await page.setInputFiles('input[type=file]', csv('clients.csv', 'Nom;Né le\nHADDAD;23/04/1980\nZIANI;31/02/1980\n'))
  await page.locator('button[type=submit]').click()
  await expect(page.getByRole('table')).toHaveCount(2)
  const wider = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(await wider()).toBe(0)
  expect(await breaches(page)).toEqual([])
})

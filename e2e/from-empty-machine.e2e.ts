import type { BrowserContext, Page } from '@playwright/test'
import { letterFor } from './support/outbox.ts'
import { logoOf } from './support/logo.ts'
import { passwordOfAll } from './support/person.ts'
import { startProgram, type Program } from './support/program.ts'
import { expect, openContext, test as base, watchFaults } from './support/test.ts'

/** A machine on which nothing has happened yet, of this test alone, and two people each at their own browser. */
const test = base.extend<{ machine: Program; sitDown: () => Promise<Page> }>({
  // Playwright reads what a fixture needs from its parameter.
  // oxlint-disable-next-line no-empty-pattern
  machine: async ({}, use) => {
    const machine = await startProgram()
    await use(machine)
    await machine.stop()
  },
  sitDown: async ({ browser, machine }, use) => {
    const contexts: BrowserContext[] = []
    const faults: string[] = []
    await use(async () => {
      const context = await openContext(browser, machine)
      contexts.push(context)
      watchFaults(context, faults)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
    expect(faults).toEqual([])
  },
})

const nadia = 'nadia.hamidi@sahel-assurances.dz'
const houria = 'houria.belarbi@sahel-assurances.dz'

const file = [
  'Nom;Prénom;Né(e) le;Téléphone;E-mail;Adresse;Ville',
  'BENALI;Amina;17/03/1984;0550 12 34 56;amina.benali@exemple.dz;12, rue des Frères Oudek;Hydra',
  'KACI;Mourad;02/11/1979;0661-20-30-40;;Cité des Pins;Alger',
  'AÏT OUYAHIA;Djouher;25/07/1991;+213 770 55 44 33;djouher@exemple.dz;;Tizi Ouzou',
  'BOUDIAF;Samir;31/02/1988;0555 01 02 03;samir@exemple.dz;;Alger',
].join('\r\n')

const openAgency = async (page: Page, wilaya: string, name: string, number: string): Promise<void> => {
  await page.getByRole('button', { name: 'Nouvelle agence' }).first().click()
  const panel = page.getByRole('dialog', { name: 'Nouvelle agence' })
  await panel.getByRole('combobox', { name: 'Wilaya' }).fill(wilaya)
  await page
    .getByRole('option', { name: new RegExp(wilaya, 'i') })
    .first()
    .click()
  await expect(panel.getByRole('textbox', { name: 'Numéro' })).toHaveValue(number)
  await panel.getByRole('textbox', { name: 'Nom' }).fill(name)
  await panel.getByRole('button', { name: 'Ouvrir l’agence' }).click()
  await expect(page.getByRole('button', { name, exact: true })).toBeVisible()
}

const searchFor = async (page: Page, text: string) => {
  await page.keyboard.press('Control+k')
  const dialog = page.getByRole('dialog', { name: 'Rechercher' })
  await dialog.getByRole('combobox').fill(text)
  return dialog
}

test('an insurer goes from an empty machine to a customer of its file, whom a colleague of another agency does not see', async ({
  machine,
  sitDown,
}) => {
  const page = await sitDown()

  await test.step('the welcome page leads to sign-up', async () => {
    expect(machine.said()).toContain('/sign-up')
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1, name: 'Gérez mieux votre relation client' })).toBeVisible()
    await page.getByRole('link', { name: 'Commencer' }).first().click()
    await page.getByRole('link', { name: /Inscrivez-vous maintenant en tant qu’administrateur/ }).click()
    await page.getByRole('textbox', { name: 'Nom de la compagnie' }).fill('Sahel Assurances')
    await page.getByRole('textbox', { name: 'Nom et prénom' }).fill('Nadia Hamidi')
    await page.getByRole('textbox', { name: 'E-mail professionnel' }).fill(nadia)
    await page.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
    await page.getByRole('checkbox', { name: /conditions/ }).check()
    await page.getByRole('button', { name: 'Créer l’espace de ma compagnie' }).click()
    await expect(page.getByRole('heading', { name: 'Regardez votre messagerie' })).toBeVisible()
  })

  await test.step('the message of the outbox opens the account', async () => {
    const letter = await letterFor(machine, nadia, '/verify-email')
    expect(machine.said()).toContain(letter.link)
    await page.goto(letter.link)
    await page.getByRole('link', { name: 'Se connecter' }).click()
    await page.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
    await page.getByRole('button', { name: 'Se connecter' }).click()
    await expect(page.getByRole('heading', { name: 'Bonjour Nadia Hamidi' })).toBeVisible()
  })

  await test.step('the company sheet gives the application its colours', async () => {
    const accent = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--accent').trim())
    await page.getByRole('link', { name: 'Ouvrir la fiche' }).click()
    const before = await accent()
    await page.getByLabel('Image du logo').setInputFiles(await logoOf('#7a1f3d'))
    await expect.poll(accent).not.toBe(before)
    await page.getByRole('textbox', { name: 'Adresse' }).fill('24, boulevard Bouaddou')
    await page.getByRole('textbox', { name: 'Nombre d’employés' }).fill('640')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('link', { name: 'Accueil' }).first().click()
    await expect(page.getByRole('heading', { name: 'Bonjour Nadia Hamidi' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Ouvrir la fiche' })).toHaveCount(0)
  })

  await test.step('two agencies are opened', async () => {
    await page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Agences' }).click()
    await openAgency(page, 'alger', 'Hydra', '16001')
    await openAgency(page, 'oran', 'Front de mer', '31001')
  })

  await test.step('a colleague of the second agency is invited', async () => {
    await page.getByRole('button', { name: 'Créer' }).click()
    await page.getByRole('menuitem', { name: 'Inviter des collègues' }).click()
    const dialog = page.getByRole('dialog', { name: 'Inviter des collègues' })
    await dialog.getByRole('combobox', { name: 'Agence' }).fill('front')
    await page.getByRole('option', { name: /Front de mer/ }).click()
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(houria)
    await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click()
    await expect(dialog.getByText('1 invitation est partie')).toBeVisible()
  })

  const colleague = await sitDown()
  await test.step('the colleague joins from another browser', async () => {
    const letter = await letterFor(machine, houria, '/invitation')
    await colleague.goto(letter.link)
    await expect(colleague.getByRole('heading', { name: 'Rejoignez Sahel Assurances' })).toBeVisible()
    await colleague.getByRole('textbox', { name: 'Nom et prénom' }).fill('Houria Belarbi')
    await colleague.getByLabel('Mot de passe', { exact: true }).fill(passwordOfAll)
    await colleague.getByRole('checkbox', { name: /conditions/ }).check()
    await colleague.getByRole('button', { name: 'Rejoindre mon équipe' }).click()
    await expect(colleague.getByRole('heading', { name: 'Bonjour Houria Belarbi' })).toBeVisible()
  })

  await test.step('the customers of the insurer’s file come into the first agency', async () => {
    await page.goto('/contacts')
    await expect(page.getByRole('heading', { name: 'Aucun client pour l’instant' })).toBeVisible()
    await page
      .getByRole('link', { name: /Importer/ })
      .first()
      .click()
    await expect(page.getByRole('radio', { name: 'Clients', exact: true })).toBeChecked()
    await page.setInputFiles('input[type=file]', { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(file, 'latin1') })
    await page.getByRole('button', { name: 'Envoyer et lire' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Réglages' })).toBeVisible()
    await page.getByRole('combobox', { name: /^Agence/ }).fill('hydra')
    await page.getByRole('option', { name: /Hydra/ }).click()
    await page.getByRole('button', { name: 'Essayer sans rien changer' }).click()
    await expect(page.getByRole('heading', { level: 2, name: 'Résultat de l’essai' })).toBeVisible()
    await page.getByRole('button', { name: /^Importer \d+ lignes$/ }).click()
    await expect(page.getByRole('heading', { level: 2, name: /^Import terminé/ })).toBeVisible()
  })

  await test.step('an imported customer is found by ⌘K and opened', async () => {
    const dialog = await searchFor(page, 'bénali')
    await expect(dialog.getByRole('option', { name: /BENALI Amina/ })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('BENALI Amina')
    await expect(page.getByText('16001-').first()).toBeVisible()
    await expect(page.getByRole('link', { name: 'Appeler' })).toHaveAttribute('href', 'tel:+213550123456')
    await expect(page.getByRole('definition').filter({ hasText: '17/03/1984' })).toBeVisible()
    await expect(page.getByText('Hydra').first()).toBeVisible()
  })

  await test.step('the colleague sees the customer in no list, no search, no count and at no address', async () => {
    const profile = new URL(page.url()).pathname
    await colleague.reload()
    const figure = colleague.getByRole('main').getByRole('link', { name: /^Clients/ })
    await expect(figure.locator('strong')).toHaveText('0')
    await colleague.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Clients' }).click()
    await expect(colleague.getByRole('heading', { name: 'Aucun client pour l’instant' })).toBeVisible()
    await expect(colleague.getByText('0 client', { exact: true })).toBeVisible()
    for (const text of ['benali', '0550123456', 'amina.benali@exemple.dz']) {
      const dialog = await searchFor(colleague, text)
      await expect(dialog.getByText(`Rien ne correspond à « ${text} ».`)).toBeVisible()
      await colleague.keyboard.press('Escape')
      await colleague.keyboard.press('Escape')
    }
    await colleague.goto('/contacts?q=benali')
    await expect(colleague.getByRole('heading', { name: 'Aucun client ne correspond' })).toBeVisible()
    await colleague.goto(profile)
    await expect(colleague.getByRole('heading', { name: 'Ce client est introuvable' })).toBeVisible()
    expect(await colleague.content()).not.toContain('BENALI')
  })

  await test.step('registration is closed to others now', async () => {
    const visitor = await sitDown()
    await visitor.goto('/sign-up')
    await expect(visitor.getByRole('button', { name: 'Créer l’espace de ma compagnie' })).toHaveCount(0)
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

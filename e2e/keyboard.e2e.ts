import { customerOperations } from '#capabilities/customers/contract.ts'
import { foundCompany, type Company } from './support/company.ts'
import { expectVisibleFocus, tabTo } from './support/keyboard.ts'
import { passwordOfAll } from './support/person.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program, { customers: 10 })
})

test('a user signs in, opens a customer, corrects it, searches and creates, without a mouse and seeing where one is', async ({ enter }) => {
  const page = await enter(null)
  const { keyboard } = page
  const title = page.getByRole('heading', { level: 1 })

  await test.step('sign in', async () => {
    await page.goto('/sign-in')
    await expect(page.getByLabel('E-mail ou nom d’utilisateur')).toBeFocused()
    await keyboard.type(company.user.email)
    await tabTo(page, page.getByLabel('Mot de passe', { exact: true }))
    await keyboard.type(passwordOfAll)
    await keyboard.press('Enter')
    await expect(title).toHaveText('Bonjour Karim Meziane')
  })

  await test.step('past the navigation with the first stop', async () => {
    await page.reload()
    await expect(title).toBeVisible()
    await keyboard.press('Tab')
    await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
    await expectVisibleFocus(page)
    await keyboard.press('Enter')
    await expect(page.getByRole('main')).toBeFocused()
  })

  await test.step('to the list of customers', async () => {
    await page.reload()
    await tabTo(page, page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name: 'Clients' }))
    await keyboard.press('Enter')
    await expect(title).toHaveText('Clients')
    await expect(title).toBeFocused()
  })

  await test.step('open a customer', async () => {
    await expect(page.getByRole('link', { name: 'BENALI Amina' })).toBeVisible()
    await tabTo(page, page.getByRole('grid', { name: 'Clients' }))
    await keyboard.press('ArrowDown')
    await keyboard.press('ArrowUp')
    await expectVisibleFocus(page)
    await keyboard.press('Enter')
    await expect(title).toHaveText(/^BENALI Amina/)
  })

  await test.step('correct it', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Modifier' }))
    await keyboard.press('Enter')
    await expect(title).toHaveText('Modifier BENALI Amina')
    await tabTo(page, page.getByRole('textbox', { name: 'Adresse', exact: true }))
    await keyboard.press('Control+a')
    await keyboard.type('7, chemin des Glycines, Hydra')
    await keyboard.press('Enter')
    await expect(title).toHaveText(/^BENALI Amina/)
    const { address } = await company.user.call(customerOperations.getContact, { id: company.amina.id })
    expect(address).toBe('7, chemin des Glycines, Hydra')
  })

  await test.step('note a call', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Noter' }))
    await keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Note' })).toBeFocused()
    await keyboard.press('ArrowDown')
    await expectVisibleFocus(page)
    await keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Noter un échange' })
    await expect(dialog.getByRole('combobox', { name: 'Résultat' })).toBeFocused()
    await expectVisibleFocus(page)
    await keyboard.type('Joint')
    await tabTo(page, dialog.getByRole('button', { name: 'Enregistrer' }))
    await keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: 'Noter' })).toBeFocused()
  })

  await test.step('search with ⌘K', async () => {
    await keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Rechercher' }).getByRole('combobox')).toBeFocused()
    await expectVisibleFocus(page)
    await keyboard.type('moulins')
    await expect(page.getByRole('option', { name: /Moulins du Sahel/ })).toHaveAttribute('aria-selected', 'true')
    await keyboard.press('Enter')
    await expect(title).toContainText('SARL Les Moulins du Sahel')
  })

  await test.step('create a customer', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Créer' }), 80)
    await keyboard.press('Enter')
    await expect(page.getByRole('menuitem', { name: 'Nouveau client' })).toBeFocused()
    await keyboard.press('Enter')
    await expect(title).toHaveText('Nouveau client')
    await expect(page.getByLabel('Nom', { exact: true })).toBeFocused()
    await keyboard.type('Clavier')
    await keyboard.press('Tab')
    await keyboard.type('Seul')
    await keyboard.press('Enter')
    await expect(title).toContainText('Clavier Seul')
  })
})

test('a box opened by keyboard keeps the focus, closes with Escape, and gives the focus back', async ({ enter }) => {
  const page = await enter(company.administrator)
  await page.goto('/contacts')
  await expect(page.getByRole('link', { name: 'BENALI Amina' })).toBeVisible()
  for (const name of ['Filtrer', 'Colonnes', 'Créer', 'Votre compte']) {
    const opener = page.getByRole('button', { name, exact: true })
    await opener.focus()
    await page.keyboard.press('Enter')
    await expect(opener).toHaveAttribute('aria-expanded', 'true')
    await expect(opener).not.toBeFocused()
    await expectVisibleFocus(page)
    await page.keyboard.press('Escape')
    await expect(opener, name).toBeFocused()
    await expect(opener).toHaveAttribute('aria-expanded', 'false')
  }
  await page.getByRole('grid', { name: 'Clients' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByRole('toolbar', { name: 'Actions sur la sélection' })).toBeVisible()
  const assign = page.getByRole('button', { name: 'Affecter' })
  await assign.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Affecter 1 client' })
  for (let stop = 0; stop < 12; stop += 1) {
    await page.keyboard.press('Tab')
    const outside = await page.evaluate(
      () => document.activeElement !== document.body && document.activeElement?.closest('dialog') === null,
    )
    expect(outside, 'Tab left the dialog').toBe(false)
  }
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(assign).toBeFocused()
})

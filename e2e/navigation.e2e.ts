import { foundCompany, type Company } from './support/company.ts'
import { expect, test } from './support/test.ts'

let company: Company
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program)
})

const everybody = [
  'Accueil',
  'Clients',
  'Comptes',
  'Rappels',
  'Polices',
  'Échéances',
  'Sinistres',
  'Créances',
  'Encaissements',
  'Recouvrement',
]
const navigationOf = {
  administrator: [
    ...everybody,
    'Courriers en nombre',
    'Produits',
    'Utilisateurs',
    'Agences',
    'Fiche de l’entreprise',
    'Barèmes et délais',
    'Imports',
    'Exports',
    'Journal d’audit',
  ],
  supervisor: [...everybody, 'Produits', 'Utilisateurs', 'Agences', 'Exports', 'Journal d’audit'],
  editor: [...everybody, 'Courriers en nombre', 'Produits', 'Agences'],
  user: [...everybody, 'Courriers en nombre', 'Produits', 'Agences'],
} as const

for (const role of ['administrator', 'supervisor', 'editor', 'user'] as const) {
  test(`the navigation offers to the ${role} what the role may use, and nothing else`, async ({ enter }) => {
    const page = await enter(company[role])
    await page.goto('/home')
    const links = page.getByRole('navigation', { name: 'Navigation' }).getByRole('listitem')
    await expect(links).toHaveText([...navigationOf[role]])
  })
}

import { claimOperations } from '#capabilities/claims/contract.ts'
import { exchangeOperations } from '#capabilities/exchange/contract.ts'
import { productOperations } from '#capabilities/products/contract.ts'
import { receivableOperations } from '#capabilities/receivables/contract.ts'
import { addDays, todayIn } from '#kernel/shared/days.ts'
import { breaches, shown } from './support/axe.ts'
import { foundCompany, type Company } from './support/company.ts'
import { insureCar } from './support/insured-car.ts'
import { readRoutes } from './support/routes.ts'
import { expect, test } from './support/test.ts'

let company: Company
let importId: string
let productId: string
let claimId: string
let policyId: string
let receivableId: string
let paymentId: string
let routes: Awaited<ReturnType<typeof readRoutes>>
test.beforeAll(async ({ program }) => {
  company = await foundCompany(program)
  routes = await readRoutes()
  const file = new File(['Nom;Né le\nHADDAD;03/04/1980\n'], 'clients.csv')
  importId = (await company.administrator.call(exchangeOperations.createImport, { object: 'contacts', start: false }, file)).id
  productId = (await company.administrator.call(productOperations.listProducts, { q: 'AUTO_PART' })).data[0]?.id ?? ''
  const policy = await insureCar(company.administrator, company.amina.id, company.hydra.id)
  policyId = policy.id
  const occurred_on = policy.effective_date
  claimId = (await company.administrator.call(claimOperations.declareClaim, { policy_id: policy.id, nature: 'glass', occurred_on })).id
  const today = todayIn('Africa/Algiers', new Date())
  const bill = {
    contact_id: company.amina.id,
    kind: 'term',
    issued_on: today,
    due_date: addDays(today, 30),
    net_premium_centimes: 9_000_00,
  } as const
  receivableId = (await company.administrator.call(receivableOperations.createReceivable, bill)).id
  const cheque = { mode: 'cheque', reference: '0045871', bank: 'BNA', paid_on: today } as const
  const money = { contact_id: company.amina.id, amount_centimes: 4_000_00, ...cheque }
  paymentId = (await company.administrator.call(receivableOperations.recordPayment, money)).id
})

/** What stands for the parts of an address that change, and for the token of a link. */
const addressOf = (path: string): string => {
  const records: Readonly<Record<string, string>> = {
    '/contacts/$id': `/contacts/${company.amina.id}`,
    '/contacts/$id/edit': `/contacts/${company.amina.id}/edit`,
    '/accounts/$id': `/accounts/${company.household.id}`,
    '/accounts/$id/edit': `/accounts/${company.household.id}/edit`,
    '/imports/$id': `/imports/${importId}`,
    '/claims/$id': `/claims/${claimId}`,
    '/policies/$id': `/policies/${policyId}`,
    '/policies/$id/edit': `/policies/${policyId}/edit`,
    '/receivables/$id': `/receivables/${receivableId}`,
    '/payments/$id': `/payments/${paymentId}`,
    // Begun by the night and by a run of letters: here the page that says that there is no such case.
    '/recovery/$id': `/recovery/${policyId}`,
    '/document-batches/$id': `/document-batches/${policyId}`,
    '/products/$id': `/products/${productId}`,
    '/users/$id': `/users/${company.user.id}`,
    '/check-mailbox': `/check-mailbox?login=${company.user.email}`,
  }
  const address = records[path] ?? path
  if (address.includes('$')) throw new Error(`say in this table which record to open at ${path}`)
  return address
}

for (const language of ['fr', 'ar'] as const) {
  test(`every page that anybody may open keeps to WCAG 2.2 AA (${language})`, async ({ enter }) => {
    const page = await enter(null, { language, theme: 'system' })
    for (const path of [...routes.forAnybody, '/unsupported.html', '/nowhere'].map(addressOf)) {
      await test.step(path, async () => {
        await page.goto(path)
        await shown(page)
        expect.soft(await breaches(page), path).toEqual([])
      })
    }
  })

  test(`every page of work keeps to WCAG 2.2 AA (${language})`, async ({ enter }) => {
    const page = await enter(company.administrator, { language, theme: 'system' })
    for (const path of routes.forWork.map(addressOf)) {
      await test.step(path, async () => {
        await page.goto(path)
        await shown(page)
        expect.soft(await breaches(page), path).toEqual([])
      })
    }
  })
}

import { randomBytes } from 'node:crypto'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { identityOperations, termsVersion, type Role } from '#capabilities/identity/contract.ts'
import { organizationOperations, type Agency } from '#capabilities/organization/contract.ts'
import { amina, ordinaryCustomers, variedCustomers, type NewCustomer } from './customers.ts'
import { letterFor, tokenOf } from './outbox.ts'
import { callAsVisitor, passwordOfAll, signIn, type Person } from './person.ts'
import type { Program } from './program.ts'

/** A small insurer with two agencies, a person of each role, and customers; alone behind its tenant wall. */
export interface Company {
  readonly name: string
  /** What its e-mail addresses end with, different for each company. */
  readonly domain: string
  /** At the head office, over the whole organization. */
  readonly administrator: Person
  /** At the head office, over the whole organization. */
  readonly supervisor: Person
  /** At Hydra, over the agency. */
  readonly editor: Person
  /** At Hydra, over the agency. */
  readonly user: Person
  /** A user at Oran, who sees nothing of Hydra. */
  readonly neighbour: Person
  readonly headOffice: Agency
  readonly hydra: Agency
  readonly oran: Agency
  /** Amina BENALI, customer of Hydra. */
  readonly amina: { readonly id: string; readonly code: string }
  /** Her household, with her in it. */
  readonly household: { readonly id: string }
  /** How many customers Hydra has; Oran has one. */
  readonly customers: number
  /** Adds one more customer, to Hydra unless said. */
  addCustomer(customer: NewCustomer, agency?: Agency): Promise<{ id: string; code: string; name: string; version: number }>
  /** Invites somebody, who accepts at once. */
  admit(name: string, role: Role, agency: Agency): Promise<Person>
}

const hydraNumber = '16001'
const oranNumber = '31001'

/** Founds a company through the API, as people would: sign-up, verification, agencies, invitations, customers. */
export const foundCompany = async (program: Program, options: { customers?: number } = {}): Promise<Company> => {
  const mark = randomBytes(4).toString('hex')
  const name = `Assurances ${mark.toUpperCase()}`
  const domain = `${mark}.exemple.dz`
  const administrator = await register(program, name, `nadia@${domain}`)
  await completeSheet(administrator)
  const { createAgency, createRegion } = organizationOperations
  const region = await administrator.call(createRegion, { code: 'ALG', name: 'Direction régionale d’Alger' })
  const hydra = await administrator.call(createAgency, {
    number: hydraNumber,
    name: 'Hydra',
    type: 'direct',
    region_id: region.id,
    wilaya: '16',
    phone: '023 48 00 00',
  })
  const oran = await administrator.call(createAgency, { number: oranNumber, name: 'Oran Front de mer', type: 'direct', wilaya: '31' })
  const admit: Company['admit'] = async (person, role, agency) => {
    const email = `${person.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@${domain}`
    await administrator.call(identityOperations.createInvitations, {
      invitations: [{ agency_number: agency.number, email, name: person, role }],
    })
    return accept(program, email, person)
  }
  const headOffice = (await administrator.call(organizationOperations.listAgencies, {})).data.find(({ type }) => type === 'head_office')
  if (headOffice === undefined) throw new Error('no head office')
  const supervisor = await admit('Rachid Brahimi', 'supervisor', headOffice)
  const editor = await admit('Samira Touati', 'editor', hydra)
  const user = await admit('Karim Meziane', 'user', hydra)
  const neighbour = await admit('Houria Belarbi', 'user', oran)
  const addCustomer: Company['addCustomer'] = (customer, agency = hydra) =>
    administrator.call(customerOperations.createContact, { ...customer, agency_id: agency.id, accept_duplicate: true })
  await addCustomer({ kind: 'individual', last_name: 'BOUZID', first_name: 'Leïla', mobile: '0560 77 88 99', wilaya: '31' }, oran)
  const others = [...variedCustomers, ...ordinaryCustomers(options.customers ?? 30)]
  await administrator.call(customerOperations.bulkCreateContacts, {
    items: others.map((customer) => ({ ...customer, agency_id: hydra.id })),
  })
  // Last, so that she heads the lists, which show the newest first.
  const family = await addCustomer(amina)
  return {
    name,
    domain,
    administrator,
    supervisor,
    editor,
    user,
    neighbour,
    headOffice,
    hydra,
    oran,
    amina: family,
    household: await makeHousehold(administrator, hydra, family.id),
    customers: others.length + 1,
    addCustomer,
    admit,
  }
}

/** Registers an organization and verifies its administrator's address from the outbox. */
export const register = async (program: Program, name: string, email: string): Promise<Person> => {
  await callAsVisitor(program, identityOperations.signUp, {
    administrator: { name: 'Nadia Hamidi', email, password: passwordOfAll, function: 'Responsable relation client' },
    organization: { name, wilaya: '16' },
    accept_terms: termsVersion,
  })
  const letter = await letterFor(program, email, '/verify-email')
  await callAsVisitor(program, identityOperations.verifyEmail, { token: tokenOf(letter) })
  return signIn(program, email)
}

const accept = async (program: Program, email: string, name: string): Promise<Person> => {
  const token = tokenOf(await letterFor(program, email, '/invitation'))
  await callAsVisitor(program, identityOperations.acceptInvitation, { token, name, password: passwordOfAll, accept_terms: termsVersion })
  return signIn(program, email)
}

const completeSheet = async (administrator: Person): Promise<void> => {
  const { version } = await administrator.call(organizationOperations.getOrganization, {})
  await administrator.call(organizationOperations.updateOrganization, {
    version,
    address: '24, boulevard des Trois Frères Bouaddou, Bir Mourad Raïs',
    wilaya: '16',
    postcode: '16013',
    phone: '023 50 10 10',
    employees: 640,
  })
}

const makeHousehold = async (administrator: Person, agency: Agency, contactId: string): Promise<{ id: string }> => {
  const { id } = await administrator.call(customerOperations.createAccount, {
    name: 'Famille Benali',
    kind: 'household',
    agency_id: agency.id,
    phone: '023 48 12 34',
    wilaya: '16',
  })
  await administrator.call(customerOperations.setMember, { id, contact_id: contactId, role: 'head', main: true })
  return { id }
}

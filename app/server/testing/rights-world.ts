import { activityOperations } from '#capabilities/activities/contract.ts'
import { customerOperations as customers } from '#capabilities/customers/contract.ts'
import { exchangeOperations as exchange } from '#capabilities/exchange/contract.ts'
import { sendFile } from '#capabilities/exchange/server/testing/import-through-door.ts'
import { identityOperations as identity, roles, type Role } from '#capabilities/identity/contract.ts'
import { organizationOperations as places } from '#capabilities/organization/contract.ts'
import { reaches, type Reach } from '#kernel/shared/rights.ts'
import { implementations } from '../app.ts'
import type { Kind, Target } from './rights-placements.ts'
import { makers } from './world/makers.ts'
import { testApp, type Person, type TestApp } from './test-app.ts'

/** Where a record lies, seen from the people of the test, who all work in the first agency of the north. */
export type Place = 'own' | 'agency' | 'region' | 'organization' | 'foreign'

/** A person of every role and scope, with a record of their own. */
export interface Member {
  readonly role: Role
  readonly scope: Reach
  readonly person: Person
}

/** A record with the word that only it bears, by which it is recognised wherever it leaks. */
export interface Seeded extends Target {
  readonly kind: Kind
  readonly place: Place
  readonly owner: Person
  readonly word: string
}

export interface World {
  readonly app: TestApp
  readonly administrator: Person
  readonly foreigner: Person
  readonly members: readonly Member[]
  /** Records of contacts and accounts, whose words must stay where they may be seen. */
  readonly records: Seeded[]
  /** One more record of a kind at a place, for this person. */
  make(kind: Kind, place: Place, member: Member): Promise<Target>
}

/** Places that a reach covers. */
export const placesOf: Readonly<Record<Reach, readonly Place[]>> = {
  own: ['own'],
  agency: ['own', 'agency'],
  region: ['own', 'agency', 'region'],
  organization: ['own', 'agency', 'region', 'organization'],
}

export const exists = (name: string): boolean => implementations.some((implementation) => implementation.operation.name === name)

const letters = 'abcdefghijklmnopqrst'
let counted = 0
/** Words of letters only, none of which holds another. */
const nextWord = (): string => {
  counted += 1
  return `z${[...String(counted).padStart(4, '0')].map((digit) => letters[Number(digit)] ?? '').join('')}z`
}

/** Two organizations; in the first, two regions of two agencies, people of every role and scope, and a record of each kind everywhere. */
export const rightsWorld = async (): Promise<World> => {
  const app = await testApp()
  const home = await app.organization('Assurances du Nord')
  const abroad = await app.organization('Assurances étrangères')
  const { administrator } = home
  const foreigner = abroad.administrator
  const agencyIn = async (by: Person, number: string, regionId: string) =>
    (
      await by.ok(places.createAgency, {
        number,
        name: `Agence ${number}`,
        type: 'direct',
        wilaya: number.slice(0, 2),
        region_id: regionId,
      })
    ).id
  const north = await administrator.ok(places.createRegion, { code: 'N', name: 'Nord' })
  const south = await administrator.ok(places.createRegion, { code: 'S', name: 'Sud' })
  const far = await foreigner.ok(places.createRegion, { code: 'E', name: 'Est' })
  const agencies: Record<Place, string> = {
    agency: await agencyIn(administrator, '16001', north.id),
    own: '',
    region: await agencyIn(administrator, '16002', north.id),
    organization: await agencyIn(administrator, '30001', south.id),
    foreign: await agencyIn(foreigner, '25001', far.id),
  }
  await agencyIn(administrator, '30002', south.id)
  agencies.own = agencies.agency

  const members: Member[] = []
  for (const role of roles)
    for (const scope of reaches)
      members.push({
        role,
        scope,
        person: await app.person({ organizationId: home.organizationId, agencyId: agencies.agency, role, scope, name: `${role} ${scope}` }),
      })

  const records: Seeded[] = []
  const customer = async (kind: 'contact' | 'account', place: Place, owner: Person): Promise<Seeded> => {
    const by = place === 'foreign' ? foreigner : administrator
    const word = nextWord()
    const agency_id = agencies[place]
    const contact = await by.ok(customers.createContact, {
      kind: 'individual',
      last_name: `Dossier ${word}`,
      first_name: 'Commun',
      mobile: '0555010203',
      nin: '109830512034567890',
      agency_id,
      owner_id: owner.id,
      tags: place === 'foreign' ? [word] : ['Suivi'],
      accept_duplicate: true,
    })
    records.push({ kind: 'contact', place, owner, word, id: contact.id, contactId: contact.id, version: contact.version })
    if (kind === 'contact') return records.at(-1) as Seeded
    const account = await by.ok(customers.createAccount, { kind: 'company', name: `Dossier ${word}`, agency_id, owner_id: owner.id })
    await by.ok(customers.setMember, { id: account.id, contact_id: contact.id })
    records.push({ kind: 'account', place, owner, word, id: account.id, contactId: contact.id, version: account.version })
    return records.at(-1) as Seeded
  }

  const made = (record: { id: string; version?: number }): Target => ({ id: record.id, contactId: record.id, version: record.version ?? 1 })
  let invited = 0
  const make: World['make'] = async (kind, place, member) => {
    const by = place === 'foreign' ? foreigner : administrator
    const suffix = place === 'foreign' ? '25001' : '16001'
    switch (kind) {
      case 'contact':
      case 'account':
        return customer(kind, place, place === 'own' ? member.person : by)
      case 'activity': {
        const on = await customer('contact', place, place === 'own' ? member.person : by)
        return made(await (place === 'own' ? member.person : by).ok(activityOperations.createNote, { subject_id: on.id, body: 'Appelé.' }))
      }
      case 'agency':
        return made(
          (await by.ok(places.listAgencies, { filter: JSON.stringify({ number: suffix }) })).data[0] as { id: string; version: number },
        )
      case 'region':
        return made((await by.ok(places.listRegions, {})).data[0] as { id: string; version: number })
      case 'user': {
        const of = place === 'foreign' ? abroad : home
        return made(await app.person({ organizationId: of.organizationId, agencyId: agencies[place], role: 'user', name: 'Collègue' }))
      }
      case 'invitation': {
        invited += 1
        const email = `invite-${String(invited)}@exemple.dz`
        const { data } = await by.ok(identity.createInvitations, { invitations: [{ agency_number: suffix, email }] })
        return made(data[0]?.invitation as { id: string })
      }
      case 'import': {
        // An import is steered by whoever sent it; who may not send one is refused before it matters whose it is.
        const sender = place === 'foreign' ? foreigner : member.role === 'administrator' ? member.person : administrator
        const sent = await sendFile(app, sender, 'Nom;Prénom\nSaadi;Amine\n', { object: 'contacts', start: 'false' })
        return made(sent.body as { id: string })
      }
      case 'export': {
        const sender =
          place === 'foreign' ? foreigner : ['administrator', 'supervisor'].includes(member.role) ? member.person : administrator
        const run = await sender.ok(exchange.createExport, { object: 'contacts' })
        await app.settled()
        return made(run)
      }
      default: {
        const maker = makers[kind]
        if (!maker) throw new Error(`nothing makes a ${kind} for this test`)
        const owner = place === 'own' ? member.person : by
        return maker({ customer: await customer('contact', place, owner), agencyId: agencies[place], administrator: by, owner, app })
      }
    }
  }
  return { app, administrator, foreigner, members, records, make }
}

import { systemActor } from '#kernel/server/authenticate.ts'
import { runAs } from '#kernel/server/door.ts'
import { admitPerson, hashPassword } from '#capabilities/identity/server/index.ts'
import type { App } from '../app.ts'
import { fixedId } from './fixed-id.ts'
import { lastNames, menNames, womenNames } from './lists/names.ts'
import type { DemoAgency } from './load-network.ts'

const peoplePerAgency = 2

interface PeopleFrame {
  readonly seed: string
  readonly since: Date
  readonly password: string
  readonly slug: string
}

/** One person of each role to sign in with, and the staff of every agency, who own its customers. */
export const makePeople = async (
  app: App,
  organizationId: string,
  headOffice: string,
  agencies: readonly DemoAgency[],
  frame: PeopleFrame,
) => {
  const passwordHash = await hashPassword(frame.password)
  const address = (local: string) => `${local}@${frame.slug}.dz`
  const users = {
    administrator: address('administrateur'),
    editor: address('editeur'),
    supervisor: address('superviseur'),
    user: address('utilisateur'),
  }
  const first = agencies[0]?.id ?? headOffice
  const idOf = (...words: readonly (string | number)[]) => fixedId(frame.since, frame.seed, 'user', ...words)
  const shown = [
    { role: 'administrator', agencyId: headOffice, name: 'Nadia Hamidi', function: 'Responsable relation client' },
    { role: 'supervisor', agencyId: headOffice, name: 'Rachid Brahimi', function: 'Directeur général' },
    { role: 'editor', agencyId: first, name: 'Samira Touati', function: 'Assistante administrative' },
    { role: 'user', agencyId: first, name: 'Karim Meziane', function: 'Chargé de clientèle' },
  ] as const
  const owners = [{ id: idOf('user'), name: 'Karim Meziane', agencyId: first }]
  const now = frame.since.toISOString()
  await runAs(app.services, { actor: systemActor('Démonstration'), organizationId, operation: 'user.admit', now }, async (ctx) => {
    for (const person of shown) await admitPerson(ctx, { ...person, id: idOf(person.role), email: users[person.role], passwordHash })
    for (const [at, agency] of agencies.entries())
      for (let one = 0; one < peoplePerAgency; one += 1) {
        const id = idOf(agency.number, one)
        const name = nameOf(at * peoplePerAgency + one)
        const email = address(`${agency.number}.${one + 1}`)
        const work = one === 0 ? 'Chef d’agence' : 'Chargé de clientèle'
        await admitPerson(ctx, { id, agencyId: agency.id, role: 'user', name, email, passwordHash, function: work })
        owners.push({ id, name, agencyId: agency.id })
      }
  })
  return { users, owners, administratorId: idOf('administrator') }
}

const nameOf = (turn: number): string => {
  const firstNames = turn % 3 === 0 ? womenNames : menNames
  return `${firstNames[(turn * 7) % firstNames.length]?.[0] ?? ''} ${lastNames[(turn * 11) % lastNames.length]?.[0] ?? ''}`
}

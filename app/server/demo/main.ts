import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { systemActor } from '#kernel/server/authenticate.ts'
import { readConfig } from '#kernel/server/config.ts'
import { runAs, runUnbound } from '#kernel/server/door.ts'
import { openLog } from '#kernel/server/log.ts'
import { exitCodes, sayStartupError, StartupError } from '#kernel/server/startup-error.ts'
import { admitPerson, createApiKey, hashPassword } from '#capabilities/identity/server/index.ts'
import { foundOrganization } from '#capabilities/organization/server/index.ts'
import { buildApp, type App } from '../app.ts'
import { openInstallation, programVersion } from '../installation.ts'
import { fixedId } from './fixed-id.ts'
import { loadCustomers } from './load-customers.ts'
import { loadNetwork, slugOf, type DemoAgency } from './load-network.ts'
import { lastNames, menNames, womenNames } from './names.ts'
import { readDemoOptions, type DemoOptions } from './options.ts'

/** A small demonstration has the network of a young company, a large one that of a national insurer. */
const agenciesFor = (customers: number): number => (customers >= 100_000 ? 320 : 40)
const peoplePerAgency = 2

const start = async (): Promise<void> => {
  const options = readDemoOptions(process.argv.slice(2))
  const config = readConfig()
  const database = await openInstallation(config)
  let app: App | null = null
  try {
    app = await buildApp({
      database,
      log: openLog('warn'),
      dataDir: config.dataDir,
      baseUrl: config.baseUrl,
      smtpUrl: null,
      secret: config.secret,
      signUp: config.signup,
      version: programVersion,
      role: 'web',
      webFolder: null,
      sweepEveryMs: null,
    })
    const client = new pg.Client(database.owner as pg.ClientConfig)
    await client.connect()
    try {
      await client.query(`set timezone = 'UTC'`)
      // Nobody waits for these rows one by one: index pages are gathered and written together.
      for (const setting of [
        `synchronous_commit = off`,
        `gin_pending_list_limit = '256MB'`,
        `work_mem = '256MB'`,
        `temp_buffers = '256MB'`,
      ])
        await client.query(`set ${setting}`)
      const made = await makeDemo(app, client, options)
      const out = options.out === null ? join(config.dataDir, 'demo.json') : resolve(options.out)
      await writeFile(out, JSON.stringify({ url: config.baseUrl, ...made }, null, 2) + '\n', { mode: 0o600 })
      console.log(`« ${options.name} » est prête : ${options.customers.toLocaleString('fr-FR')} clients.`)
      console.log(`  Connexion : ${made.users.administrator}, mot de passe ${made.password} (aussi dans ${out})`)
    } finally {
      await client.end()
    }
  } finally {
    await app?.stop()
    await database.stop()
  }
}

const makeDemo = async (app: App, client: pg.Client, options: DemoOptions) => {
  const { services } = app
  const present = await client.query('select 1 from organization_directory where name = $1', [options.name])
  if (present.rowCount !== 0)
    throw new StartupError(`L’organisation « ${options.name} » existe déjà : donnez-en une autre avec --name.`, exitCodes.failure)
  // Before the first customer; every date of the data follows from the day asked for.
  const since = new Date(Date.parse(options.asOf) - 2200 * 86_400_000)
  const now = since.toISOString()
  const seed = `${options.name}/${options.seed}`
  const organizationId = fixedId(since, seed, 'organization')
  const headOffice = fixedId(since, seed, 'head office')
  const actor = systemActor('Démonstration')
  await runUnbound(services, { actor, operation: 'organization.found', now }, async (ctx) => {
    await foundOrganization(ctx, {
      name: options.name,
      wilaya: '16',
      language: 'fr',
      isDemo: true,
      ids: { organizationId, agencyId: headOffice },
    })
    await ctx.db
      .updateTable('organization')
      .set({ sheet_completed_at: ctx.now, address: '24, boulevard des Trois Frères Bouaddou, Bir Mourad Raïs', postcode: '16013' })
      .where('organization_id', '=', ctx.organizationId)
      .execute()
  })
  console.log('Réseau : directions régionales et agences…')
  const agencies = await loadNetwork({ client, organizationId, since, seed, now }, agenciesFor(options.customers))
  const password = `Demo-${randomBytes(6).toString('base64url')}`
  const people = await makePeople(app, organizationId, headOffice, agencies, { seed, since, password, slug: slugOf(options.name) })
  console.log('Clients et interactions…')
  await loadCustomers(
    {
      client,
      organizationId,
      seed: options.seed,
      asOf: options.asOf,
      owners: people.owners,
      agencies,
      say: (sentence) => console.log(sentence),
    },
    options.customers,
  )
  await runAs(services, { actor, organizationId, operation: 'demo.load' }, async (ctx) =>
    ctx.audit({
      subject: { kind: 'organization', id: organizationId, title: options.name },
      after: { customers: options.customers, seed: options.seed, as_of: options.asOf },
    }),
  )
  const { key } = await runAs(services, { actor, organizationId, operation: 'api_key.create' }, (ctx) =>
    createApiKey(ctx, { userId: people.administratorId, name: 'Démonstration', readOnly: false, expiresAt: null }),
  )
  return { password, users: people.users, portal: null, api_key: key }
}

interface PeopleFrame {
  readonly seed: string
  readonly since: Date
  readonly password: string
  readonly slug: string
}

/** One person of each role to sign in with, and the staff of every agency, who own its customers. */
const makePeople = async (app: App, organizationId: string, headOffice: string, agencies: readonly DemoAgency[], frame: PeopleFrame) => {
  const passwordHash = await hashPassword(frame.password)
  const address = (local: string) => `${local}@${frame.slug}.dz`
  const users = {
    administrator: address('administrateur'),
    editor: address('editeur'),
    supervisor: address('superviseur'),
    user: address('utilisateur'),
  }
  const first = agencies[0]
  const administratorId = fixedId(frame.since, frame.seed, 'user', 'administrator')
  const userId = fixedId(frame.since, frame.seed, 'user', 'user')
  const owners: { id: string; name: string; agencyId: string }[] = [
    { id: userId, name: 'Karim Meziane', agencyId: first?.id ?? headOffice },
  ]
  await runAs(
    app.services,
    { actor: systemActor('Démonstration'), organizationId, operation: 'user.admit', now: frame.since.toISOString() },
    async (ctx) => {
      await admitPerson(ctx, {
        id: administratorId,
        agencyId: headOffice,
        role: 'administrator',
        name: 'Nadia Hamidi',
        email: users.administrator,
        passwordHash,
        function: 'Responsable relation client',
      })
      await admitPerson(ctx, {
        id: fixedId(frame.since, frame.seed, 'user', 'supervisor'),
        agencyId: headOffice,
        role: 'supervisor',
        name: 'Rachid Brahimi',
        email: users.supervisor,
        passwordHash,
        function: 'Directeur général',
      })
      await admitPerson(ctx, {
        id: fixedId(frame.since, frame.seed, 'user', 'editor'),
        agencyId: first?.id ?? headOffice,
        role: 'editor',
        name: 'Samira Touati',
        email: users.editor,
        passwordHash,
        function: 'Assistante administrative',
      })
      await admitPerson(ctx, {
        id: userId,
        agencyId: first?.id ?? headOffice,
        role: 'user',
        name: 'Karim Meziane',
        email: users.user,
        passwordHash,
        function: 'Chargé de clientèle',
      })
      for (const [at, agency] of agencies.entries()) {
        for (let one = 0; one < peoplePerAgency; one += 1) {
          const turn = at * peoplePerAgency + one
          const woman = turn % 3 === 0
          const firstNames = woman ? womenNames : menNames
          const name = `${firstNames[(turn * 7) % firstNames.length]?.[0] ?? ''} ${lastNames[(turn * 11) % lastNames.length]?.[0] ?? ''}`
          const id = fixedId(frame.since, frame.seed, 'user', agency.number, one)
          await admitPerson(ctx, {
            id,
            agencyId: agency.id,
            role: 'user',
            name,
            email: address(`${agency.number}.${one + 1}`),
            passwordHash,
            function: one === 0 ? 'Chef d’agence' : 'Chargé de clientèle',
          })
          owners.push({ id, name, agencyId: agency.id })
        }
      }
    },
  )
  return { users, owners, administratorId }
}

start().then(
  () => process.exit(0),
  (error: unknown) => process.exit(sayStartupError(error)),
)

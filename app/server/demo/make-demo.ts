import pg from 'pg'
import { systemActor } from '#kernel/server/authenticate.ts'
import type { Connection } from '#kernel/server/database.ts'
import { runAs, runUnbound } from '#kernel/server/door.ts'
import { exitCodes, StartupError } from '#kernel/server/startup-error.ts'
import { createApiKey } from '#capabilities/identity/server/index.ts'
import { foundOrganization } from '#capabilities/organization/server/index.ts'
import type { Product } from '#capabilities/products/product-shapes.ts'
import { listProductCards, loadProduct } from '#capabilities/products/server/index.ts'
import type { App } from '../app.ts'
import { fixedId } from './fixed-id.ts'
import { historyDays } from './frame.ts'
import { loadDemo } from './load-demo.ts'
import { nameCatalogue } from './name-catalogue.ts'
import { loadNetwork, slugOf } from './load-network.ts'
import type { DemoOptions } from './options.ts'
import { makePeople } from './people.ts'

/** A small demonstration has the network of a young company, a large one that of a national insurer. */
const agenciesFor = (customers: number): number => (customers >= 100_000 ? 320 : 40)

/** What a demonstration is made with besides its options. */
interface Making {
  readonly password: string
  readonly say: (sentence: string) => void
  readonly done?: (name: string, seconds: number) => void
}

const actor = systemActor('Démonstration')

/** Adds an organization with its network, people, catalogue and customers; returns how to sign in, and what it takes on the disk. */
export const makeDemo = async (app: App, owner: Connection, options: DemoOptions, { password, say, done }: Making) => {
  const began = performance.now()
  const { services } = app
  const client = new pg.Client(owner as pg.ClientConfig)
  await client.connect()
  try {
    const present = await client.query('select 1 from organization_directory where name = $1', [options.name])
    if (present.rowCount !== 0)
      throw new StartupError(`L’organisation « ${options.name} » existe déjà : donnez-en une autre avec --name.`, exitCodes.failure)
    // Before the first customer; every date of the data follows from the day asked for.
    const since = new Date(Date.parse(options.asOf) - (historyDays + 8) * 86_400_000)
    const now = since.toISOString()
    const seed = `${options.name}/${options.seed}`
    const organizationId = fixedId(since, seed, 'organization')
    const headOffice = fixedId(since, seed, 'head office')
    await found(app, { name: options.name, since, organizationId, headOffice })
    await nameCatalogue(client, { organizationId, since, seed })
    const products = await catalogueOf(app, organizationId)
    say('Réseau : directions régionales et agences…')
    const agencies = await loadNetwork({ client, organizationId, since, seed, now }, agenciesFor(options.customers))
    const people = await makePeople(app, organizationId, headOffice, agencies, { seed, since, password, slug: slugOf(options.name) })
    say('Clients…')
    const { customers, asOf } = options
    const frame = { organizationId, seed: options.seed, asOf, customers, owners: people.owners, agencies, products }
    await loadDemo(owner, frame, { say, ...(done && { done }) })
    await runAs(services, { actor, organizationId, operation: 'demo.load' }, async (ctx) =>
      ctx.audit({
        subject: { kind: 'organization', id: organizationId, title: options.name },
        after: { customers, seed: options.seed, as_of: asOf },
      }),
    )
    const { key } = await runAs(services, { actor, organizationId, operation: 'api_key.create' }, (ctx) =>
      createApiKey(ctx, { userId: people.administratorId, name: 'Démonstration', readOnly: false, expiresAt: null }),
    )
    const size = await client.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')
    return {
      password,
      users: people.users,
      portal: null,
      api_key: key,
      customers,
      as_of: asOf,
      seconds: Math.round((performance.now() - began) / 1000),
      size_on_disk_bytes: Number(size.rows[0]?.bytes ?? 0),
    }
  } finally {
    await client.end()
  }
}

interface Founding {
  readonly name: string
  readonly since: Date
  readonly organizationId: string
  readonly headOffice: string
}

/** The organization with its sheet; it begins with the usual catalogue. */
const found = (app: App, { name, since, organizationId, headOffice }: Founding): Promise<void> =>
  runUnbound(app.services, { actor, operation: 'organization.found', now: since.toISOString() }, async (ctx) => {
    await foundOrganization(ctx, { name, wilaya: '16', language: 'fr', isDemo: true, ids: { organizationId, agencyId: headOffice } })
    await ctx.db
      .updateTable('organization')
      .set({ sheet_completed_at: ctx.now, address: '24, boulevard des Trois Frères Bouaddou, Bir Mourad Raïs', postcode: '16013' })
      .where('organization_id', '=', ctx.organizationId)
      .execute()
  })

const catalogueOf = (app: App, organizationId: string): Promise<Product[]> =>
  runAs(app.services, { actor, organizationId, operation: 'demo.read_catalogue' }, async (ctx) => {
    ctx.unchanged()
    const products: Product[] = []
    for (const { id } of await listProductCards(ctx)) products.push(await loadProduct(ctx, id))
    return products
  })

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { importable, type ImportChunk, type TakenBack } from '#kernel/server/importable.ts'
import { listPlaces } from '../list-places.ts'
import { agencyImportFields } from './agency-fields.ts'

const written = ['name', 'type', 'wilaya', 'commune', 'address', 'phone', 'email', 'active', 'external_id', 'source']

const makeAgencies = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`insert into agency (organization_id, id, number, name, type, region_id, wilaya, commune, address, phone, email, active, external_id, source, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, k.number, k.name, coalesce(k.type, k.type_guess), k.region_id, coalesce(k.wilaya, k.wilaya_guess), k.commune, k.address, k.phone, k.email,
      coalesce(k.active, true), k.external_id, k.source, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from ${chunk.rows} k where k.action = 'create'`.execute(
    ctx.db,
  )
  ctx.emit({ name: 'agency.created' })
}

/** Agencies that nobody belongs to and nothing is filed under go away; the others stay. */
const takeAgenciesBack = async (ctx: Context, ids: readonly string[]): Promise<TakenBack> => {
  const removed: string[] = []
  const kept: { id: string; sentence: typeof inUse }[] = []
  for (const id of ids) {
    const used =
      await sql`select 1 from subject where organization_id = ${ctx.organizationId}::uuid and agency_id = ${id}::uuid limit 1`.execute(
        ctx.db,
      )
    // People, invitations and whatever else names an agency hold it by foreign keys: the database knows them all.
    await sql`savepoint one_agency`.execute(ctx.db)
    try {
      if (used.rows.length > 0) throw new Error('in use')
      await sql`delete from agency where organization_id = ${ctx.organizationId}::uuid and id = ${id}::uuid and version = 1`.execute(ctx.db)
      const left = await sql`select 1 from agency where organization_id = ${ctx.organizationId}::uuid and id = ${id}::uuid`.execute(ctx.db)
      if (left.rows.length > 0) throw new Error('edited since')
      removed.push(id)
    } catch {
      await sql`rollback to savepoint one_agency`.execute(ctx.db)
      kept.push({ id, sentence: inUse })
    }
  }
  if (removed.length > 0) ctx.emit({ name: 'agency.updated' })
  return { removed, binned: [], kept }
}

const inUse = /*i18n*/ {
  id: 'agency.import.in_use',
  message: 'Conservée : modifiée depuis, ou des personnes ou des dossiers y sont rattachés',
}

/** Agencies from files. */
export const agencyImport = importable({
  object: 'agencies',
  permission: 'agency',
  label: /*i18n*/ { id: 'import.agencies', message: 'Agences' },
  path: '/agencies',
  fields: agencyImportFields,
  needs: [['number'], ['name']],
  matchKeys: [
    {
      key: 'number',
      label: /*i18n*/ { id: 'agency.field.number', message: 'Numéro d’agence' },
      fields: ['number'],
      columns: ['number'],
      unique: true,
      usual: true,
    },
    {
      key: 'external_id',
      label: /*i18n*/ { id: 'agency.field.external_id', message: 'Identifiant externe' },
      fields: ['external_id'],
      columns: ['external_id'],
      withSource: true,
      unique: true,
    },
  ],
  defaults: [],
  rowModule: import.meta.resolve('./read-agency-row.ts'),
  frame: async (ctx, { source }) => ({ places: await listPlaces(ctx), source }),
  target: {
    table: 'agency',
    columns: {
      ...Object.fromEntries(['number', ...written, 'type_guess', 'wilaya_guess'].map((column) => [column, 'text' as const])),
      active: 'boolean',
    },
    written,
    required: ['name', 'type', 'wilaya', 'active', 'external_id', 'source'],
    relations: [
      {
        field: 'region',
        column: 'region_id',
        lookups: [
          {
            by: 'code',
            find: (ctx, wanted) =>
              sql`select w.value, r.id from ${wanted} w join region r on r.organization_id = ${ctx.organizationId}::uuid and r.code = w.value`,
          },
          {
            by: 'name',
            find: (ctx, wanted) =>
              sql`select w.value, r.id from ${wanted} w join region r on r.organization_id = ${ctx.organizationId}::uuid and app_fold(r.name) = app_fold(w.value)`,
          },
        ],
      },
    ],
    sourceColumn: 'source',
    placed: false,
    create: makeAgencies,
    updated: async (ctx) => ctx.emit({ name: 'agency.updated' }),
    takeBack: takeAgenciesBack,
  },
})

import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ImportChunk, ImportRelation } from '#kernel/server/importable.ts'

/** Each wanted value asks the index: a plan made while few customers were there stays right when there are a million. */
const asked = (ctx: Context, wanted: RawBuilder<unknown>, where: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select w.value, c.id from ${wanted} w cross join lateral (
    select c.id from contact c where c.organization_id = ${ctx.organizationId}::uuid and c.deleted_at is null and ${where} offset 0) c`

const born = '^(.*), (\\d{4}-\\d{2}-\\d{2})$'

/** Customers by code, external identifier, NIN, NIF, name with birth date, or name alone. */
export const contactLookups: ImportRelation['lookups'] = [
  { by: 'code', find: (ctx, wanted) => asked(ctx, wanted, sql`c.code = w.value`) },
  {
    by: 'external_id',
    find: (ctx, wanted, source) =>
      asked(
        ctx,
        wanted,
        sql`c.external_id = w.value and (c.external_source = ${source} or not exists (select 1 from contact o
          where o.organization_id = ${ctx.organizationId}::uuid and o.external_id = w.value and o.external_source = ${source} and o.deleted_at is null))`,
      ),
  },
  { by: 'nin', find: (ctx, wanted) => asked(ctx, wanted, sql`c.nin = w.value`) },
  { by: 'nif', find: (ctx, wanted) => asked(ctx, wanted, sql`c.nif = w.value`) },
  {
    by: 'name_and_birth',
    find: (ctx, wanted) =>
      asked(
        ctx,
        sql`(select value from ${wanted} given where value ~ ${born})`,
        sql`c.name_folded = app_fold(substring(w.value from ${born})) and c.birth_date = right(w.value, 10)::date`,
      ),
  },
  { by: 'name', find: (ctx, wanted) => asked(ctx, wanted, sql`c.name_folded = app_fold(w.value)`) },
]

/** The customer of a policy, a bill, a payment or an exchange. */
export const contactRelation: ImportRelation = { field: 'contact', column: 'contact_id', lookups: contactLookups }

const outOfReach = /*i18n*/ { id: 'customer.import.out_of_reach', message: 'Ce client relève d’une agence hors de votre périmètre' }

/** Refuses rows whose customer lies in no agency that the import reaches; to be called once relations are resolved. */
export const refuseHoldersOutOfReach = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  if (chunk.agencies === null) return
  const reason = { code: 'holder_out_of_reach', field: 'contact', sentence: outOfReach }
  await sql`update ${chunk.rows} k set problems = coalesce(k.problems, '[]'::jsonb) || jsonb_build_array(${JSON.stringify(reason)}::jsonb)
    from contact c where k.action is not null and c.organization_id = ${ctx.organizationId}::uuid and c.id = k.contact_id and not c.agency_id = any(${[...chunk.agencies]}::uuid[])
      and not exists (select 1 from subject_agency further where further.organization_id = c.organization_id and further.subject_id = c.id and further.agency_id = any(${[...chunk.agencies]}::uuid[]))`.execute(
    ctx.db,
  )
}

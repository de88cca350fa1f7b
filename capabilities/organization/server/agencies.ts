import { changesBetween } from '#kernel/server/audit.ts'
import type { Context } from '#kernel/server/context.ts'
import { sqlState } from '#kernel/server/database.ts'
import { withKeptPhones } from '#kernel/server/phone-foreign.ts'
import { notFound } from '#kernel/server/scope.ts'
import type { Nothing, ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { pageLimit } from '#kernel/shared/paging.ts'
import { Problem, refuse } from '#kernel/shared/problem.ts'
import type { Agency, organizationOperations, Region } from '../contract.ts'
import { listRegions } from './list-agencies.ts'

type Operations = typeof organizationOperations

/** One agency of the organization; not found otherwise. */
export const getAgency = async (ctx: Context, input: { id: string }): Promise<Agency> => {
  const row = await ctx.db
    .selectFrom('agency as a')
    .leftJoin('region as r', (join) => join.onRef('r.organization_id', '=', 'a.organization_id').onRef('r.id', '=', 'a.region_id'))
    .select([
      'a.id',
      'a.number',
      'a.name',
      'a.type',
      'a.region_id',
      'r.name as region_name',
      'a.wilaya',
      'a.commune',
      'a.address',
      'a.phone',
      'a.email',
      'a.active',
      'a.external_id',
      'a.created_at',
      'a.version',
    ])
    .select((eb) =>
      eb
        .selectFrom('app_user as u')
        .select((count) => count.fn.countAll<number>().as('people'))
        .whereRef('u.organization_id', '=', 'a.organization_id')
        .whereRef('u.agency_id', '=', 'a.id')
        .where('u.status', '=', 'active')
        .$asScalar()
        .as('people'),
    )
    .where('a.organization_id', '=', ctx.organizationId)
    .where('a.id', '=', input.id)
    .executeTakeFirst()
  if (!row) throw notFound()
  return { ...row, people: row.people ?? 0 }
}

const numberTaken = () =>
  refuse('agency.number_taken', /*i18n*/ { id: 'agency.number_taken', message: 'Une autre agence porte déjà ce numéro.' }, 'number')

const checkPlace = async (
  ctx: Context,
  place: { number?: string | undefined; wilaya?: string | undefined; region_id?: string | null | undefined },
): Promise<void> => {
  if (
    place.wilaya !== undefined &&
    !(await ctx.db.selectFrom('wilaya').select('code').where('code', '=', place.wilaya).executeTakeFirst())
  ) {
    throw refuse('agency.unknown_wilaya', /*i18n*/ { id: 'agency.unknown_wilaya', message: 'Cette wilaya n’existe pas.' }, 'wilaya')
  }
  if (
    place.region_id &&
    !(await ctx.db
      .selectFrom('region')
      .select('id')
      .where('organization_id', '=', ctx.organizationId)
      .where('id', '=', place.region_id)
      .executeTakeFirst())
  ) {
    throw refuse(
      'agency.unknown_region',
      /*i18n*/ { id: 'agency.unknown_region', message: 'Cette direction régionale n’existe pas.' },
      'region_id',
    )
  }
}

/** An agency opens under a number that no other bears. */
export const createAgency = async (ctx: Context, given: ParsedOf<Operations['createAgency']>): Promise<Agency> => {
  const input = withKeptPhones(given, ['phone'])
  await checkPlace(ctx, input)
  const id = newId()
  const made = await ctx.db
    .insertInto('agency')
    .values({
      ...input,
      organization_id: ctx.organizationId,
      id,
      external_id: null,
      source: null,
      created_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['organization_id', 'number']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw numberTaken()
  ctx.audit({ subject: { kind: 'agency', id, title: `${input.number} ${input.name}` }, after: input })
  ctx.emit({ name: 'agency.created', subjectId: id })
  return getAgency(ctx, { id })
}

/** An agency is corrected or moved to another region; its number stays once customers bear it in their code. */
export const updateAgency = async (ctx: Context, input: ParsedOf<Operations['updateAgency']>): Promise<Agency> => {
  const { id, version, ...given } = input
  const fields = withKeptPhones(given, ['phone'])
  const before = await getAgency(ctx, { id })
  const change = changesBetween(before, fields)
  if (change === null) {
    ctx.unchanged()
    return before
  }
  await checkPlace(ctx, fields)
  if (fields.number !== undefined && fields.number !== before.number) await refuseRenumbering(ctx, id)
  const updated = await ctx.db
    .updateTable('agency')
    .set({ ...fields, version: version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
    .catch((error: unknown) => {
      throw sqlState(error) === '23505' ? numberTaken() : error
    })
  if (updated.numUpdatedRows === 0n)
    throw new Problem(
      409,
      'version_conflict',
      /*i18n*/ { id: 'agency.conflict', message: 'Cette agence a été modifiée entre-temps.' },
      [],
      { current: await getAgency(ctx, { id }) },
    )
  ctx.audit({ subject: { kind: 'agency', id, title: `${before.number} ${before.name}` }, ...change })
  ctx.emit({ name: 'agency.updated', subjectId: id })
  return getAgency(ctx, { id })
}

const refuseRenumbering = async (ctx: Context, agencyId: string): Promise<void> => {
  const used = await ctx.db
    .selectFrom('subject')
    .select('id')
    .where('organization_id', '=', ctx.organizationId)
    .where('agency_id', '=', agencyId)
    .limit(1)
    .executeTakeFirst()
  if (used)
    throw refuse(
      'agency.number_in_use',
      /*i18n*/ { id: 'agency.number_in_use', message: 'Le numéro de cette agence figure déjà dans des codes clients ; il ne change plus.' },
      'number',
    )
}

const oneRegion = async (ctx: Context, id: string): Promise<Region> => {
  const page = await listRegions(ctx, { limit: pageLimit, total: 'none' })
  const found = page.data.find((region) => region.id === id)
  if (!found) throw notFound()
  return found
}

export const createRegion = async (ctx: Context, input: ParsedOf<Operations['createRegion']>): Promise<Region> => {
  const id = newId()
  const made = await ctx.db
    .insertInto('region')
    .values({ ...input, organization_id: ctx.organizationId, id, created_at: ctx.now, updated_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['organization_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made)
    throw refuse(
      'region.code_taken',
      /*i18n*/ { id: 'region.code_taken', message: 'Une autre direction régionale porte déjà ce code.' },
      'code',
    )
  ctx.audit({ subject: { kind: 'region', id, title: input.name }, after: input })
  ctx.emit({ name: 'agency.updated' })
  return { id, ...input, agencies: 0, version: 1 }
}

export const updateRegion = async (ctx: Context, input: ParsedOf<Operations['updateRegion']>): Promise<Region> => {
  const before = await oneRegion(ctx, input.id)
  const updated = await ctx.db
    .updateTable('region')
    .set({ name: input.name, version: input.version + 1, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .where('version', '=', input.version)
    .executeTakeFirst()
  if (updated.numUpdatedRows === 0n)
    throw new Problem(
      409,
      'version_conflict',
      /*i18n*/ { id: 'region.conflict', message: 'Cette direction a été modifiée entre-temps.' },
      [],
      { current: await oneRegion(ctx, input.id) },
    )
  ctx.audit({ subject: { kind: 'region', id: input.id, title: before.name }, before: { name: before.name }, after: { name: input.name } })
  ctx.emit({ name: 'agency.updated' })
  return oneRegion(ctx, input.id)
}

/** Only a directorate without agencies may go. */
export const deleteRegion = async (ctx: Context, input: { id: string }): Promise<Nothing> => {
  const before = await oneRegion(ctx, input.id)
  if (before.agencies > 0)
    throw refuse('region.has_agencies', {
      .../*i18n*/ {
        id: 'region.has_agencies',
        message: 'Cette direction compte encore {count} agences ; rattachez-les d’abord à une autre.',
      },
      values: { count: before.agencies },
    })
  await ctx.db.deleteFrom('region').where('organization_id', '=', ctx.organizationId).where('id', '=', input.id).execute()
  ctx.audit({ subject: { kind: 'region', id: input.id, title: before.name }, before: { code: before.code, name: before.name } })
  ctx.emit({ name: 'agency.updated' })
  return {}
}

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { fold } from '#kernel/shared/fold.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { Agency, Region } from '../contract.ts'

/** Agencies are few thousands at most: plain reads behind the wall, no window needed. */
export const agencyList: ListDefinition<Agency> = {
  name: 'agency',
  permission: 'agency.view',
  from: sql`agency a left join region r on r.organization_id = a.organization_id and r.id = a.region_id`,
  select: sql`a.id, a.number, a.name, a.type, a.region_id, r.name as region_name, a.wilaya, a.commune, a.address, a.phone, a.email, a.active, a.external_id, a.created_at, a.version,
    (select count(*) from app_user u where u.organization_id = a.organization_id and u.agency_id = a.id and u.status = 'active') as people`,
  id: sql`a.id`,
  organization: sql`a.organization_id`,
  columns: {
    number: { kind: 'text', value: sql`a.number` },
    name: { kind: 'text', value: sql`a.name`, folded: sql`app_fold(a.name)` },
    type: { kind: 'choice', value: sql`a.type` },
    region_id: { kind: 'reference', value: sql`a.region_id`, sort: false },
    wilaya: { kind: 'choice', value: sql`a.wilaya` },
    active: { kind: 'boolean', value: sql`a.active` },
    created_at: { kind: 'instant', value: sql`a.created_at` },
    external_id: { kind: 'text', value: sql`a.external_id`, sort: false },
  },
  defaultSort: 'number',
  search: async (_ctx, q) => sql`(a.number like ${`${q.replace(/[\\%_]/g, '\\$&')}%`} or app_fold(a.name) like ${`%${fold(q)}%`})`,
  finish: (_ctx, rows) => rows as unknown as Agency[],
}

export const listAgencies = (ctx: Context, query: ListQuery): Promise<Page<Agency>> => runList(ctx, agencyList, query)

const regionList: ListDefinition<Region> = {
  name: 'region',
  permission: 'agency.view',
  from: sql`region r`,
  select: sql`r.id, r.code, r.name, r.version, (select count(*) from agency a where a.organization_id = r.organization_id and a.region_id = r.id) as agencies`,
  id: sql`r.id`,
  organization: sql`r.organization_id`,
  columns: { code: { kind: 'text', value: sql`r.code` }, name: { kind: 'text', value: sql`r.name` } },
  defaultSort: 'code',
  search: async (_ctx, q) => sql`app_fold(r.name) like ${`%${fold(q)}%`}`,
  finish: (_ctx, rows) => rows as unknown as Region[],
}

export const listRegions = (ctx: Context, query: ListQuery): Promise<Page<Region>> => runList(ctx, regionList, query)

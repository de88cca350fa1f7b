import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { runList, type ListDefinition } from '#kernel/server/list.ts'
import { fold } from '#kernel/shared/fold.ts'
import type { ListQuery, Page } from '#kernel/shared/paging.ts'
import type { ProductRow } from '../product-shapes.ts'

/** Products are some dozens: plain reads behind the wall, no window needed. */
export const productList: ListDefinition<ProductRow> = {
  name: 'product',
  permission: 'product.view',
  from: sql`product p`,
  select: sql`p.id, p.code, p.name, p.name_ar, p.branch, p.category, p.object_kind, p.compulsory, p.renewal, p.durations, p.clientele, p.carrier,
    p.partner_name, p.cash_rule, p.tariff, p.active,
    (select count(*) from product_guarantee g where g.organization_id = p.organization_id and g.product_id = p.id) as guarantees,
    (select count(*) from product_formula f where f.organization_id = p.organization_id and f.product_id = p.id and f.active) as formulas`,
  id: sql`p.id`,
  organization: sql`p.organization_id`,
  columns: {
    position: { kind: 'integer', value: sql`p.position` },
    code: { kind: 'text', value: sql`p.code` },
    name: { kind: 'text', value: sql`p.name`, folded: sql`app_fold(p.name)` },
    branch: { kind: 'choice', value: sql`p.branch` },
    tariff: { kind: 'choice', value: sql`p.tariff` },
    carrier: { kind: 'choice', value: sql`p.carrier` },
    clientele: { kind: 'choice', value: sql`p.clientele` },
    compulsory: { kind: 'boolean', value: sql`p.compulsory` },
    active: { kind: 'boolean', value: sql`p.active` },
  },
  defaultSort: 'position',
  search: async (_ctx, q) =>
    sql`(p.code like ${`${q.toUpperCase().replace(/[\\%_]/g, '\\$&')}%`} or app_fold(p.name || ' ' || coalesce(p.name_ar, '')) like ${`%${fold(q).replace(/[\\%_]/g, '\\$&')}%`})`,
  finish: (_ctx, rows) => rows as unknown as ProductRow[],
}

export const listProducts = (ctx: Context, query: ListQuery): Promise<Page<ProductRow>> => runList(ctx, productList, query)

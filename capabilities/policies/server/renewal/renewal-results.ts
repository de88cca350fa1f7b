import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { withinReach } from '#kernel/server/scope.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { percentage } from '#kernel/shared/money.ts'
import type { RenewalResult, renewalOperations } from '../../renewal-contract.ts'
import { today } from '../status-sql.ts'

type Results = (typeof renewalOperations)['renewalResults']

interface Counted {
  readonly id: string | null
  readonly name: string | null
  readonly code: string | null
  readonly terms: number
  readonly premium_centimes: number
  readonly noticed: number
  readonly renewed: number
  readonly not_renewed: number
  readonly ended: number
  readonly ended_renewed: number
}

const groups = {
  agency: {
    key: sql`p.agency_id`,
    name: sql`a.name`,
    code: sql`a.number`,
    join: sql`join agency_card a on a.organization_id = g.organization_id and a.id = g.key`,
  },
  product: {
    key: sql`p.product_id`,
    name: sql`r.name`,
    code: sql`r.code`,
    join: sql`join product_card r on r.organization_id = g.organization_id and r.id = g.key`,
  },
  region: {
    key: sql`(select b.region_id from agency_card b where b.organization_id = p.organization_id and b.id = p.agency_id)`,
    name: sql`e.name`,
    code: sql`e.code`,
    join: sql`left join region e on e.organization_id = g.organization_id and e.id = g.key`,
  },
} as const

const resultOf = ({ ended, ended_renewed, name, ...row }: Counted): RenewalResult => ({
  ...row,
  name: name ?? '',
  open: row.terms - row.renewed - row.not_renewed,
  rate: percentage(ended_renewed, ended, 1),
})

const sum = (rows: readonly Counted[]): Counted => {
  const of = (key: keyof Omit<Counted, 'id' | 'name' | 'code'>) => rows.reduce((total, row) => total + row[key], 0)
  return {
    id: null,
    name: null,
    code: null,
    terms: of('terms'),
    premium_centimes: of('premium_centimes'),
    noticed: of('noticed'),
    renewed: of('renewed'),
    not_renewed: of('not_renewed'),
    ended: of('ended'),
    ended_renewed: of('ended_renewed'),
  }
}

/** Terms within reach that end from a day up to and with another, by agency, product or region (U11). */
export const renewalResults = async (ctx: Context, input: ParsedOf<Results>): Promise<OutputOf<Results>> => {
  const reach = withinReach(ctx, ctx.can('policy.view'), {
    subjectId: sql`p.id`,
    agencyId: sql`p.agency_id`,
    ownerId: sql`p.owner_id`,
    createdBy: sql`p.created_by`,
  })
  const { key, name, code, join } = groups[input.by]
  const { rows } = await sql<Counted>`
    select g.key as id, ${name} as name, ${code} as code, g.terms, g.premium_centimes, g.noticed, g.renewed, g.not_renewed, g.ended, g.ended_renewed
    from (
      select p.organization_id, ${key} as key, count(*)::integer as terms, sum(t.total_premium_centimes)::bigint as premium_centimes,
        (count(*) filter (where t.noticed_on is not null))::integer as noticed, (count(*) filter (where t.outcome = 'renewed'))::integer as renewed,
        (count(*) filter (where t.outcome = 'not_renewed'))::integer as not_renewed, (count(*) filter (where t.expiry_date <= ${today}))::integer as ended,
        (count(*) filter (where t.expiry_date <= ${today} and t.outcome = 'renewed'))::integer as ended_renewed
      from policy_term t join policy p on p.organization_id = t.organization_id and p.id = t.policy_id
      where t.organization_id = ${ctx.organizationId}::uuid and t.expiry_date between ${input.from}::date and ${input.until}::date
        and p.status not in ('draft', 'void') and p.deleted_at is null and ${reach}
        ${input.product_id === undefined ? sql`` : sql`and p.product_id = ${input.product_id}::uuid`}
        ${input.agency_id === undefined ? sql`` : sql`and p.agency_id = ${input.agency_id}::uuid`}
      group by 1, 2
    ) g ${join}
    order by g.terms desc, ${name}`.execute(ctx.db)
  return { data: rows.map(resultOf), total: resultOf(sum(rows)) }
}

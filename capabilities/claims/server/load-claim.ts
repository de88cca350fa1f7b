import { sql, type Selectable } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, forbidden, notFound } from '#kernel/server/scope.ts'
import { todayIn, type Day } from '#kernel/shared/days.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { ClaimTable } from './tables.ts'

/** A claim as its table holds it, the branch of its product, and the agencies besides its own that see it. */
export interface ClaimRecord extends Selectable<ClaimTable> {
  readonly branch: string
  readonly further: readonly string[]
}

/** The day it is in the organization's time zone. */
export const todayOf = (ctx: Context): Day => todayIn(ctx.actor.timeZone, new Date(ctx.now))

/** Whether the actor may do `claim.<action>` on it. */
export const mayOn = (ctx: Context, record: ClaimRecord, action: string): boolean =>
  covers(ctx.actor, actorCan(ctx.actor, `claim.${action}`), record, record.further)

/** Out of the reader's reach: not found. Within it but not for this action: forbidden. */
export const demand = (ctx: Context, record: ClaimRecord, action: string): void => {
  if (!mayOn(ctx, record, 'view')) throw notFound()
  if (action !== 'view' && !mayOn(ctx, record, action)) throw forbidden()
}

/** A claim within reach for an action; `lock` keeps others from moving it meanwhile. Those in the bin are found only when asked. */
export const loadClaim = async (
  ctx: Context,
  id: string,
  action: string,
  options: { lock?: boolean; binned?: boolean } = {},
): Promise<ClaimRecord> => {
  let query = ctx.db
    .selectFrom('claim as c')
    .selectAll()
    .select([
      sql<string[]>`array(select f.agency_id from subject_agency f where f.organization_id = c.organization_id and f.subject_id = c.id)`.as(
        'further',
      ),
      sql<string>`(select r.branch from policy_card p join product_card r on r.organization_id = p.organization_id and r.id = p.product_id
        where p.organization_id = c.organization_id and p.id = c.policy_id)`.as('branch'),
    ])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
  if (options.lock) query = query.forUpdate('c')
  const record = await query.executeTakeFirst()
  if (!record || (record.deleted_at !== null && !options.binned)) throw notFound()
  demand(ctx, record, action)
  return record
}

/** Refuses (409, with the file as it stands) when somebody else changed it since `version`. `current` is what the caller shows. */
export const versionConflict = (current: unknown): Problem =>
  new Problem(
    409,
    'version_conflict',
    /*i18n*/ {
      id: 'claim.conflict',
      message: 'Quelqu’un d’autre vient de faire avancer ce dossier. Relisez-le, puis recommencez si besoin.',
    },
    [],
    { current },
  )

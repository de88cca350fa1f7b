import type { Selectable } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers, forbidden, notFound } from '#kernel/server/scope.ts'
import { Problem, type Sentence } from '#kernel/shared/problem.ts'
import { mayDo, statusOn, type PolicyAct, type PolicyStatus } from '../rules.ts'
import { todayOf } from './status-sql.ts'
import type { PolicyTable } from './tables.ts'

/** A policy as its table holds it; `statusNow` is its state today (`status` is as last stored). */
export interface PolicyRecord extends Selectable<PolicyTable> {
  readonly statusNow: PolicyStatus
}

/** With the state of the day beside the stored one. */
export const withStatus = (ctx: Context, row: Selectable<PolicyTable>): PolicyRecord => ({ ...row, statusNow: statusOn(row, todayOf(ctx)) })

/**
 * A policy within reach for an action of its permission (`view`, `edit`, `attach` …): not found out of view, forbidden when only seen.
 * `lock` keeps others from moving it meanwhile.
 */
export const loadPolicy = async (ctx: Context, id: string, action: string, options: { lock?: boolean } = {}): Promise<PolicyRecord> => {
  const row = await readPolicy(ctx, id, options)
  if (!row || !covers(ctx.actor, actorCan(ctx.actor, 'policy.view'), row)) throw notFound()
  if (action !== 'view' && !covers(ctx.actor, actorCan(ctx.actor, `policy.${action}`), row)) throw forbidden()
  return row
}

/** A policy of the organization whoever asks: for what the program itself does on it, after its own check. */
export const readPolicy = async (ctx: Context, id: string, options: { lock?: boolean } = {}): Promise<PolicyRecord | null> => {
  let query = ctx.db
    .selectFrom('policy')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
  if (options.lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row ? withStatus(ctx, row) : null
}

const sentences: Readonly<Record<PolicyAct, Sentence>> = {
  edit_draft: /*i18n*/ {
    id: 'policy.not_draft',
    message: 'Cette police est émise : elle ne change plus que par avenant.',
  },
  issue: /*i18n*/ { id: 'policy.already_issued', message: 'Cette police est déjà émise.' },
  pay: /*i18n*/ { id: 'policy.nothing_awaited', message: 'Cette police n’attend pas de paiement.' },
  amend: /*i18n*/ { id: 'policy.not_amendable', message: 'Un avenant ne se fait que sur une police émise et non échue.' },
  suspend: /*i18n*/ { id: 'policy.not_suspendable', message: 'Seule une police en vigueur peut être suspendue.' },
  reinstate: /*i18n*/ { id: 'policy.not_suspended', message: 'Cette police n’est pas suspendue.' },
  renew: /*i18n*/ { id: 'policy.not_renewable', message: 'Seule une police en vigueur, à renouveler ou échue peut être renouvelée.' },
  decline_renewal: /*i18n*/ { id: 'policy.no_renewal_awaited', message: 'Le renouvellement de cette police est déjà décidé.' },
  cancel: /*i18n*/ { id: 'policy.not_cancellable', message: 'Seule une police émise et non échue peut être résiliée.' },
  void: /*i18n*/ { id: 'policy.not_voidable', message: 'Cette police ne peut plus être annulée.' },
  remark: /*i18n*/ { id: 'policy.in_bin', message: 'Cette police est dans la corbeille.' },
}

/** Refuses (422) a move that the state of the day does not allow. */
export const demandMove = (policy: PolicyRecord, act: PolicyAct): void => {
  if (!mayDo(act, policy.statusNow)) throw new Problem(422, `policy.cannot_${act}`, sentences[act])
}

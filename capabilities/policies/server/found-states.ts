import type { Context } from '#kernel/server/context.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { PolicyStatus } from '../rules.ts'
import { policyStatusSql } from './status-sql.ts'

const words: Readonly<Record<PolicyStatus, Sentence>> = {
  draft: /*i18n*/ { id: 'policy.status.draft', message: 'Projet' },
  awaiting_payment: /*i18n*/ { id: 'policy.status.awaiting_payment', message: 'En attente de paiement' },
  in_force: /*i18n*/ { id: 'policy.status.in_force', message: 'En vigueur' },
  to_renew: /*i18n*/ { id: 'policy.status.to_renew', message: 'À renouveler' },
  renewed: /*i18n*/ { id: 'policy.status.renewed', message: 'Renouvelée' },
  suspended: /*i18n*/ { id: 'policy.status.suspended', message: 'Suspendue' },
  lapsed: /*i18n*/ { id: 'policy.status.lapsed', message: 'Échue non renouvelée' },
  expired: /*i18n*/ { id: 'policy.status.expired', message: 'Expirée' },
  cancelled: /*i18n*/ { id: 'policy.status.cancelled', message: 'Résiliée' },
  void: /*i18n*/ { id: 'policy.status.void', message: 'Annulée (sans effet)' },
}

/** The state of today of policies that a search found. */
export const foundStates = async (ctx: Context, policyIds: readonly string[]): Promise<ReadonlyMap<string, Sentence>> => {
  const rows = await ctx.db
    .selectFrom('policy')
    .select(['id', policyStatusSql('policy').as('now')])
    .where('organization_id', '=', ctx.organizationId)
    .where('id', 'in', [...policyIds])
    .execute()
  return new Map(rows.map(({ id, now }) => [id, words[now]]))
}

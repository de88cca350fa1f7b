import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { policyStatusSql } from './status-sql.ts'

const why = (number: string, count: number): Sentence =>
  count === 1
    ? /*i18n*/ {
        id: 'contact.has_policy',
        message: 'Ce client a une police en cours ({number}) : résiliez-la ou attendez son échéance avant de le mettre à la corbeille.',
        values: { number },
      }
    : /*i18n*/ {
        id: 'contact.has_policies',
        message:
          'Ce client a {count} polices en cours (dont {number}) : résiliez-les ou attendez leur échéance avant de le mettre à la corbeille.',
        values: { number, count },
      }

/** Customers with a policy under way stay (docs/decisions.md 7). */
export const holdHolders = async (
  ctx: Context,
  leaving: { readonly ids: readonly string[]; hold(id: string, reason: Sentence): void },
): Promise<void> => {
  const { rows } = await sql<{ contact_id: string; number: string; count: number }>`
    select p.contact_id, min(p.number) as number, count(*)::int as count from policy p
    where p.organization_id = ${ctx.organizationId}::uuid and p.contact_id = any(${[...leaving.ids]}::uuid[]) and p.deleted_at is null
      and ${policyStatusSql('p')} in ('awaiting_payment', 'in_force', 'to_renew', 'renewed', 'suspended')
    group by p.contact_id`.execute(ctx.db)
  for (const row of rows) leaving.hold(row.contact_id, why(row.number, row.count))
}

import type { Context } from '#kernel/server/context.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { formatCentimes } from '#kernel/shared/money.ts'
import { balancesOf } from './reading/receivables-of-contact.ts'

const owes = (amount: string): Sentence => ({
  .../*i18n*/ {
    id: 'contact.owes',
    message: 'Ce client doit encore {amount} : encaissez, annulez ou passez en perte avant de le supprimer.',
  },
  values: { amount },
})
const isOwed = (amount: string): Sentence => ({
  .../*i18n*/ { id: 'contact.is_owed', message: 'Ce client a un avoir de {amount} : remboursez-le ou affectez-le avant de le supprimer.' },
  values: { amount },
})

/** A customer who owes something, or to whom something is owed, stays (docs/decisions.md 7). */
export const holdCustomers = async (
  ctx: Context,
  fact: { ids: readonly string[]; hold(id: string, reason: Sentence): void },
): Promise<void> => {
  for (const [id, balance] of await balancesOf(ctx, fact.ids)) {
    const amount = formatCentimes(Math.abs(balance), ctx.actor.language)
    fact.hold(id, balance > 0 ? owes(amount) : isOwed(amount))
  }
}

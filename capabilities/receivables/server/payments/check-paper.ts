import type { Context } from '#kernel/server/context.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { PaymentMode } from '../../fields.ts'
import { paperOf } from '../../rules.ts'
import { todayOf } from '../ledger/recount.ts'

interface Paper {
  readonly mode: PaymentMode
  readonly reference: string | null
  readonly bank: string | null
  readonly paid_on?: string | undefined
}

/** Checks what a mode asks for (a cheque has a number and a bank) and the day; returns the day, today unless said. */
export const checkPaper = (ctx: Context, paper: Paper): string => {
  const today = todayOf(ctx)
  const paidOn = paper.paid_on ?? today
  if (paidOn > today)
    throw refuse(
      'payment.in_future',
      /*i18n*/ { id: 'payment.in_future', message: 'Un paiement ne se date pas d’un jour à venir.' },
      'paid_on',
    )
  const asked = paperOf(paper.mode)
  if (asked.reference === 'required' && (paper.reference ?? '') === '')
    throw refuse(
      'payment.reference_missing',
      /*i18n*/ { id: 'payment.reference_missing', message: 'Saisissez le numéro du chèque.' },
      'reference',
    )
  if (asked.bank === 'required' && (paper.bank ?? '') === '')
    throw refuse('payment.bank_missing', /*i18n*/ { id: 'payment.bank_missing', message: 'Saisissez la banque du chèque.' }, 'bank')
  return paidOn
}

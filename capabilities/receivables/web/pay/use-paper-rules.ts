import { useLingui } from '@lingui/react/macro'
import type { PaymentMode } from '../../fields.ts'
import { paperOf } from '../../rules.ts'

/** The rules of number and bank by mode, for forms that receive or give money. */
export const usePaperRules = () => {
  const { t } = useLingui()
  return {
    reference: (value: string, values: { readonly mode: PaymentMode }): string | null =>
      paperOf(values.mode).reference === 'required' && value.trim() === '' ? t`Saisissez le numéro du chèque.` : null,
    bank: (value: string, values: { readonly mode: PaymentMode }): string | null =>
      paperOf(values.mode).bank === 'required' && value.trim() === '' ? t`Saisissez la banque du chèque.` : null,
  }
}

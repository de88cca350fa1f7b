import type { PaymentMode } from '../../fields.ts'

/** Each mode with its key: struck in the amount or anywhere in the dialog where no text is typed, it chooses the mode. */
export const modeKeys: Readonly<Record<PaymentMode, string>> = {
  cib_card: 'C',
  edahabia_card: 'D',
  cash: 'E',
  cheque: 'Q',
  postal_cheque: 'P',
  transfer: 'V',
  postal_transfer: 'T',
  bank_deposit: 'B',
  baridimob: 'M',
  cib_online: 'L',
  edahabia_online: 'H',
  offset: 'O',
}

/** In sight at once; the others unfold. */
export const usualModes: readonly PaymentMode[] = ['cib_card', 'edahabia_card', 'cheque', 'transfer', 'cash', 'baridimob']

const byKey = new Map(Object.entries(modeKeys).map(([mode, key]) => [key, mode as PaymentMode]))

/** The mode of a stroke; letters of other scripts go by where they lie. Null for any other key. */
export const modeOfKey = (event: {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}): PaymentMode | null => {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const letter = /^[a-z]$/i.test(event.key)
    ? event.key.toUpperCase()
    : /^[^\x20-\x7e]$/u.test(event.key) && event.code.startsWith('Key')
      ? event.code.slice(3)
      : ''
  return byKey.get(letter) ?? null
}

const place = 'assura.payment-mode'

/** The mode that this desk used last; cards until then, never cash. */
export const lastMode = (): PaymentMode => {
  const kept = localStorage.getItem(place)
  return kept !== null && kept in modeKeys && kept !== 'cash' && kept !== 'offset' ? (kept as PaymentMode) : 'cib_card'
}
export const rememberMode = (mode: PaymentMode): void => localStorage.setItem(place, mode)

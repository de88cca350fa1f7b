/** The shapes of bills and payments, for those who show them beside others. */
export { paymentLine, receivableLine, receivablesOfContact } from './rows.ts'
export type { PaymentLine, ReceivableLine, ReceivablesOfContact } from './rows.ts'

/** The operations of receivables. */
export const receivableOperations = {} as const

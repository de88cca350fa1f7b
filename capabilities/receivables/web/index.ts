import type { WebCapability } from '#kernel/web/capability.ts'

export { PayButton, type PayButtonProps } from './pay/pay-button.tsx'
export { ReceivablesTab, type ReceivablesTabProps } from './tab/receivables-tab.tsx'
export { useReceivableWords } from './use-receivable-words.ts'

/** Receivables: bills, payments, recovery. */
export const receivablesWeb: WebCapability = { name: 'receivables' }

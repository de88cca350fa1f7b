import type { WebCapability } from '#kernel/web/capability.ts'

/** Receivables: bills, payments, recovery. */
export const receivablesWeb: WebCapability = { name: 'receivables' }

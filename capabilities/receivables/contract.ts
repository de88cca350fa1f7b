/** The operations of receivables. */
export const receivableOperations = {} as const

/** The operations of claims. */
export const claimOperations = {} as const

/** The operations of policies. */
export const policyOperations = {} as const

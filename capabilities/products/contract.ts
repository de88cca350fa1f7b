/** The operations of products. */
export const productOperations = {} as const

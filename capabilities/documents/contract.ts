/** The operations of documents. */
export const documentOperations = {} as const

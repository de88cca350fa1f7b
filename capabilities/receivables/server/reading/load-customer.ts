import type { Context } from '#kernel/server/context.ts'
import { notFound } from '#kernel/server/scope.ts'
import { loadSubject, type LoadedSubject } from '#kernel/server/subjects.ts'

/** A customer within reach, for bills and payments; one in the bin is found only to be looked at. */
export const loadCustomer = async (ctx: Context, id: string, options: { binned?: boolean } = {}): Promise<LoadedSubject> => {
  const customer = await loadSubject(ctx, id, 'view')
  if (customer.kind !== 'contact' || (customer.deleted_at !== null && !options.binned)) throw notFound()
  return customer
}

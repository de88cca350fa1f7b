import { call } from '#kernel/web/api.ts'
import type { ChoiceSearch } from '#kernel/web/forms/use-choices.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'

const search: ChoiceSearch = async (text, signal) => {
  const q = text.trim()
  const page = await call(customerOperations.listContacts, { ...(q !== '' && { q }), limit: 20, total: 'none' }, { signal })
  return page.data.map(({ id, name, code }) => ({ value: id, label: name || code, detail: code }))
}

/** Customers within reach, by name, code, telephone. */
export const contactSource = { search }

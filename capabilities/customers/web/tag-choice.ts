import { call } from '#kernel/web/api.ts'
import type { ChoiceSearch } from '#kernel/web/forms/use-choices.ts'
import { customerOperations } from '../contract.ts'

/** The tags in use that hold a text. */
export const searchTags: ChoiceSearch = async (text, signal) => {
  const { data } = await call(customerOperations.listTags, { ...(text.trim() !== '' && { q: text.trim() }) }, { signal })
  return data.map((tag) => ({ value: tag.id, label: tag.name }))
}

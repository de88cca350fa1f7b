/** The order after a press on a column's head: ascending, descending, then the list's own; where that is by this column, the other way round. */
export const nextSort = (sort: string, key: string, own: string): string => {
  if (sort === key) return `-${key}`
  if (sort !== `-${key}`) return key
  return own === sort ? key : own
}

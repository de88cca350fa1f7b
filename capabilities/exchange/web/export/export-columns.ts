import type { ExportObject } from '../../contract.ts'

type Columns = Pick<ExportObject, 'columns'>

/** Every column that the file can have. */
export const everyColumn = ({ columns }: Columns): string[] => columns.map(({ key }) => key)

/**
 * The columns of the file that hold what the list shows, in the list's order: a name in one column on screen is the several fields
 * that make it. The usual ones when the list shows nothing that a file can hold.
 */
export const columnsInSight = ({ columns }: Columns, shown: readonly string[]): string[] => {
  const found = shown.flatMap((field) => columns.filter(({ on_screen: fields }) => fields.includes(field)).map(({ key }) => key))
  return found.length > 0 ? [...new Set(found)] : columns.filter(({ usual }) => usual).map(({ key }) => key)
}

/** The choice with one column more, at the end, or less. */
export const withColumn = (chosen: readonly string[], key: string): string[] =>
  chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]

/** Whether two choices write the same columns in the same order. */
export const sameColumns = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((key, at) => key === other[at])

import { fold } from '#kernel/shared/fold.ts'
import type { ProductRow } from '../../contract.ts'

/** Products of one branch, in the catalogue's order. */
export interface CatalogueBranch {
  readonly branch: ProductRow['branch']
  readonly products: readonly ProductRow[]
}

/** By branch, those that a search finds in code or name; without those no longer sold, unless asked. */
export const byBranch = (rows: readonly ProductRow[], search: string, ended: boolean): readonly CatalogueBranch[] => {
  const words = fold(search).split(' ').filter(Boolean)
  const found = rows.filter(
    (row) => (ended || row.active) && words.every((word) => fold(`${row.code} ${row.name} ${row.name_ar ?? ''}`).includes(word)),
  )
  const branches = [...new Set(found.map(({ branch }) => branch))].toSorted()
  return branches.map((branch) => ({ branch, products: found.filter((row) => row.branch === branch) }))
}

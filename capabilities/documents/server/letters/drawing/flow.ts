import { sheet } from './paper.ts'

/** A piece of a letter that stays in one piece: a line, a row, a frame. Heights in points. */
export interface Item {
  readonly height: number
  /** Space above it, except at the top of a page. */
  readonly before?: number
  /** It stays on the page of the next one. */
  readonly keep?: boolean
  /** What is drawn again at the top when a page begins here: the head of a table. */
  readonly again?: Item
  readonly draw: (y: number) => void
}

/** An item with the place of its top edge. */
export interface Placed {
  readonly item: Item
  readonly y: number
}

/** Items that must not be parted. */
const groupsOf = (items: readonly Item[]): Item[][] => {
  const groups: Item[][] = []
  let open = false
  for (const item of items) {
    if (open) groups.at(-1)?.push(item)
    else groups.push([item])
    open = item.keep === true
  }
  return groups
}

const heightOf = (group: readonly Item[]): number => group.reduce((sum, item) => sum + (item.before ?? 0) + item.height, 0)

/** Shares items among pages, the first of which begins at `top`; what is kept together moves on together. */
export const paginate = (items: readonly Item[], top: number): Placed[][] => {
  const pages: Placed[][] = [[]]
  let y = top
  let fresh = true
  const room = sheet.bottom - sheet.next
  const turn = (to: Item | undefined) => {
    pages.push([])
    y = sheet.next
    fresh = true
    if (to?.again) place(to.again)
  }
  const place = (item: Item) => {
    if (!fresh) y += item.before ?? 0
    pages.at(-1)?.push({ item, y })
    y += item.height
    fresh = false
  }
  for (const group of groupsOf(items)) {
    // What no page could hold in one piece is parted after all.
    for (const part of heightOf(group) > room ? group.map((item) => [item]) : [group]) {
      if (!fresh && y + heightOf(part) > sheet.bottom) turn(part[0])
      for (const item of part) place(item)
    }
  }
  return pages
}

import type { Column } from './definition.ts'

/** A person's choice of columns: their order, those in sight, their widths in pixels. */
export interface Layout {
  readonly order: readonly string[]
  readonly shown: readonly string[]
  readonly widths: Readonly<Record<string, number>>
}

export const narrowest = 72
export const widest = 640
const usualWidth = 150

type AnyColumn = Pick<Column<never>, 'key' | 'width' | 'shown'> & { readonly cell?: unknown }

/** The layout of a list nobody has touched. */
export const plainLayout = (columns: readonly AnyColumn[]): Layout => {
  const visible = columns.filter(({ cell }) => cell !== undefined)
  return { order: visible.map(({ key }) => key), shown: visible.filter(({ shown }) => shown).map(({ key }) => key), widths: {} }
}

/** What was kept, put right for the columns of today: unknown ones go, new ones come last, the first stays first and in sight. */
export const mendLayout = (kept: unknown, columns: readonly AnyColumn[]): Layout => {
  const plain = plainLayout(columns)
  if (typeof kept !== 'object' || kept === null) return plain
  const { order, shown, widths } = kept as Partial<Record<keyof Layout, unknown>>
  const known = (list: unknown): string[] =>
    Array.isArray(list) ? list.filter((key): key is string => plain.order.includes(key as string)) : []
  const first = plain.order[0]
  const whole = [...new Set([...(first === undefined ? [] : [first]), ...known(order), ...plain.order])]
  const visible = known(shown)
  return {
    order: whole,
    shown: visible.length === 0 ? plain.shown : whole.filter((key) => key === first || visible.includes(key)),
    widths: Object.fromEntries(
      Object.entries(typeof widths === 'object' && widths !== null ? widths : {}).filter(
        ([key, width]) => plain.order.includes(key) && typeof width === 'number' && width >= narrowest && width <= widest,
      ),
    ) as Record<string, number>,
  }
}

/** A column moved before or after others; the first keeps its place. */
export const movedColumn = (layout: Layout, key: string, to: number): Layout => {
  const rest = layout.order.filter((one) => one !== key)
  const place = Math.max(1, Math.min(rest.length, to))
  const order = [...rest.slice(0, place), key, ...rest.slice(place)]
  return { ...layout, order, shown: order.filter((one) => layout.shown.includes(one)) }
}

/** A column taken out of sight or into it. */
export const toggledColumn = (layout: Layout, key: string): Layout => ({
  ...layout,
  shown: layout.order.filter((one) => (one === key ? !layout.shown.includes(one) : layout.shown.includes(one))),
})

export const widthOf = (layout: Layout, column: AnyColumn): number => layout.widths[column.key] ?? column.width ?? usualWidth

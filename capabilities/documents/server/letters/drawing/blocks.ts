import type { PDFDocument } from 'pdfkit'
import type { LetterBlock, LetterColumn, LetterText } from '#kernel/server/letters.ts'
import type { Item } from './flow.ts'
import { write, type Hand, type Written } from './ink.ts'
import { bodyWidth, inks, sheet, type Paper } from './paper.ts'

type Of<K extends LetterBlock['kind']> = Extract<LetterBlock, { kind: K }>

/** Where one letter is drawn: its document and its way of reading. */
export interface Desk {
  readonly document: PDFDocument
  readonly paper: Paper
}

/** The left edge of something `width` wide that stands `from` points from where reading begins. */
export const leftOf = (paper: Paper, from: number, width: number): number =>
  paper.direction === 'ltr' ? sheet.side + from : sheet.width - sheet.side - from - width

/** Between blocks, in points, with all the air. */
const gap = 9
const airy = (desk: Desk, points: number): number => points * desk.paper.air

/** The lines of a text, two of which at least stay together at the end and at the beginning of a page. */
const linesOf = (desk: Desk, text: LetterText, hand: Hand, place: { from: number; width: number; before: number }): Item[] => {
  const written = write(desk.document, desk.paper, text, place.width, hand)
  const x = leftOf(desk.paper, place.from, place.width)
  return Array.from({ length: written.lines }, (_, at) => ({
    height: written.lineHeight,
    ...(at === 0 && { before: airy(desk, place.before) }),
    keep: written.lines > 1 && (at === 0 || at === written.lines - 2),
    draw: (y) => written.draw(x, y, at, at + 1),
  }))
}

const whole = { from: 0, width: bodyWidth, before: gap }

const titleOf = (desk: Desk, title: string | undefined): Item[] =>
  title === undefined ? [] : linesOf(desk, title, { strong: true }, { ...whole, before: gap + 2 }).map((item) => ({ ...item, keep: true }))

const points = (desk: Desk, { items, numbered }: Of<'points'>): Item[] =>
  items.flatMap((text, at) => {
    const indent = numbered ? 18 : 12
    const mark = write(desk.document, desk.paper, numbered ? `${at + 1}.` : '–', indent, { colour: inks.soft })
    const [first, ...rest] = linesOf(desk, text, {}, { from: indent, width: bodyWidth - indent, before: at === 0 ? gap : 3 })
    if (!first) return []
    const draw = (y: number) => {
      mark.draw(leftOf(desk.paper, 0, indent), y)
      first.draw(y)
    }
    return [{ ...first, draw }, ...rest]
  })

const rule = ({ document }: Desk, y: number, colour: string, thickness = 0.6): void => {
  document
    .moveTo(sheet.side, y)
    .lineTo(sheet.width - sheet.side, y)
    .lineWidth(thickness)
    .strokeColor(colour)
    .stroke()
}

/** Cells beside each other as one row: as high as the highest, `pad` above and below. */
const row = (
  desk: Desk,
  cells: readonly { readonly written: Written; readonly from: number; readonly width: number }[],
  usualPad: number,
  also: (y: number, height: number) => void,
): Item => {
  const pad = airy(desk, usualPad)
  const height = Math.max(...cells.map(({ written }) => written.height)) + 2 * pad
  return {
    height,
    draw: (y) => {
      also(y, height)
      for (const { written, from, width } of cells) written.draw(leftOf(desk.paper, from, width), y + pad)
    },
  }
}

const labelWidth = 158

const facts = (desk: Desk, block: Of<'facts'>): Item[] => {
  const rows = block.rows.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
  const items = rows.map(({ label, value }, at): Item => {
    const cells = [
      { written: write(desk.document, desk.paper, label, labelWidth - 10, { colour: inks.soft }), from: 0, width: labelWidth - 10 },
      { written: write(desk.document, desk.paper, value, bodyWidth - labelWidth), from: labelWidth, width: bodyWidth - labelWidth },
    ]
    const item = row(desk, cells, 2.6, (y, height) => {
      if (at === 0) rule(desk, y, inks.line)
      rule(desk, y + height, inks.line)
    })
    return at === 0 ? { ...item, before: airy(desk, block.title === undefined ? gap + 3 : 4) } : item
  })
  return [...titleOf(desk, block.title), ...items]
}

const cellPad = 6

/** The columns of a table with their places, by their shares of the width. */
const places = (columns: readonly LetterColumn[]) => {
  const all = columns.reduce((sum, { share }) => sum + (share ?? 1), 0)
  let from = 0
  return columns.map((column) => {
    const width = (bodyWidth * (column.share ?? 1)) / all
    from += width
    return { column, from: from - width + cellPad, width: width - 2 * cellPad }
  })
}

const table = (desk: Desk, block: Of<'table'>): Item[] => {
  const { document, paper } = desk
  const columns = places(block.columns)
  const cellsOf = (texts: readonly string[], hand: Hand) =>
    columns.map(({ column, from, width }, at) => ({
      written: write(document, paper, texts[at] ?? '', width, { ...hand, ...(column.align === 'end' && { align: 'end', figures: true }) }),
      from,
      width,
    }))
  const head = row(
    desk,
    cellsOf(
      block.columns.map(({ label }) => label),
      { colour: inks.soft, size: paper.size - 1 },
    ),
    3.6,
    (y, height) => {
      document.rect(sheet.side, y, bodyWidth, height).fillColor(inks.ground).fill()
    },
  )
  const totals = block.totals ?? []
  const rows = block.rows.map((texts, at): Item => {
    const item = row(desk, cellsOf(texts, {}), 2.8, (y, height) => rule(desk, y + height, inks.line))
    return { ...item, again: head, keep: at === block.rows.length - 1 && totals.length > 0 }
  })
  return [
    ...titleOf(desk, block.title),
    { ...head, before: airy(desk, block.title === undefined ? gap + 3 : 4), keep: true },
    ...rows,
    ...totals.map((total, at): Item => {
      const last = at === totals.length - 1
      const hand: Hand = last ? { strong: true, size: paper.size + 0.75 } : {}
      const label = write(document, paper, total.label, bodyWidth / 2 - cellPad, last ? hand : { colour: inks.soft })
      const value = write(document, paper, total.value, bodyWidth / 2 - cellPad, { ...hand, align: 'end', figures: true })
      const width = bodyWidth / 2 - cellPad
      const item = row(
        desk,
        [
          { written: label, from: cellPad, width },
          { written: value, from: bodyWidth / 2, width },
        ],
        last ? 4 : 2,
        (y) => {
          if (last) rule(desk, y, paper.accent, 1)
        },
      )
      return { ...item, keep: !last, ...(at === 0 && { before: 2 }) }
    }),
  ]
}

const framePad = 11

const notice = (desk: Desk, block: Of<'notice'>): Item[] => {
  const { document, paper } = desk
  const width = bodyWidth - 2 * framePad - 3
  const title = block.title === undefined ? null : write(document, paper, block.title, width, { strong: true })
  const text = write(document, paper, block.text, width)
  const pad = airy(desk, 8)
  const height = (title?.height ?? 0) + text.height + 2 * pad
  return [
    {
      height,
      before: airy(desk, gap + 3),
      draw: (y) => {
        document.rect(sheet.side, y, bodyWidth, height).fillColor(inks.ground).fill()
        document
          .rect(leftOf(paper, 0, 2.5), y, 2.5, height)
          .fillColor(paper.accent)
          .fill()
        const x = leftOf(paper, framePad + 3, width)
        title?.draw(x, y + pad)
        text.draw(x, y + pad + (title?.height ?? 0))
      },
    },
  ]
}

/** A stamp and a hand need some 25 millimetres. */
const roomToSign = 70

const signature = (desk: Desk, block: Of<'signature'>): Item[] => {
  const { document, paper } = desk
  const width = sheet.addressWidth
  const office = write(document, paper, block.function, width, { strong: true })
  const name = block.name ? write(document, paper, block.name, width) : null
  const height = Math.max(block.room === false ? 0 : roomToSign * (0.5 + 0.5 * paper.air), office.height + (name?.height ?? 0))
  const x = leftOf(paper, bodyWidth - width, width)
  return [
    {
      height,
      before: airy(desk, gap + 9),
      draw: (y) => {
        office.draw(x, y)
        name?.draw(x, y + office.height)
      },
    },
  ]
}

const coupon = (desk: Desk, block: Of<'coupon'>): Item[] => {
  const { document, paper } = desk
  const title = write(document, paper, block.title, bodyWidth, { strong: true })
  const rows = block.rows.map(({ label, value }) => ({
    label: write(document, paper, label, labelWidth - 10, { colour: inks.soft }),
    value: value === null ? null : write(document, paper, value, bodyWidth - labelWidth),
  }))
  const pad = 2.4
  const heightOf = (one: (typeof rows)[number]) => Math.max(one.label.height, one.value?.height ?? 0) + 2 * pad
  return [
    {
      height: 12 + title.height + 4 + rows.reduce((sum, one) => sum + heightOf(one), 0),
      before: airy(desk, gap + 9),
      draw: (top) => {
        document.dash(3, { space: 3 })
        rule(desk, top, inks.soft, 0.7)
        document.undash()
        title.draw(sheet.side, top + 12)
        let y = top + 12 + title.height + 4
        for (const one of rows) {
          one.label.draw(leftOf(paper, 0, labelWidth - 10), y + pad)
          if (one.value) one.value.draw(leftOf(paper, labelWidth, bodyWidth - labelWidth), y + pad)
          else {
            const x = leftOf(paper, labelWidth, bodyWidth - labelWidth)
            const foot = y + heightOf(one) - pad
            document
              .dash(1, { space: 2 })
              .moveTo(x, foot)
              .lineTo(x + bodyWidth - labelWidth, foot)
              .lineWidth(0.6)
              .strokeColor(inks.soft)
              .stroke()
              .undash()
          }
          y += heightOf(one)
        }
      },
    },
  ]
}

/** The items of one block of the body, from top to bottom. */
export const itemsOf = (desk: Desk, block: LetterBlock): Item[] => {
  switch (block.kind) {
    case 'paragraph':
      return linesOf(desk, block.text, block.soft ? { colour: inks.soft, size: desk.paper.size - 1 } : {}, whole)
    case 'heading':
      return linesOf(desk, block.text, { strong: true, size: desk.paper.size + 1.25 }, { ...whole, before: gap + 6 }).map((item) => ({
        ...item,
        keep: true,
      }))
    case 'points':
      return points(desk, block)
    case 'facts':
      return facts(desk, block)
    case 'table':
      return table(desk, block)
    case 'notice':
      return notice(desk, block)
    case 'signature':
      return signature(desk, block)
    case 'coupon':
      return coupon(desk, block)
  }
}

/** Small lines at the end of the letter. */
export const footnoteItems = (desk: Desk, text: LetterText): Item[] =>
  linesOf(desk, text, { size: desk.paper.size - 2, colour: inks.soft }, { ...whole, before: gap + 6 })

import { finished } from 'node:stream/promises'
import type { Writable } from 'node:stream'
import { PDFDocument } from 'pdfkit'
import { footnoteItems, itemsOf, type Desk } from './blocks.ts'
import { paginate, type Placed } from './flow.ts'
import { registerFaces } from './fonts.ts'
import { drawAddress, drawFoot, drawHead, drawReminder, objectItems, type LetterToDraw } from './frame.ts'
import { paperOf, settings } from './paper.ts'

/** The body of a letter as it stands on its sheets, the first of which begins at `top`. */
const layOut = (desk: Desk, of: LetterToDraw, top: number): Placed[][] =>
  paginate(
    [
      ...objectItems(desk, of),
      ...of.letter.blocks.flatMap((block, at) => {
        const items = itemsOf(desk, block)
        // Nobody signs a page on which nothing is written.
        return of.letter.blocks[at + 1]?.kind === 'signature' ? items.map((item) => ({ ...item, keep: true })) : items
      }),
      ...(of.letter.footnote === undefined ? [] : footnoteItems(desk, of.letter.footnote)),
    ],
    top,
  )

/** On as few sheets as it can be without hurting: one that needs little more than a sheet is set closer. */
const onFewSheets = (document: PDFDocument, of: LetterToDraw, top: number): Placed[][] => {
  const ways = settings.map(
    (setting) => () => layOut({ document, paper: paperOf(of.language, of.head.organization.accent, setting) }, of, top),
  )
  const usual = ways[0]?.() ?? []
  if (usual.length === 1) return usual
  for (const way of ways.slice(1)) {
    const closer = way()
    if (closer.length < usual.length) return closer
  }
  return usual
}

/** One letter, on as many sheets as it needs. */
const drawLetter = (document: PDFDocument, of: LetterToDraw): void => {
  const desk: Desk = { document, paper: paperOf(of.language, of.head.organization.accent) }
  document.addPage()
  drawHead(desk, of)
  const below = drawAddress(desk, of)
  const pages = onFewSheets(document, of, below + 16)
  for (const [at, page] of pages.entries()) {
    if (at > 0) {
      document.addPage()
      drawReminder(desk, of)
    }
    for (const { item, y } of page) item.draw(y)
    drawFoot(desk, of, at + 1, pages.length)
  }
}

/**
 * Writes letters one behind the other as one PDF, each beginning on a sheet of its own; `told` learns how many are written. The same
 * letters always give the same bytes. Pages leave as they are drawn, so the number of letters costs no memory.
 */
export const drawLetters = async (
  letters: Iterable<LetterToDraw> | AsyncIterable<LetterToDraw>,
  to: Writable,
  about: { readonly title: string; readonly day: string; readonly language?: string },
  told: (drawn: number) => void = () => undefined,
): Promise<void> => {
  const date = new Date(`${about.day}T12:00:00Z`)
  const document = new PDFDocument({
    autoFirstPage: false,
    size: 'A4',
    margin: 0,
    displayTitle: true,
    ...(about.language !== undefined && { lang: about.language }),
    info: { Title: about.title, Creator: 'ASSURA-CRM', Producer: 'ASSURA-CRM', CreationDate: date, ModDate: date },
  })
  registerFaces(document)
  document.pipe(to)
  let drawn = 0
  for await (const letter of letters) {
    drawLetter(document, letter)
    drawn += 1
    told(drawn)
    // Lets what was drawn leave before the next one.
    if (to.writableNeedDrain) await new Promise((resolve) => to.once('drain', resolve))
  }
  document.end()
  await finished(to)
}

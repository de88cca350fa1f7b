import type { PDFDocument } from 'pdfkit'
import type { LetterText } from '#kernel/server/letters.ts'
import { breakLines, type Line, type Measure } from './break-lines.ts'
import { cleanText, closes, opens } from './clean-text.ts'
import { fall, rise } from './fonts.ts'
import { inks, type Paper } from './paper.ts'

/** How a text is written; what is left out is as in the body of the letter. */
export interface Hand {
  readonly size?: number
  readonly strong?: boolean
  readonly colour?: string
  readonly leading?: number
  /** `end` is where reading ends: right in French, left in Arabic. */
  readonly align?: 'start' | 'end' | 'center'
  /** Figures of one width, so that columns of amounts stand under each other. */
  readonly figures?: boolean
}

/** A text broken into lines for a width: how high it is, and how it is drawn. */
export interface Written {
  readonly lines: number
  readonly lineHeight: number
  readonly height: number
  /** Draws the lines from `first` up to `end` (excluded) with the top of the first at `y`; `x` is the left edge of the width. */
  draw(x: number, y: number, first?: number, end?: number): void
}

const joined = (text: LetterText): string =>
  typeof text === 'string' ? text : text.map((part) => (typeof part === 'string' ? part : opens + part.strong + closes)).join('')

/** The text without its marks, and which of its signs are strong. */
const unmarked = (text: string): { plain: string; strong: boolean[] } => {
  let plain = ''
  const strong: boolean[] = []
  let inside = false
  for (const sign of text)
    if (sign === opens || sign === closes) inside = sign === opens
    else {
      plain += sign
      for (let unit = 0; unit < sign.length; unit += 1) strong.push(inside)
    }
  return { plain, strong }
}

const figuresOfOneWidth = ['tnum'] as const

/** Breaks a text into lines of a width, in points. Nothing is drawn before `draw`. */
export const write = (document: PDFDocument, paper: Paper, text: LetterText, width: number, hand: Hand = {}): Written => {
  const size = hand.size ?? paper.size
  const { plain, strong } = unmarked(cleanText(joined(text), paper.language))
  const features = hand.figures ? { features: figuresOfOneWidth } : {}
  const measure: Measure = (run) => document.font(run.face).fontSize(size).widthOfString(run.text, features)
  const lines = breakLines(plain, {
    strong: (at) => hand.strong === true || strong[at] === true,
    direction: paper.direction,
    most: width,
    measure,
  })
  const lineHeight = size * (hand.leading ?? paper.leading)
  const baseline = (lineHeight - (rise + fall) * size) / 2 + rise * size
  const left = (line: Line): number => {
    const spare = width - line.width
    if (hand.align === 'center') return spare / 2
    return (hand.align === 'end') === (paper.direction === 'ltr') ? spare : 0
  }
  return {
    lines: lines.length,
    lineHeight,
    height: lines.length * lineHeight,
    draw: (x, y, first = 0, end = lines.length) => {
      document.fillColor(hand.colour ?? inks.text)
      for (const [at, line] of lines.slice(first, end).entries()) {
        let from = x + left(line)
        for (const run of line.runs) {
          document
            .font(run.face)
            .fontSize(size)
            .text(run.text, from, y + at * lineHeight + baseline, { lineBreak: false, baseline: 'alphabetic', ...features })
          from += run.width
        }
      }
    },
  }
}

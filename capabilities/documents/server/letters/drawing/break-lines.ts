import * as bidiPackage from 'bidi-js'
import type { Bidi, EmbeddingLevels } from 'bidi-js'
import { unseen } from './clean-text.ts'
import { familyOf, type Face, type Weight } from './fonts.ts'

/** What is drawn in one go: signs of one face, in the order in which the face wants them. */
export interface Run {
  readonly text: string
  readonly face: Face
}

/** One line of a text, its runs from left to right. Widths in points. */
export interface Line {
  readonly width: number
  readonly runs: readonly (Run & { readonly width: number })[]
}

/** How wide a run is, in points, in the size of the text. */
export type Measure = (run: Run) => number

// Its types speak of a module, its file is CommonJS: the maker is the default of the default.
const bidi: Bidi = (bidiPackage.default as unknown as () => Bidi)()
const arabicLetter = /\p{Script=Arabic}/u
/** Letters, and marks, that are read from the right. */
const rightToLeft = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufefc]/

interface Typed {
  readonly text: string
  readonly faces: readonly Face[]
  /** Null for a text that is read from left to right throughout. */
  readonly levels: EmbeddingLevels | null
}

/** `strong` says, sign by sign, what stands in bold. */
const typed = (text: string, strong: (at: number) => boolean, direction: 'ltr' | 'rtl'): Typed => {
  // A number or a Latin name alone in a line of Arabic keeps its own way of reading.
  const base = arabicLetter.test(text) ? direction : 'ltr'
  const faces = Array.from({ length: text.length }, (_, at): Face => {
    const sign = text.charAt(at)
    const weight: Weight = strong(at) ? 600 : 400
    return `${familyOf(sign.codePointAt(0) ?? 0) ?? 'latin'} ${weight}`
  })
  const oneWay = base === 'ltr' && !rightToLeft.test(text)
  return { text, faces, levels: oneWay ? null : bidi.getEmbeddingLevels(text, base) }
}

/** Places of the signs of a stretch as they stand on paper, from left to right. */
const visualOrder = ({ text, levels }: Typed, start: number, end: number): number[] => {
  const places = Array.from({ length: end - start }, (_, at) => start + at)
  if (levels === null) return places
  for (const [from = start, to = start] of bidi.getReorderSegments(text, levels, start, end - 1)) {
    const turned = places.slice(from - start, to - start + 1).reverse()
    places.splice(from - start, turned.length, ...turned)
  }
  return places
}

/** The runs of a stretch of text (`end` excluded) as they stand on paper, from left to right. */
const runsOf = (of: Typed, start: number, end: number): Run[] => {
  const { text, faces, levels } = of
  const runs: { signs: string[]; face: Face }[] = []
  for (const at of visualOrder(of, start, end)) {
    const sign = text.charAt(at)
    if (unseen.test(sign)) continue
    const face = faces[at] ?? 'latin 400'
    const backwards = (levels?.levels[at] ?? 0) % 2 === 1
    const shown = backwards && !face.startsWith('arabic') ? (bidi.getMirroredCharacter(sign) ?? sign) : sign
    const last = runs.at(-1)
    if (last?.face === face) last.signs.push(shown)
    else runs.push({ signs: [shown], face })
  }
  // The Arabic face joins letters in the order of writing, and itself lays them from right to left.
  return runs.map(({ signs, face }) => ({ text: (face.startsWith('arabic') ? signs.toReversed() : signs).join(''), face }))
}

const breakable = (sign: string): boolean => sign === ' ' || sign === '\n'

/** Lines of at most `most` points; a word that is longer is cut. `direction` is how the language is read. */
export const breakLines = (
  text: string,
  options: {
    readonly strong: (at: number) => boolean
    readonly direction: 'ltr' | 'rtl'
    readonly most: number
    readonly measure: Measure
  },
): Line[] => {
  if (text === '') return [{ width: 0, runs: [] }]
  const of = typed(text, options.strong, options.direction)
  const widthOf = (start: number, end: number): number =>
    end <= start ? 0 : runsOf(of, start, end).reduce((sum, run) => sum + options.measure(run), 0)
  const lines: Line[] = []
  const put = (start: number, end: number) => {
    const runs = end <= start ? [] : runsOf(of, start, end).map((run) => ({ ...run, width: options.measure(run) }))
    lines.push({ width: runs.reduce((sum, run) => sum + run.width, 0), runs })
  }
  /** Puts a word longer than a line piece by piece; returns where its last piece begins. */
  const cutWord = (start: number, end: number): number => {
    let from = start
    while (end - from > 1 && widthOf(from, end) > options.most) {
      let cut = from + 1
      while (cut < end - 1 && widthOf(from, cut + 1) <= options.most) cut += 1
      put(from, cut)
      from = cut
    }
    return from
  }
  let begin = 0
  let fits = 0
  let width = 0
  let at = 0
  while (at < text.length) {
    let end = at
    while (end < text.length && !breakable(text.charAt(end))) end += 1
    const space = fits > begin ? widthOf(fits, at) : 0
    const word = widthOf(at, end)
    if (fits > begin && width + space + word > options.most) {
      put(begin, fits)
      begin = at
    }
    if (at > begin) width += space + word
    else {
      begin = cutWord(begin, end)
      width = widthOf(begin, end)
    }
    fits = end
    at = end + 1
    if (text.charAt(end) === '\n') {
      put(begin, end)
      begin = at
      fits = at
      width = 0
    }
  }
  if (begin < text.length) put(begin, Math.max(fits, begin))
  return lines
}

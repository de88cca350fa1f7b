import { cellTraits } from './cell-traits.ts'
import { trait } from './traits.ts'

/** A cell to show: its text, shortened, and the line where it stands. */
export interface CellExample {
  readonly line: number
  readonly text: string
}

interface Seen {
  readonly traits: number
  count: number
}

interface Combination {
  count: number
  readonly examples: CellExample[]
}

const distinctCounted = 1000
const examplesKept = 3
const characters = { shown: 80, kept: 200 }

/** A copy that does not hold on to the piece of file in which the text stood. */
const detached = (text: string): string => Buffer.from(text).toString()

/** What a whole column has shown so far. Memory stays the same however long the column is. */
export class ColumnTally {
  readonly #seen = new Map<string, Seen>()
  readonly #combinations = new Map<number, Combination>()
  #looksUp = true
  #found = 0
  filled = 0
  blank = 0
  longest = 0
  digitsLost = 0
  readonly lostExamples: CellExample[] = []
  /** How many whole numbers have 0 to 15 digits. */
  readonly lengths = new Uint32Array(16)
  /** Whole numbers that are Algerian phone numbers without their zero: mobile (9 digits) or fixed (8). */
  shortPhones = 0

  add(text: string, line: number, hasLostDigits = false): void {
    if (text === '') {
      this.blank++
      return
    }
    const traits = this.#traitsOf(text)
    if (traits === trait.blank) {
      this.blank++
      return
    }
    this.filled++
    if (text.length > this.longest) this.longest = text.length
    const combination = this.#combinations.get(traits)
    if (!combination) this.#combinations.set(traits, { count: 1, examples: [exampleOf(text, line)] })
    else if (++combination.count <= examplesKept) combination.examples.push(exampleOf(text, line))
    if (traits & trait.integer) this.#measure(text)
    if (!hasLostDigits) return
    this.digitsLost++
    if (this.lostExamples.length < examplesKept) this.lostExamples.push(exampleOf(text, line))
  }

  /** How many cells show all the given traits. */
  count(traits: number): number {
    let count = 0
    for (const [shown, combination] of this.#combinations) if ((shown & traits) === traits) count += combination.count
    return count
  }

  /** How many cells show at least one of the given traits. */
  countAny(traits: number): number {
    let count = 0
    for (const [shown, combination] of this.#combinations) if (shown & traits) count += combination.count
    return count
  }

  /** A few cells that pass a test on their traits, in the order of the file. */
  examples(test: (traits: number) => boolean): CellExample[] {
    const found: CellExample[] = []
    for (const [shown, combination] of this.#combinations) if (test(shown)) found.push(...combination.examples)
    return found.sort((a, b) => a.line - b.line).slice(0, examplesKept)
  }

  /** The number of different texts, exact up to 1,000; null beyond. */
  get distinct(): number | null {
    return this.#seen.size < distinctCounted ? this.#seen.size : null
  }

  /** The first different texts, with how often each occurs while they are all counted. */
  get values(): { text: string; count: number }[] {
    return [...this.#seen].map(([text, { count }]) => ({ text, count }))
  }

  #traitsOf(text: string): number {
    if (!this.#looksUp) return cellTraits(text)
    const seen = this.#seen.get(text)
    if (seen) {
      seen.count++
      this.#found++
      return seen.traits
    }
    const traits = cellTraits(text)
    if (this.#seen.size < distinctCounted) {
      if (traits !== trait.blank && text.length <= characters.kept) this.#seen.set(detached(text), { traits, count: 1 })
    } else if (this.#found < this.filled / 2) this.#looksUp = false
    return traits
  }

  #measure(text: string): void {
    if (text.length >= this.lengths.length) return
    this.lengths[text.length] = (this.lengths[text.length] ?? 0) + 1
    const first = text.charAt(0)
    if ((text.length === 9 && '567'.includes(first)) || (text.length === 8 && '234'.includes(first))) this.shortPhones++
  }
}

const exampleOf = (text: string, line: number): CellExample => ({
  line,
  text: detached(text.length > characters.shown ? `${text.slice(0, characters.shown - 1)}…` : text),
})

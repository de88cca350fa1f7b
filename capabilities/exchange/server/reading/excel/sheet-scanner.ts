import type { SerialEpoch } from '../cells/parse-day.ts'
import { readingLimits } from '../limits.ts'
import type { RawRow } from '../source-row.ts'
import { cellText, hasLostDigits } from './cell-text.ts'
import { damagedWorkbook } from './damaged.ts'
import { plainShape, type CellShape } from './number-format.ts'
import { unescapeExcel, type SharedStrings } from './shared-strings.ts'
import { attributeOf, XmlScanner, type XmlVisitor } from './xml-scanner.ts'

/** What a sheet's reader needs of its workbook. */
export interface SheetContext {
  readonly strings: SharedStrings
  readonly shapes: readonly CellShape[]
  readonly epoch: SerialEpoch
}

/** What a cell says whose formula was never calculated: an error like Excel's own, refused as such. */
const notCalculated = '#CALC!'

/** The column, from 0, of a cell reference (`C12`); -1 when it is none. */
export const columnOf = (reference: string): number => {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const code = reference.charCodeAt(at) & ~0x20
    if (code < 0x41 || code > 0x5a) return at === 0 ? -1 : column - 1
    column = column * 26 + code - 0x40
  }
  return column - 1
}

/** Turns the XML of a sheet, piece by piece, into rows of text. */
export class SheetScanner implements XmlVisitor {
  readonly #context: SheetContext
  readonly #scanner = new XmlScanner(this)
  #rows: RawRow[] = []
  #line = 0
  #cells: string[] = []
  #digitsLost: number[] = []
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #inValue = false
  #inGuide = false
  #isFormula = false
  #inData = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  push(piece: string): RawRow[] {
    this.#scanner.push(piece)
    const rows = this.#rows
    this.#rows = []
    return rows
  }

  end(): void {
    this.#scanner.end()
  }

  open(name: string, attributes: string): void {
    if (name === 'c' && this.#inData) {
      this.#startCell(attributes)
    } else if (name === 'v' || name === 't') this.#inValue = this.#inData && !this.#inGuide
    else if (name === 'rPh') this.#inGuide = true
    else if (name === 'f') this.#isFormula = true
    else if (name === 'row') {
      const line = Number(attributeOf(attributes, 'r') ?? this.#line + 1)
      if (!(line > this.#line)) throw damagedWorkbook('rows out of order')
      this.#line = line
      this.#column = -1
      this.#cells = []
      this.#digitsLost = []
    } else if (name === 'sheetData') this.#inData = true
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text
  }

  close(name: string): void {
    if (name === 'c' && this.#inData) this.#cell()
    else if (name === 'v' || name === 't') this.#inValue = false
    else if (name === 'rPh') this.#inGuide = false
    else if (name === 'row') {
      const row = { line: this.#line, cells: this.#cells }
      this.#rows.push(this.#digitsLost.length > 0 ? { ...row, digitsLost: this.#digitsLost } : row)
    } else if (name === 'sheetData') this.#inData = false
  }

  /** Takes reference, style and type of a cell. By hand, because a large sheet has millions of cells. */
  #startCell(attributes: string): void {
    this.#column++
    this.#type = 'n'
    this.#style = 0
    this.#value = ''
    this.#isFormula = false
    for (let equals = attributes.indexOf('='); equals >= 0; equals = attributes.indexOf('=', equals)) {
      let start = equals + 1
      while (start < attributes.length && attributes.charCodeAt(start) <= 0x20) start++
      const end = attributes.indexOf(attributes.charAt(start), start + 1)
      if (end < 0) return
      let name = equals - 1
      while (attributes.charCodeAt(name) <= 0x20) name--
      const isOneLetter = attributes.charCodeAt(name - 1) <= 0x20
      const letter = isOneLetter ? attributes.charCodeAt(name) : 0
      if (letter === 0x72) this.#column = Math.max(columnOf(attributes.slice(start + 1, end)), 0)
      else if (letter === 0x73) this.#style = Number(attributes.slice(start + 1, end))
      else if (letter === 0x74) this.#type = attributes.slice(start + 1, end)
      equals = end
    }
  }

  #cell(): void {
    const text = this.#text()
    if (text === '') return
    if (this.#column >= readingLimits.columns) throw damagedWorkbook('column out of range')
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = text
  }

  #text(): string {
    const value = this.#value
    // Some programs write formulas without their results; to read such a cell as empty would lose it unnoticed.
    if (value === '') return this.#isFormula && this.#type !== 'str' ? notCalculated : ''
    switch (this.#type) {
      case 's':
        return this.#context.strings.get(Number(value))
      case 'str':
      case 'inlineStr':
        return unescapeExcel(value)
      case 'b':
        return value.trim() === '0' || value.trim() === 'false' ? 'false' : 'true'
      case 'e':
        return value
      case 'd':
        return value.replace(/T00:00:00(?:\.0+)?Z?$/, '')
      default: {
        const shape = this.#context.shapes[this.#style] ?? plainShape
        if (value.length > 15 && hasLostDigits(Number(value))) this.#digitsLost.push(this.#column)
        return cellText(value, shape, this.#context.epoch)
      }
    }
  }
}

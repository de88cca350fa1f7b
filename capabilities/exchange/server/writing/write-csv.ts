import { csvLine } from './csv-line.ts'
import type { FileColumn, FileColumnKind, FileRows, FileValue } from './file-column.ts'
import { wallClockIn } from './wall-clock.ts'

export interface CsvWriting {
  /** `;` unless said: a spreadsheet set to French expects it, and with it a comma before decimals. */
  readonly separator?: ';' | ','
  /** `iso` (`2026-12-31`) unless said, which every program reads; `local` is `31/12/2026`. */
  readonly days?: 'iso' | 'local'
  /** `Oui` and `Non` unless said. */
  readonly words?: { readonly yes: string; readonly no: string }
  /** Zone in which instants are written; Africa/Algiers unless said. */
  readonly timeZone?: string
}

const bytesAtATime = 64 * 1024
const byteOrderMark = '\ufeff'

const localDay = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/** Writes numbers, days and yes or no as text. */
const cellWriter = (options: CsvWriting): ((value: FileValue, kind: FileColumnKind) => string) => {
  const mark = (options.separator ?? ';') === ';' ? ',' : '.'
  const { yes, no } = options.words ?? { yes: 'Oui', no: 'Non' }
  const dayText = options.days === 'local' ? localDay : (day: string) => day
  const wallClock = wallClockIn(options.timeZone)
  return (value, kind) => {
    if (value === null || value === undefined) return ''
    switch (kind) {
      case 'integer':
        return String(value)
      case 'decimal':
        return String(value).replace('.', mark)
      case 'money':
        return centimesText(Number(value), mark)
      case 'boolean':
        return value ? yes : no
      case 'day':
        return dayText(String(value))
      case 'instant': {
        const shown = wallClock(String(value)).toISOString()
        return `${dayText(shown.slice(0, 10))} ${shown.slice(11, 19)}`
      }
      default:
        return String(value).replaceAll('\0', '')
    }
  }
}

const centimesText = (centimes: number, mark: string): string => {
  const size = Math.abs(centimes)
  return `${centimes < 0 ? '-' : ''}${Math.floor(size / 100)}${mark}${String(size % 100).padStart(2, '0')}`
}

/**
 * Writes rows as a text file: UTF-8 with its mark, lines ended as spreadsheets do, nothing in it that one would run as a
 * formula. Bytes come as they are taken; memory stays flat.
 */
export async function* writeCsv(
  rows: FileRows,
  columns: readonly FileColumn[],
  options: CsvWriting = {},
): AsyncGenerator<Buffer, void, void> {
  const separator = options.separator ?? ';'
  const write = cellWriter(options)
  let text =
    byteOrderMark +
    csvLine(
      columns.map(({ header }) => write(header, 'text')),
      separator,
    )
  for await (const row of rows) {
    text += csvLine(
      columns.map(({ kind }, at) => write(row[at], kind)),
      separator,
    )
    if (text.length < bytesAtATime) continue
    yield Buffer.from(text)
    text = ''
  }
  if (text !== '') yield Buffer.from(text)
}

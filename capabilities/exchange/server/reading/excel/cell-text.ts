import { fromSerial, isoDay, type SerialEpoch } from '../cells/parse-day.ts'
import { fillPattern, type CellShape } from './number-format.ts'

const exact = /^(?:0|-?[1-9]\d{0,14})$|^-?(?=[\d.]{3,16}$)(?:0|[1-9]\d*)\.\d*[1-9]$/

/** From here on a spreadsheet keeps only the first 15 digits. */
const digitsKept = 1e15

/** True for a whole number of which the spreadsheet has lost the last digits. */
export const hasLostDigits = (value: number): boolean => Math.abs(value) >= digitsKept && Number.isInteger(value)

/** A number as Excel shows it when there is room: 15 digits, no exponent, no `.0`. */
export const numberText = (value: number): string => {
  const rounded = Number(value.toPrecision(15))
  const size = Math.abs(rounded)
  if (size >= 1e21) return BigInt(rounded).toString()
  if (size !== 0 && size < 1e-6) return rounded.toFixed(20).replace(/\.?0+$/, '')
  return String(rounded)
}

const two = (value: number): string => String(value).padStart(2, '0')
const clock = (second: number): string => `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`

const calendarText = (value: number, kind: 'day' | 'instant' | 'time', epoch: SerialEpoch): string => {
  const moment = fromSerial(value, epoch)
  if (!moment) return numberText(value)
  if (kind === 'time' || (epoch === '1900' && value < 1)) return clock(moment.second)
  return kind === 'instant' || moment.second > 0 ? `${isoDay(moment.day)}T${clock(moment.second)}` : isoDay(moment.day)
}

/**
 * The text of a numeric cell: days as `YYYY-MM-DD`, instants as `YYYY-MM-DDTHH:MM:SS` (a spreadsheet knows no zone),
 * times as `HH:MM:SS`, shares as `25%`, numbers with a point. `written` is the number as the file has it.
 */
export const cellText = (written: string, shape: CellShape, epoch: SerialEpoch): string => {
  if (shape.kind === 'number' && exact.test(written)) return written
  const value = Number(written)
  if (written === '' || !Number.isFinite(value)) return written
  switch (shape.kind) {
    case 'number':
      return numberText(value)
    case 'percent':
      return `${numberText(value * 100)}%`
    case 'digits':
      return value >= 0 && value < digitsKept && Number.isInteger(value) ? fillPattern(shape.pattern, String(value)) : numberText(value)
    case 'elapsed':
      return value >= 0 ? clock(Math.round(value * 86_400)) : numberText(value)
    default:
      return calendarText(value, shape.kind, epoch)
  }
}

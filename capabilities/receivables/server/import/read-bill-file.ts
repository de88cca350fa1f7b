import type { OpenFileReader } from '#kernel/server/file-import.ts'
import type { CellValue } from '#kernel/server/importable.ts'
import { moneyOfBill } from './read-bill-row.ts'

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Rows of a file of bills: those that say the same number of the same policy and customer are lines of one bill. */
export const openFileReader: OpenFileReader = (frame) => {
  const { match_on } = frame as { match_on: string | null }
  const opened = crypto.randomUUID()
  let rows = 0
  return (values) => {
    rows += 1
    const [number, external] = [text(values['number']), text(values['external_id'])]
    const whose = [text(values['policy']) ?? '', text(values['contact']) ?? text(values['contact_name']) ?? ''].join(' ')
    const key =
      match_on === 'external_id' && external !== null
        ? `id ${external}`
        : number !== null
          ? `number ${number} ${whose}`
          : external !== null
            ? `id ${external}`
            : `row ${opened} ${rows}`
    return {
      parts: { receivable: { key } },
      at: text(values['period_from']) ?? text(values['issued_on']),
      money: moneyOfBill(values),
    }
  }
}

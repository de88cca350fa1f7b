import type { OpenFileReader } from '#kernel/server/file-import.ts'
import type { CellValue } from '#kernel/server/importable.ts'

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Rows of a file of policies: those that say the same number, and customer where that tells policies apart, are one policy. */
export const openFileReader: OpenFileReader = (frame) => {
  const { match_on } = frame as { match_on: string | null }
  const opened = crypto.randomUUID()
  let rows = 0
  return (values) => {
    rows += 1
    const [number, external, holder] = [
      text(values['number']),
      text(values['external_id']),
      text(values['contact']) ?? text(values['contact_name']),
    ]
    const key =
      match_on === 'external_id' && external !== null
        ? `id ${external}`
        : number !== null
          ? `number ${number}${match_on === 'number_and_contact' ? ` ${holder ?? ''}` : ''}`
          : external !== null
            ? `id ${external}`
            : `row ${opened} ${rows}`
    return { parts: { policy: { key } }, at: text(values['effective_date']) ?? text(values['subscribed_on']) }
  }
}

import type { CellProblem, CellValue, OpenRowReader, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { namedAndBorn } from '#capabilities/customers/customer-in-file.ts'
import { mostCentimes } from '../../fields.ts'

/** What the reader of payments needs beside the row. */
export interface PaymentFrame {
  readonly source: string | null
  /** No payment is of a day to come. */
  readonly today: string
}

const direct: ReadonlySet<string> = new Set([
  'number',
  'bill',
  'policy',
  'amount_centimes',
  'paid_on',
  'mode',
  'state',
  'reference',
  'bank',
  'agency',
  'note',
  'external_id',
])

export const stagedColumns: StagedColumns = (mapped) => [
  ...new Set(
    mapped.flatMap((field) =>
      field === 'external_id'
        ? ['external_id', 'external_source']
        : direct.has(field)
          ? [field]
          : field.startsWith('contact')
            ? ['contact']
            : [],
    ),
  ),
]

const sentences = {
  amountless: /*i18n*/ { id: 'payment.import.amountless', message: 'Sans montant, le paiement ne peut pas être créé' },
  undated: /*i18n*/ { id: 'payment.import.undated', message: 'Sans date, le paiement ne peut pas être créé' },
  to_come: /*i18n*/ { id: 'payment.import.to_come', message: 'Cette date est à venir' },
  too_much: /*i18n*/ { id: 'payment.import.too_much', message: 'Ce montant dépasse ce qu’un paiement peut être' },
} as const

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Reads rows of payments; a negative amount is money that went back to the customer. */
export const openRowReader: OpenRowReader = (frame) => {
  const { source, today } = frame as PaymentFrame
  return (values) => readPayment(values, source, today)
}

const readPayment = (values: RowValues, source: string | null, today: string): RowReading => {
  const columns: Record<string, CellValue> = {}
  const problems: CellProblem[] = []
  const ifCreated: CellProblem[] = []
  for (const field of direct) if (values[field] !== undefined) columns[field] = values[field] ?? null
  if (text(columns['external_id']) !== null) columns['external_source'] = source
  columns['contact'] = payerOf(values)
  const amount = values['amount_centimes']
  if (typeof amount !== 'number' || amount === 0)
    ifCreated.push({ field: 'amount_centimes', code: 'amountless', sentence: sentences.amountless })
  else if (Math.abs(amount) > mostCentimes) problems.push({ field: 'amount_centimes', code: 'too_much', sentence: sentences.too_much })
  const paidOn = text(values['paid_on'])
  if (paidOn === null) ifCreated.push({ field: 'paid_on', code: 'undated', sentence: sentences.undated })
  else if (paidOn > today) problems.push({ field: 'paid_on', code: 'to_come', sentence: sentences.to_come })
  return {
    columns,
    problems,
    ...(ifCreated.length > 0 && { ifCreated }),
    money: typeof amount === 'number' ? { kind: text(values['mode']) ?? 'untold', amount } : null,
  }
}

/** The customer as the row names them: by a code or identifier, or by name and birth date. */
const payerOf = (values: RowValues): string | null => {
  const code = text(values['contact'])
  if (code !== null) return code
  const [name, birth] = [text(values['contact_name']), text(values['contact_birth_date'])]
  return name === null ? null : birth === null ? name : namedAndBorn(name, birth)
}

import type { CellProblem, CellValue, OpenRowReader, RowMoney, RowReading, RowValues, StagedColumns } from '#kernel/server/importable.ts'
import { addDays } from '#kernel/shared/days.ts'
import { namedAndBorn } from '#capabilities/customers/customer-in-file.ts'
import { partNames } from '#capabilities/policies/fields.ts'
import { policyNamed } from '#capabilities/policies/policy-in-file.ts'
import { readPremium, type ReadPremium } from '#capabilities/policies/premium-of-file.ts'
import { receivableKinds, type ReceivableKind } from '../../fields.ts'

/** What the reader of bills needs beside the row. */
export interface BillFrame {
  readonly source: string | null
  /** What becomes of bills of which the row does not say whether they were paid. */
  readonly bills: 'due' | 'settled'
}

const text = (value: CellValue | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)
const number = (value: CellValue | undefined): number | null => (typeof value === 'number' ? value : null)

const amounts: ReadonlySet<string> = new Set([...partNames, 'amount_centimes'])
const dates: ReadonlySet<string> = new Set(['issued_on', 'due_date', 'period_from', 'period_until', 'period_last_day'])
const settlements: ReadonlySet<string> = new Set(['bill_status', 'paid_centimes', 'balance_centimes', 'paid_on', 'paid_mode'])
const direct: ReadonlySet<string> = new Set(['number', 'agency', 'owner'])

const columnsOf = (field: string): readonly string[] => {
  if (direct.has(field)) return [field]
  if (amounts.has(field)) return [...partNames, 'amount_centimes', 'balance_centimes', 'status', 'kind', 'told_paid']
  if (dates.has(field)) return ['issued_on', 'due_date', 'period_from', 'period_until']
  if (settlements.has(field)) return ['told_status', 'told_paid', 'paid_on', 'paid_mode']
  switch (field) {
    case 'external_id':
      return ['external_id', 'external_source']
    case 'kind':
      return ['kind']
    case 'policy':
      return ['policy']
    case 'contact':
    case 'contact_name':
      return ['contact']
    case 'bill_remarks':
      return ['remarks']
    default:
      return []
  }
}

export const stagedColumns: StagedColumns = (mapped) => [...new Set(mapped.flatMap(columnsOf))]

const sentences = {
  unnumbered: /*i18n*/ { id: 'receivable.import.unnumbered', message: 'Sans numéro, la quittance ne peut pas être créée' },
  undated: /*i18n*/ { id: 'receivable.import.undated', message: 'Sans date, la quittance ne peut pas être créée' },
  amountless: /*i18n*/ { id: 'receivable.import.amountless', message: 'Sans montant, la quittance ne peut pas être créée' },
  positive_refund: /*i18n*/ {
    id: 'receivable.import.positive_refund',
    message: 'Ristourne au montant positif, gardée comme régularisation',
  },
} as const

const premiumOf = (values: RowValues): ReadPremium | null =>
  readPremium({ ...Object.fromEntries(partNames.map((part) => [part, number(values[part])])), total: number(values['amount_centimes']) })

/** What a bill is by its name and its sign: what is given back is a refund, and a refund is given back. */
const kindOf = (told: string | null, amount: number): ReceivableKind => {
  if (amount < 0) return 'refund'
  const kind = receivableKinds.find((one) => one === told) ?? 'term'
  return kind === 'refund' && amount > 0 ? 'adjustment' : kind
}

/** The money of which a row of a bill speaks, whatever else is wrong with it. */
export const moneyOfBill = (values: RowValues): RowMoney | null => {
  const premium = premiumOf(values)
  return premium === null ? null : { kind: kindOf(text(values['kind']), premium.total), amount: premium.total }
}

/** Reads rows of bills: amounts made whole, the kind by name and sign, what was paid of it as far as the row tells. */
export const openRowReader: OpenRowReader = (frame) => {
  const { source, bills } = frame as BillFrame
  return (values) => readBill(values, source, bills)
}

const readBill = (values: RowValues, source: string | null, bills: 'due' | 'settled'): RowReading => {
  const columns: Record<string, CellValue> = {}
  const ifCreated: CellProblem[] = []
  const doubts: CellProblem[] = []
  for (const field of direct) if (values[field] !== undefined) columns[field] = values[field] ?? null
  columns['external_id'] = text(values['external_id'])
  if (columns['external_id'] !== null) columns['external_source'] = source
  columns['remarks'] = text(values['bill_remarks'])
  columns['contact'] = holderOf(values)
  const policy = text(values['policy'])
  columns['policy'] = policy === null ? null : policyNamed(policy, text(values['contact']))
  const days = daysOf(values)
  if (days === null) ifCreated.push({ field: 'issued_on', code: 'undated', sentence: sentences.undated })
  else Object.assign(columns, days)
  const premium = premiumOf(values)
  const told = text(values['kind'])
  if (premium === null) {
    ifCreated.push({ field: 'amount_centimes', code: 'amountless', sentence: sentences.amountless })
    columns['kind'] = told
  } else {
    Object.assign(columns, premium.parts, settlementOf(values, premium.total, bills))
    columns['amount_centimes'] = premium.total
    columns['kind'] = kindOf(told, premium.total)
    if (told === 'refund' && premium.total > 0) doubts.push({ field: 'kind', code: 'positive_refund', sentence: sentences.positive_refund })
  }
  if (text(columns['number']) === null) ifCreated.push({ field: 'number', code: 'unnumbered', sentence: sentences.unnumbered })
  return { columns, ...(ifCreated.length > 0 && { ifCreated }), doubts, money: moneyOfBill(values) }
}

/** A bill falls due on the day that the file says, otherwise when it was made for cover that runs, or when that cover begins. */
const daysOf = (values: RowValues): Readonly<Record<string, string | null>> | null => {
  const from = text(values['period_from'])
  const lastDay = text(values['period_last_day'])
  const due = text(values['due_date'])
  const issued = text(values['issued_on']) ?? from ?? due
  if (issued === null) return null
  return {
    issued_on: issued,
    due_date: due ?? (from !== null && from > issued ? from : issued),
    period_from: from,
    period_until: text(values['period_until']) ?? (lastDay === null ? null : addDays(lastDay, 1)),
  }
}

/** What a row says of the payment of its bill; nothing more than the bill, and with its sign. */
const settlementOf = (values: RowValues, amount: number, bills: 'due' | 'settled'): Readonly<Record<string, CellValue>> => {
  const status = text(values['bill_status'])
  const [paid, balance] = [number(values['paid_centimes']), number(values['balance_centimes'])]
  const silent = status === null && paid === null && balance === null
  const wholly = status === 'paid' || (silent && bills === 'settled')
  const told = paid ?? (balance !== null ? amount - balance : wholly ? amount : null)
  const within = told === null ? null : Math.sign(amount) * Math.max(0, Math.min(Math.abs(amount), told * Math.sign(amount)))
  return {
    told_status: status,
    told_paid: within === 0 ? null : within,
    paid_on: text(values['paid_on']),
    paid_mode: text(values['paid_mode']),
  }
}

/** The customer as the row names them: by a code or identifier, or by name and birth date. */
const holderOf = (values: RowValues): string | null => {
  const code = text(values['contact'])
  if (code !== null) return code
  const [name, birth] = [text(values['contact_name']), text(values['contact_birth_date'])]
  return name === null ? null : birth === null ? name : namedAndBorn(name, birth)
}

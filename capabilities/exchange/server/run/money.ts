/** Where the money of the rows of one kind went, in centimes, with the rows that speak of it. */
export interface MoneyOfKind {
  readonly rows: number
  readonly read: number
  readonly imported: number
  readonly skipped: number
  readonly rejected: number
}

/** By kind; `read` is always the sum of the three others. */
export type Money = Readonly<Record<string, MoneyOfKind>>

const none: MoneyOfKind = { rows: 0, read: 0, imported: 0, skipped: 0, rejected: 0 }

/** Adds an amount to its kind. */
export const withAmount = (money: Money, kind: string, amount: number, outcome: 'imported' | 'skipped' | 'rejected'): Money => {
  const before = money[kind] ?? none
  return { ...money, [kind]: { ...before, rows: before.rows + 1, read: before.read + amount, [outcome]: before[outcome] + amount } }
}

/** The money of two sets of rows together. */
export const addMoney = (a: Money, b: Money): Money => {
  const sum: Record<string, MoneyOfKind> = { ...a }
  for (const [kind, more] of Object.entries(b)) {
    const before = sum[kind] ?? none
    sum[kind] = {
      rows: before.rows + more.rows,
      read: before.read + more.read,
      imported: before.imported + more.imported,
      skipped: before.skipped + more.skipped,
      rejected: before.rejected + more.rejected,
    }
  }
  return sum
}

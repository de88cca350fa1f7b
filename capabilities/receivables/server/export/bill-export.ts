import { sql } from 'kysely'
import { columnsOfFields } from '#kernel/server/export-fields.ts'
import type { Exportable } from '#kernel/server/exportable.ts'
import { partNames } from '#capabilities/policies/fields.ts'
import { billStatusChoices } from '../import/bill-choices.ts'
import { billImportFields } from '../import/bill-fields.ts'
import { daysLate, statusToday } from '../reading/bill-sql.ts'
import { receivableList } from '../reading/receivable-list.ts'

const column = columnsOfFields(billImportFields)

const stateChoices = [
  ...billStatusChoices,
  { value: 'refunded', label: /*i18n*/ { id: 'receivable.export.status.refunded', message: 'Ristournée' } },
]

/** Bills as a file. */
export const billExport: Exportable = {
  object: 'receivables',
  permission: 'receivable',
  label: /*i18n*/ { id: 'import.receivables', message: 'Quittances' },
  list: receivableList,
  columns: () => [
    column('number', sql`r.number`),
    column('policy', sql`pc.number`, { kind: 'code', onScreen: ['policy'] }),
    column('contact', sql`c.code`, { kind: 'code', onScreen: ['contact_id'] }),
    column('contact_name', sql`c.name`, { onScreen: ['contact_id'] }),
    column('kind', sql`r.kind`),
    column('issued_on', sql`r.issued_on`),
    column('due_date', sql`r.due_date`),
    column('period_from', sql`r.period_from`, { unusual: true }),
    column('period_until', sql`r.period_until`, { unusual: true }),
    ...partNames.map((part) => column(part, sql.ref(`r.${part}`), { unusual: true })),
    column('amount_centimes', sql`r.amount_centimes`),
    column('paid_centimes', sql`r.paid_centimes`),
    column('balance_centimes', sql`r.balance_centimes`),
    column('bill_status', statusToday, { choices: stateChoices, onScreen: ['status'] }),
    column('agency', sql`a.number`, { kind: 'code', onScreen: ['agency_id'] }),
    column('owner', sql`o.name`, { onScreen: ['owner_id'], unusual: true }),
    column('days_late', daysLate, {
      label: /*i18n*/ { id: 'receivable.export.days_late', message: 'Jours de retard' },
      kind: 'integer',
      onScreen: ['days_late', 'bucket'],
      unusual: true,
    }),
    column('bill_remarks', sql`r.remarks`, { unusual: true }),
    column('external_id', sql`r.external_id`, { unusual: true }),
    column('created_at', sql`r.created_at`, {
      label: /*i18n*/ { id: 'receivable.export.created_at', message: 'Enregistrée le' },
      kind: 'instant',
      unusual: true,
    }),
  ],
}

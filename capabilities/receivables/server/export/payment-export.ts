import { sql } from 'kysely'
import { columnsOfFields } from '#kernel/server/export-fields.ts'
import type { Exportable } from '#kernel/server/exportable.ts'
import { paymentImportFields } from '../import/payment-fields.ts'
import { toldSource } from '../import/settle-told-bills.ts'
import { paymentList } from '../reading/payment-list.ts'

const column = columnsOfFields(paymentImportFields)

/** What the payment settles, joined in one cell. */
const ofBills = (value: string) => sql`(select string_agg(distinct ${sql.raw(value)}, ', ') from payment_allocation pa
  join receivable pr on pr.organization_id = pa.organization_id and pr.id = pa.receivable_id
  left join policy_card pc on pc.organization_id = pr.organization_id and pc.id = pr.policy_id
  where pa.organization_id = p.organization_id and pa.payment_id = p.id)`

/** Payments as a file. */
export const paymentExport: Exportable = {
  object: 'payments',
  permission: 'payment',
  label: /*i18n*/ { id: 'import.payments', message: 'Paiements' },
  list: paymentList,
  columns: () => [
    column('number', sql`p.number`),
    column('paid_on', sql`p.paid_on`),
    column('contact', sql`c.code`, { kind: 'code', onScreen: ['contact_id'] }),
    column('contact_name', sql`c.name`, { onScreen: ['contact_id'] }),
    column('mode', sql`p.mode`),
    column('reference', sql`p.reference`),
    column('bank', sql`p.bank`),
    column('amount_centimes', sql`p.amount_centimes`),
    column('bill', ofBills('pr.number'), { onScreen: ['allocation'] }),
    column('policies', ofBills('pc.number'), {
      label: /*i18n*/ { id: 'payment.export.policies', message: 'Polices réglées' },
      unusual: true,
    }),
    column('available_centimes', sql`p.available_centimes`, {
      label: /*i18n*/ { id: 'payment.export.available', message: 'Avoir disponible' },
      kind: 'money',
      unusual: true,
    }),
    column('state', sql`p.state`),
    column('agency', sql`a.number`, { kind: 'code', onScreen: ['agency_id'] }),
    column('recorded_by', sql`p.created_by_name`, {
      label: /*i18n*/ { id: 'payment.export.recorded_by', message: 'Enregistré par' },
      unusual: true,
      onScreen: ['by'],
    }),
    column('note', sql`p.note`, { unusual: true }),
    column('external_id', sql`case when p.external_source = ${toldSource} then null else p.external_id end`, { unusual: true }),
    column('created_at', sql`p.created_at`, {
      label: /*i18n*/ { id: 'payment.export.created_at', message: 'Enregistré le' },
      kind: 'instant',
      unusual: true,
    }),
  ],
}

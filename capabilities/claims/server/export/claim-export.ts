import { sql } from 'kysely'
import { columnsOfFields } from '#kernel/server/export-fields.ts'
import type { Exportable, ExportColumn } from '#kernel/server/exportable.ts'
import { claimList } from '../claim-list.ts'
import { statusChoices } from '../import/claim-choices.ts'
import { claimImportFields } from '../import/claim-fields.ts'

const column = columnsOfFields(claimImportFields)

const stateChoices = [{ value: 'draft', label: /*i18n*/ { id: 'claim.export.status.draft', message: 'Brouillon' } }, ...statusChoices]

const direct: readonly (readonly [key: string, more?: Partial<ExportColumn>])[] = [
  ['nature'],
  ['occurred_on'],
  ['declared_on'],
  ['channel', { unusual: true }],
  ['cause', { unusual: true }],
  ['circumstances', { unusual: true }],
  ['place', { unusual: true }],
  ['injured', { unusual: true }],
  ['liability_rate', { unusual: true }],
  ['expert_name', { unusual: true }],
  ['expert_assigned_on', { unusual: true }],
  ['expertise_on', { unusual: true }],
  ['expertise_centimes', { unusual: true }],
  ['deductible_centimes', { unusual: true }],
  ['granted_centimes'],
  ['granted_on', { unusual: true }],
  ['reserve_centimes'],
  ['paid_centimes'],
  ['fees_centimes', { unusual: true }],
  ['recovered_centimes', { unusual: true }],
  ['settled_on'],
  ['closed_on', { unusual: true }],
  ['rejection_reason', { unusual: true }],
  ['external_id', { unusual: true }],
]

/** Of the opposite parties, the first. */
const opposite = (value: string) => sql`(select ${sql.ref(`t.${value}`)} from claim_party t
  where t.organization_id = c.organization_id and t.claim_id = c.id and t.role = 'third_party' order by t.created_at, t.id limit 1)`

/** Claims as a file. */
export const claimExport: Exportable = {
  object: 'claims',
  permission: 'claim',
  label: /*i18n*/ { id: 'import.claims', message: 'Sinistres' },
  list: claimList,
  columns: (ctx) => [
    column('number', sql`c.number`),
    column('policy', sql`p.number`, { kind: 'code', onScreen: ['policy_number'] }),
    column('contact', sql`h.code`),
    column('contact_name', sql`h.name`, {
      label: /*i18n*/ { id: 'claim.export.contact_name', message: 'Nom du client' },
      onScreen: ['contact'],
    }),
    column('product_name', sql`r.name`, {
      label: /*i18n*/ { id: 'claim.export.product_name', message: 'Nom du produit' },
      unusual: true,
      onScreen: ['product'],
    }),
    column('insured', sql`coalesce(i.label, p.insured_label)`, {
      label: /*i18n*/ { id: 'claim.export.insured', message: 'Bien sinistré' },
      unusual: true,
      onScreen: ['insured_label'],
    }),
    column('status', sql`c.status`, { choices: stateChoices }),
    ...direct.map(([key, more]) => column(key, sql.ref(`c.${key}`), more)),
    column('wilaya', sql`(select ${ctx.actor.language === 'ar' ? sql`w.name_ar` : sql`w.name_fr`} from wilaya w where w.code = c.wilaya)`, {
      unusual: true,
    }),
    column('guarantees', sql`nullif(array_to_string(c.guarantees, ', '), '')`, { unusual: true }),
    column('third_party', opposite('name'), { unusual: true }),
    column('third_party_plate', opposite('plate'), { unusual: true }),
    column('third_party_company', opposite('company'), { unusual: true }),
    column('agency', sql`a.number`, {
      label: /*i18n*/ { id: 'claim.export.agency', message: 'Agence' },
      kind: 'code',
      onScreen: ['agency_id'],
    }),
    column('owner', sql`o.name`, { onScreen: ['owner_id'] }),
    column('created_at', sql`c.created_at`, {
      label: /*i18n*/ { id: 'claim.export.created_at', message: 'Enregistré le' },
      kind: 'instant',
      unusual: true,
    }),
  ],
}

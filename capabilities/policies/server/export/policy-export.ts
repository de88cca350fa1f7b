import { sql } from 'kysely'
import { columnsOfFields } from '#kernel/server/export-fields.ts'
import type { Exportable, ExportColumn } from '#kernel/server/exportable.ts'
import type { Context } from '#kernel/server/context.ts'
import { objectImportFields } from '../import/object-fields.ts'
import { statusChoices } from '../import/policy-choices.ts'
import { policyImportFields } from '../import/policy-fields.ts'
import { policyList } from '../policy-list.ts'
import { policyStatusSql } from '../status-sql.ts'

const column = columnsOfFields(policyImportFields)

/** States that a policy has by the day; an import reads them as in force. */
const stateChoices = [
  ...statusChoices,
  { value: 'to_renew', label: /*i18n*/ { id: 'policy.export.status.to_renew', message: 'À renouveler' } },
  { value: 'renewed', label: /*i18n*/ { id: 'policy.export.status.renewed', message: 'Renouvelée' } },
]

const direct: readonly (readonly [key: string, more?: Partial<ExportColumn>])[] = [
  ['subscribed_on'],
  ['effective_date'],
  ['expiry_date'],
  ['contract_type'],
  ['periodicity', { unusual: true }],
  ['payment_mode', { unusual: true }],
  ['end_date', { unusual: true }],
  ['end_reason', { unusual: true }],
  ['net_premium_centimes'],
  ['fee_centimes'],
  ['vat_centimes'],
  ['fga_centimes'],
  ['stamp_centimes'],
  ['graded_stamp_centimes'],
  ['vehicle_tax_centimes'],
  ['total_premium_centimes'],
  ['commission_centimes', { unusual: true }],
  ['management_commission_centimes', { unusual: true }],
  ['convention_code', { unusual: true }],
  ['discount_rate', { unusual: true }],
]

/** What a policy insures now; of a fleet, its first. */
const firstObject = sql`from insured_object_window i where i.organization_id = p.organization_id and i.policy_id = p.id and i.until_date is null order by i.from_date, i.id limit 1`
const own: ReadonlySet<string> = new Set(['plate', 'chassis', 'value_centimes'])
const byNumber: ReadonlySet<string> = new Set(['power', 'seats', 'first_year'])
const usualObjectFields: ReadonlySet<string> = new Set(['plate', 'make', 'model'])

const objectValue = (key: string) => {
  if (own.has(key)) return sql`(select ${sql.ref(`i.${key}`)} ${firstObject})`
  if (key === 'risk_address') return sql`(select i.address ${firstObject})`
  const told = sql`i.details->>${sql.lit(key)}`
  return byNumber.has(key) ? sql`(select (${told})::integer ${firstObject})` : sql`(select ${told} ${firstObject})`
}

const objectColumns = (ctx: Context): ExportColumn[] => [
  ...objectImportFields
    .filter(({ key }) => key !== 'insured_object' && key !== 'risk_wilaya')
    .map(({ key }) => column(key, objectValue(key), usualObjectFields.has(key) ? { onScreen: ['insured_label'] } : { unusual: true })),
  column(
    'risk_wilaya',
    sql`(select ${ctx.actor.language === 'ar' ? sql`w.name_ar` : sql`w.name_fr`} from wilaya w where w.code = (select i.wilaya ${firstObject}))`,
    {
      unusual: true,
    },
  ),
  column('insured_object', sql`p.insured_label`, { onScreen: ['insured_label'] }),
]

/** Policies as a file, each with its present term. */
export const policyExport: Exportable = {
  object: 'policies',
  permission: 'policy',
  label: /*i18n*/ { id: 'import.policies', message: 'Polices' },
  list: policyList,
  columns: (ctx) => [
    column('number', sql`p.number`),
    column('contact', sql`h.code`, { kind: 'code' }),
    column('contact_name', sql`h.name`, { onScreen: ['contact'] }),
    column('product', sql`r.code`, { kind: 'code', onScreen: ['product_id'] }),
    column('product_name', sql`r.name`, {
      label: /*i18n*/ { id: 'policy.export.product_name', message: 'Nom du produit' },
      onScreen: ['product_id'],
    }),
    column('formula', sql`p.formula_name`, { onScreen: ['formula_name'] }),
    column('agency', sql`a.number`, { kind: 'code', onScreen: ['agency_id'] }),
    column('owner', sql`o.name`, { onScreen: ['owner_id'] }),
    column('intermediary', sql`p.intermediary`, { unusual: true }),
    column('status', policyStatusSql('p'), { choices: stateChoices }),
    ...direct.map(([key, more]) => column(key, sql.ref(`p.${key}`), more)),
    column('duration', sql`p.duration_code`, { onScreen: ['duration_code'] }),
    column('bm_coefficient', sql`(p.bm_coefficient * 100)::integer`, { unusual: true }),
    ...objectColumns(ctx),
    column('policy_remarks', sql`p.remarks`, { unusual: true }),
    column('external_id', sql`p.external_id`, { unusual: true }),
    {
      key: 'created_at',
      label: /*i18n*/ { id: 'policy.export.created_at', message: 'Enregistrée le' },
      kind: 'instant',
      value: sql`p.created_at`,
      unusual: true,
    },
  ],
}

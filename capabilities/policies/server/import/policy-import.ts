import { fileImport, type FilePart } from '#kernel/server/file-import.ts'
import { importable, type MatchKey, type StagedType } from '#kernel/server/importable.ts'
import { agencyRelation, contactRelation, ownerRelation } from '#capabilities/customers/server/index.ts'
import { listPlaces } from '#capabilities/organization/server/index.ts'
import { productRelation } from '#capabilities/products/server/index.ts'
import { partNames } from '../../fields.ts'
import { checkPolicies } from './check-policies.ts'
import { comparePolicies, followPolicies, restorePolicies } from './follow-policies.ts'
import { foldPolicy } from './fold-policy.ts'
import { makePolicies } from './make-policies.ts'
import { policyImportFields } from './policy-fields.ts'
import { takePoliciesBack } from './take-policies-back.ts'

/** By the identifier of the system from which policies come, which is unique within it. */
export const policyByExternalId: MatchKey = {
  key: 'external_id',
  label: /*i18n*/ { id: 'policy.match.external_id', message: 'Identifiant externe' },
  fields: ['external_id'],
  columns: ['external_id'],
  withSource: true,
  unique: true,
  usual: true,
}
const byNumber: MatchKey = {
  key: 'number',
  label: /*i18n*/ { id: 'policy.match.number', message: 'Numéro de police' },
  fields: ['number'],
  columns: ['number'],
  usual: true,
}
/** Where one number serves several customers. */
export const policyByNumberAndHolder: MatchKey = {
  key: 'number_and_contact',
  label: /*i18n*/ { id: 'policy.match.number_and_contact', message: 'Numéro de police et client' },
  fields: ['number', 'contact'],
  columns: ['number', 'contact_id'],
}
const matchKeys: readonly MatchKey[] = [policyByExternalId, byNumber, policyByNumberAndHolder]

const money = [...partNames, 'total_premium_centimes', 'commission_centimes', 'management_commission_centimes'] as const

const written: Readonly<Record<string, StagedType>> = {
  number: 'text',
  intermediary: 'text',
  formula_name: 'text',
  status: 'text',
  end_date: 'date',
  end_reason: 'text',
  contract_type: 'text',
  duration_code: 'text',
  periodicity: 'text',
  payment_mode: 'text',
  subscribed_on: 'date',
  effective_date: 'date',
  expiry_date: 'date',
  convention_code: 'text',
  discount_rate: 'integer',
  bm_coefficient: 'numeric',
  ...Object.fromEntries(money.map((column) => [column, 'bigint' as const])),
  remarks: 'text',
  external_id: 'text',
  external_source: 'text',
}

/** Policies as rows of files bring them in; the unit of which both files of policies and files of several kinds are made. */
export const policyRecords = importable({
  object: 'policies',
  permission: 'policy',
  label: /*i18n*/ { id: 'import.policies', message: 'Polices' },
  path: '/policies',
  fields: policyImportFields,
  needs: [],
  matchKeys,
  defaults: ['agency_id', 'owner_id', 'product_id'],
  rowModule: import.meta.resolve('./read-policy-row.ts'),
  frame: async (ctx, { source }) => ({ places: await listPlaces(ctx), source }),
  target: {
    table: 'policy',
    // Terms, things insured and the number of the last amendment are of the chunk alone.
    columns: { ...written, movement: 'text', amendment_number: 'integer', object: 'text', objects: 'text', terms: 'text' },
    written: Object.keys(written),
    required: [
      'number',
      'status',
      'contract_type',
      'duration_code',
      'periodicity',
      'subscribed_on',
      'effective_date',
      'expiry_date',
      'discount_rate',
      ...money,
      'external_id',
      'external_source',
    ],
    relations: [contactRelation, productRelation, agencyRelation, ownerRelation],
    sourceColumn: 'external_source',
    placed: true,
    check: checkPolicies,
    compare: comparePolicies,
    create: makePolicies,
    updated: followPolicies,
    restored: restorePolicies,
    takeBack: takePoliciesBack,
  },
})

/** A file of policies: one row each, or one for each of its movements, terms or vehicles. */
const part: FilePart = {
  name: 'policy',
  importable: policyRecords,
  match: (chosen) => matchKeys.filter(({ key }) => key === chosen),
  links: [],
  fold: foldPolicy('states'),
}

/** Policies from files. */
export const policyImport = fileImport({
  object: 'policies',
  permission: 'policy',
  label: /*i18n*/ { id: 'import.policies', message: 'Polices' },
  about: /*i18n*/ {
    id: 'import.policies.about',
    message: 'Les clients existent déjà. Une police par ligne, ou plusieurs lignes pour ses avenants, ses termes ou ses véhicules.',
  },
  path: '/policies',
  fields: policyImportFields.map((field) => ({ ...field, fills: [`policy.${field.key}`] })),
  needs: [['number'], ['contact', 'contact_name'], ['effective_date', 'expiry_date', 'last_day']],
  matchKeys,
  defaults: ['agency_id', 'owner_id', 'product_id'],
  rowModule: import.meta.resolve('./read-policy-file.ts'),
  frame: async (_ctx, { match_on }) => ({ match_on }),
  parts: [part],
  beside: [],
})

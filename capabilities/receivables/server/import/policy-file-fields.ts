import type { FileField } from '#kernel/server/file-import.ts'
import type { ImportField } from '#kernel/server/importable.ts'
import { contactImport } from '#capabilities/customers/server/index.ts'
import { policyImportFields } from '#capabilities/policies/server/index.ts'
import { billAmountFields, billImportFields, ownBillFields } from './bill-fields.ts'

const named = (fields: readonly ImportField[], key: string): ImportField => {
  const found = fields.find((field) => field.key === key)
  if (!found) throw new Error(`no field ${key}`)
  return found
}

/** The customer: identified, named, reached. Columns that also name other things of the file are told apart by their own words. */
const customerFields: readonly FileField[] = [
  {
    key: 'contact_external_id',
    label: /*i18n*/ { id: 'policy_file.contact_external_id', message: 'Identifiant du client' },
    kind: 'code',
    longest: 80,
    synonyms: [
      'ncli',
      'CODEASSU',
      'N° client',
      'Numéro client',
      'Code client',
      'Code assuré',
      'N° assuré',
      'Id client',
      'Identifiant client',
      'Client id',
      'Customer id',
      'Customer number',
      'Policyholder id',
      'رقم الزبون',
    ],
    fills: ['contact.external_id'],
  },
  {
    key: 'contact_name',
    label: /*i18n*/ { id: 'policy_file.contact_name', message: 'Nom et prénom du client' },
    kind: 'text',
    longest: 240,
    synonyms: [
      'nomncli',
      'RAISSOUS',
      'Nom client',
      'Nom du client',
      'Client',
      'Assuré',
      'Nom assuré',
      'Souscripteur',
      'Nom et prénom',
      'Nom complet',
      'Customer',
      'Customer name',
      'Policyholder',
      'المؤمن له',
      'الاسم الكامل',
    ],
    fills: ['contact.name'],
  },
  ...(
    [
      'code',
      'kind',
      'title',
      'last_name',
      'first_name',
      'company_name',
      'birth_date',
      'birth_place',
      'profession',
      'nin',
      'nif',
      'rc',
      'mobile',
      'phone',
      'email',
      'address',
      'wilaya',
      'commune',
      'postcode',
    ] as const
  ).map((key) => ownContactField(key)),
]

function ownContactField(key: string): FileField {
  const field = named(contactImport.fields, key)
  const fills = [`contact.${key}`]
  // What a file of contracts calls so is the number of the customer in its own system.
  if (key === 'code')
    return {
      ...field,
      key: 'contact_code',
      label: /*i18n*/ { id: 'policy_file.contact_code', message: 'Code client ASSURA' },
      synonyms: ['Code CRM'],
      fills,
    }
  if (key === 'kind')
    return {
      ...field,
      key: 'contact_kind',
      synonyms: ['Type de client', 'Type client', 'type_client', 'Personne physique ou morale', 'Nature client'],
      fills,
    }
  if (key === 'address')
    return { ...field, key: 'contact_address', synonyms: ['ADRESOUS', 'Adresse client', 'Adresse assuré', 'Address'], fills }
  return { ...field, key: `contact_${key}`, fills }
}

/** Fields of a policy that are none of its customer, of its bill, or of both. */
const ofOthers: ReadonlySet<string> = new Set([
  'contact',
  'contact_name',
  'contact_birth_date',
  'external_id',
  'movement',
  'agency',
  'owner',
  'effective_date',
  'expiry_date',
  'last_day',
  'total_premium_centimes',
  ...billAmountFields.map(({ key }) => key),
])

const sharedFields: readonly FileField[] = [
  { ...named(policyImportFields, 'agency'), fills: ['contact.agency', 'policy.agency', 'receivable.agency'] },
  { ...named(policyImportFields, 'owner'), fills: ['contact.owner', 'policy.owner', 'receivable.owner'] },
  { ...named(policyImportFields, 'effective_date'), fills: ['policy.effective_date', 'receivable.period_from'] },
  { ...named(policyImportFields, 'expiry_date'), fills: ['policy.expiry_date', 'receivable.period_until'] },
  { ...named(policyImportFields, 'last_day'), fills: ['policy.last_day', 'receivable.period_last_day'] },
]

const policyFields: readonly FileField[] = policyImportFields
  .filter(({ key }) => !ofOthers.has(key))
  .map((field) => ({
    ...field,
    key: field.key === 'number' ? 'policy_number' : field.key === 'status' ? 'policy_status' : field.key,
    fills: [`policy.${field.key}`],
  }))

const amountFields: readonly FileField[] = billAmountFields.map((field) => ({
  ...field,
  fills: [`policy.${field.key === 'amount_centimes' ? 'total_premium_centimes' : field.key}`, `receivable.${field.key}`],
}))

const billFields: readonly FileField[] = [
  ...ownBillFields
    .filter(({ key }) => !key.startsWith('period_'))
    .map((field) => ({
      ...field,
      key: field.key === 'number' ? 'bill_number' : field.key === 'kind' ? 'bill_kind' : field.key,
      fills: [`receivable.${field.key}`],
    })),
  { ...named(billImportFields, 'covered_days'), fills: [] },
]

/** All that a file of customers, policies and bills can say. */
export const policyFileFields: readonly FileField[] = [...customerFields, ...policyFields, ...sharedFields, ...amountFields, ...billFields]

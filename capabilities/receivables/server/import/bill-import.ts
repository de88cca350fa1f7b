import { fileImport, type FilePart } from '#kernel/server/file-import.ts'
import { importable, type MatchKey, type StagedType } from '#kernel/server/importable.ts'
import { agencyRelation, contactRelation, ownerRelation } from '#capabilities/customers/server/index.ts'
import { policyRelation } from '#capabilities/policies/server/index.ts'
import { billKindChoices } from './bill-choices.ts'
import { billImportFields } from './bill-fields.ts'
import { checkBills, restoreBills } from './check-bills.ts'
import { foldBill } from './fold-bill.ts'
import { followBills, makeBills } from './make-bills.ts'
import { takeBillsBack } from './take-bills-back.ts'

/** By the identifier of the system from which bills come, which is unique within it. */
export const billByExternalId: MatchKey = {
  key: 'external_id',
  label: /*i18n*/ { id: 'receivable.match.external_id', message: 'Identifiant externe' },
  fields: ['external_id'],
  columns: ['external_id'],
  withSource: true,
  unique: true,
  usual: true,
}
/** Numbers of bills are those of their policy. */
export const billByNumberAndPolicy: MatchKey = {
  key: 'number_and_policy',
  label: /*i18n*/ { id: 'receivable.match.number_and_policy', message: 'Numéro de quittance et police' },
  fields: ['number', 'policy'],
  columns: ['number', 'policy_id'],
  usual: true,
}
const byNumber: MatchKey = {
  key: 'number',
  label: /*i18n*/ { id: 'receivable.match.number', message: 'Numéro de quittance' },
  fields: ['number'],
  columns: ['number'],
  usual: true,
}
const matchKeys: readonly MatchKey[] = [billByExternalId, billByNumberAndPolicy, byNumber]

const money = [
  'net_premium_centimes',
  'fee_centimes',
  'vat_centimes',
  'fga_centimes',
  'stamp_centimes',
  'graded_stamp_centimes',
  'vehicle_tax_centimes',
  'amount_centimes',
  'balance_centimes',
] as const

const written: Readonly<Record<string, StagedType>> = {
  number: 'text',
  kind: 'text',
  issued_on: 'date',
  due_date: 'date',
  period_from: 'date',
  period_until: 'date',
  ...Object.fromEntries(money.map((column) => [column, 'bigint' as const])),
  status: 'text',
  remarks: 'text',
  external_id: 'text',
  external_source: 'text',
}

/** The kinds under which the money of bills is added up. */
export const billMoney = billKindChoices.map(({ value, label }) => ({ value, label }))

/** Bills as rows of files bring them in. */
export const billRecords = importable({
  object: 'receivables',
  permission: 'receivable',
  label: /*i18n*/ { id: 'import.receivables', message: 'Quittances' },
  path: '/receivables',
  fields: billImportFields,
  needs: [],
  matchKeys,
  defaults: ['agency_id', 'owner_id', 'bills'],
  rowModule: import.meta.resolve('./read-bill-row.ts'),
  frame: async (_ctx, { source, bills }) => ({ source, bills }),
  target: {
    table: 'receivable',
    // What the file says was paid is of the chunk alone: it becomes a payment.
    columns: { ...written, told_status: 'text', told_paid: 'bigint', paid_on: 'date', paid_mode: 'text' },
    written: Object.keys(written),
    required: ['number', 'kind', 'issued_on', 'due_date', ...money, 'status', 'external_id', 'external_source'],
    relations: [policyRelation, contactRelation, agencyRelation, ownerRelation],
    sourceColumn: 'external_source',
    placed: true,
    check: checkBills,
    create: makeBills,
    updated: followBills,
    restored: restoreBills,
    takeBack: takeBillsBack,
  },
})

const part: FilePart = {
  name: 'receivable',
  importable: billRecords,
  match: (chosen) => matchKeys.filter(({ key }) => key === chosen),
  links: [],
  fold: foldBill,
}

/** Bills from files: one row each, or one for each of their lines. */
export const billImport = fileImport({
  object: 'receivables',
  permission: 'receivable',
  label: /*i18n*/ { id: 'import.receivables', message: 'Quittances' },
  about: /*i18n*/ {
    id: 'import.receivables.about',
    message: 'Les polices et les clients existent déjà. Une quittance par ligne ; les lignes d’une même quittance s’additionnent.',
  },
  path: '/receivables',
  fields: billImportFields.map((field) => ({ ...field, fills: [`receivable.${field.key}`] })),
  needs: [
    ['number'],
    ['policy', 'contact', 'contact_name'],
    ['amount_centimes', 'net_premium_centimes'],
    ['issued_on', 'due_date', 'period_from'],
  ],
  matchKeys,
  defaults: ['agency_id', 'owner_id', 'bills'],
  rowModule: import.meta.resolve('./read-bill-file.ts'),
  frame: async (_ctx, { match_on }) => ({ match_on }),
  money: billMoney,
  parts: [part],
  beside: ['covered_days'],
})

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { fileImport, type FileLine, type FilePart } from '#kernel/server/file-import.ts'
import type { CellValue, ImportChunk, MatchKey } from '#kernel/server/importable.ts'
import { contactImport } from '#capabilities/customers/server/index.ts'
import {
  foldPolicy,
  keepImportedStates,
  policyByExternalId,
  policyByNumberAndHolder,
  policyRecords,
} from '#capabilities/policies/server/index.ts'
import { billByExternalId, billByNumberAndPolicy, billMoney, billRecords } from './bill-import.ts'
import { foldBill } from './fold-bill.ts'
import { policyFileFields } from './policy-file-fields.ts'

type Row = Readonly<Record<string, CellValue>>

const day = (row: Row | undefined, column: string): string | null => (typeof row?.[column] === 'string' ? row[column] : null)

const ended: ReadonlySet<CellValue | undefined> = new Set(['draft', 'cancelled', 'void', 'lapsed', 'expired'])

/** True while one of the policies in the rows covers on a day. */
const isCovered = (lines: readonly FileLine[], today: string): boolean =>
  lines.some(({ parts }) => {
    const policy = parts['policy']
    const until = day(policy, 'end_date') ?? day(policy, 'expiry_date')
    return until !== null && until > today && !ended.has(policy?.['status'])
  })

/** A customer whom a file of contracts brings is one since the first of them, and still one while a contract runs. */
const foldCustomer = (lines: readonly FileLine[], given: Row, { today }: { readonly today: string }): Row => {
  const since = lines
    .flatMap(({ parts }) => [day(parts['policy'], 'effective_date'), day(parts['receivable'], 'issued_on')])
    .reduce((first, one) => (one !== null && one <= today && (first === null || one < first) ? one : first), null)
  if (!lines.some(({ parts }) => parts['policy'] !== undefined)) return {}
  return {
    status: day(given, 'status') ?? (isCovered(lines, today) ? 'active' : 'inactive'),
    registered_on: day(given, 'registered_on') ?? since,
  }
}

const customerKeys = ['external_id', 'code', 'nin', 'nif', 'name_and_birth']
const customerMatch: readonly MatchKey[] = customerKeys.flatMap((wanted) => contactImport.matchKeys.filter(({ key }) => key === wanted))

const termColumns = [
  'effective_date',
  'expiry_date',
  'duration_code',
  'net_premium_centimes',
  'fee_centimes',
  'vat_centimes',
  'fga_centimes',
  'stamp_centimes',
  'graded_stamp_centimes',
  'vehicle_tax_centimes',
  'total_premium_centimes',
]

/** A file of last year's bills does not take a policy back to last year's term. */
const keepLaterTerm = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`update ${chunk.rows} k set ${sql.raw(termColumns.map((column) => `${column} = null`).join(', '))}
    from policy_card p where k.action = 'update' and p.organization_id = ${ctx.organizationId}::uuid and p.id = k.id and k.effective_date < p.effective_date`.execute(
    ctx.db,
  )
  await sql`update ${chunk.rows} k set status = null where k.action = 'update' and k.effective_date is null and k.status not in ('cancelled', 'void', 'suspended')`.execute(
    ctx.db,
  )
  await keepImportedStates(ctx, chunk)
}

const parts: readonly FilePart[] = [
  { name: 'contact', importable: contactImport, match: () => customerMatch, links: [], fold: foldCustomer },
  {
    name: 'policy',
    importable: policyRecords,
    match: () => [policyByExternalId, policyByNumberAndHolder],
    links: [{ column: 'contact_id', part: 'contact' }],
    derives: ['external_id', 'movement'],
    fold: foldPolicy('bills'),
    yield: keepLaterTerm,
  },
  {
    name: 'receivable',
    importable: billRecords,
    match: () => [billByExternalId, billByNumberAndPolicy],
    links: [
      { column: 'contact_id', part: 'contact' },
      { column: 'policy_id', part: 'policy' },
    ],
    derives: ['external_id'],
    fold: foldBill,
  },
]

/** Customers, policies and bills in one file, as systems of production give them out: a row is a line of a bill. */
export const policyFileImport = fileImport({
  object: 'policy_file',
  permission: 'policy',
  label: /*i18n*/ { id: 'import.policy_file', message: 'Clients, polices et quittances' },
  about: /*i18n*/ {
    id: 'import.policy_file.about',
    message:
      'Un seul fichier, trois fiches par ligne : le client, sa police et la quittance. Les lignes d’un même client ou d’une même police se complètent.',
  },
  path: '/policies',
  fields: policyFileFields,
  needs: [
    ['policy_number'],
    ['contact_external_id', 'contact_name', 'contact_last_name', 'contact_company_name', 'contact_nin', 'contact_code'],
    ['effective_date', 'expiry_date', 'last_day'],
  ],
  matchKeys: [
    {
      key: 'number_and_client',
      label: /*i18n*/ {
        id: 'policy_file.match',
        message: 'Identifiant du client ; numéro de police et client ; numéro de quittance et police',
      },
      fields: ['policy_number'],
      columns: [],
      usual: true,
    },
  ],
  defaults: ['agency_id', 'owner_id', 'product_id', 'bills'],
  rowModule: import.meta.resolve('./read-policy-file-row.ts'),
  money: billMoney,
  parts,
  beside: ['covered_days'],
})

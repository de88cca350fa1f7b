import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { importable, type ImportChunk, type MatchKey, type StagedType, type TakenBack } from '#kernel/server/importable.ts'
import { touchedByPeople } from '#kernel/server/touched-by-people.ts'
import { todayIn } from '#kernel/shared/days.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { agencyRelation, contactRelation, refuseHoldersOutOfReach } from '#capabilities/customers/server/index.ts'
import { paymentModeChoices } from './bill-choices.ts'
import { makePayments, namedBills, recount } from './make-payments.ts'
import { paymentImportFields } from './payment-fields.ts'

const matchKeys: readonly MatchKey[] = [
  {
    key: 'external_id',
    label: /*i18n*/ { id: 'payment.match.external_id', message: 'Identifiant externe' },
    fields: ['external_id'],
    columns: ['external_id'],
    withSource: true,
    unique: true,
    usual: true,
  },
  {
    key: 'number',
    label: /*i18n*/ { id: 'payment.match.number', message: 'Numéro de paiement' },
    fields: ['number'],
    columns: ['number'],
    usual: true,
  },
]

/** What a file may mend of a payment that is recorded: never its amount, its day, or what it settles. */
const written = ['reference', 'bank', 'note', 'external_id', 'external_source']
const columns: Readonly<Record<string, StagedType>> = {
  ...Object.fromEntries([...written, 'number', 'bill', 'policy', 'mode', 'state'].map((column) => [column, 'text' as const])),
  amount_centimes: 'bigint',
  paid_on: 'date',
}

const reasons = {
  no_payer: {
    code: 'payer_missing',
    field: 'contact',
    sentence: /*i18n*/ { id: 'payment.import.payer_missing', message: 'Ni client ni quittance connus : le paiement ne peut pas être créé' },
  },
  no_bill: {
    code: 'bill_unknown',
    field: 'bill',
    sentence: /*i18n*/ { id: 'payment.import.bill_unknown', message: 'Ce client n’a pas cette quittance' },
  },
  several: {
    code: 'bill_of_several',
    field: 'bill',
    sentence: /*i18n*/ {
      id: 'payment.import.bill_of_several',
      message: 'Ce numéro de quittance est celui de plusieurs clients : nommez le client',
    },
  },
}

const refuse = async (ctx: Context, chunk: ImportChunk, reason: unknown, when: ReturnType<typeof sql>): Promise<void> => {
  await sql`update ${chunk.rows} k set problems = coalesce(k.problems, '[]'::jsonb) || jsonb_build_array(${JSON.stringify(reason)}::jsonb)
    where k.action = 'create' and k.problems is null and ${when}`.execute(ctx.db)
}

/** A payment is that of the customer whom the row names, or whose bill it names; received by the agency named, otherwise the customer's. */
const checkPayments = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const found = sql`select n.row_no, count(*) as bills, count(distinct n.contact_id) as holders, (array_agg(n.contact_id))[1] as contact_id from (${namedBills(ctx, chunk)}) n group by n.row_no`
  const bills = await sql<{ row_no: number; holders: number; contact_id: string }>`${found}`.execute(ctx.db)
  const named = bills.rows.map(({ row_no }) => row_no)
  const several = bills.rows.filter(({ holders }) => holders > 1).map(({ row_no }) => row_no)
  await refuse(ctx, chunk, reasons.no_bill, sql`k.bill is not null and not k.row_no = any(${named}::integer[])`)
  await refuse(ctx, chunk, reasons.several, sql`k.row_no = any(${several}::integer[])`)
  await sql`update ${chunk.rows} k set contact_id = n.contact_id from jsonb_to_recordset(${JSON.stringify(bills.rows)}::jsonb) n(row_no integer, contact_id uuid)
    where k.row_no = n.row_no and k.contact_id is null and k.problems is null`.execute(ctx.db)
  await refuse(ctx, chunk, reasons.no_payer, sql`k.contact_id is null`)
  await sql`update ${chunk.rows} k set agency_id = c.agency_id from contact_window c
    where k.action = 'create' and k.agency_id is null and c.organization_id = ${ctx.organizationId}::uuid and c.id = k.contact_id`.execute(
    ctx.db,
  )
  await refuseHoldersOutOfReach(ctx, chunk)
}

const sentences = {
  held: /*i18n*/ { id: 'payment.kept_held', message: 'Conservé : un reçu ou un remboursement s’y rattache depuis l’import' },
  touched: /*i18n*/ { id: 'payment.kept_touched', message: 'Conservé : modifié depuis l’import' },
} as const

/** Payments that an import had made go away, and what they settled is due again; those that somebody worked on since stay. */
const takePaymentsBack = async (ctx: Context, ids: readonly string[]): Promise<TakenBack> => {
  const org = ctx.organizationId
  const bills = await sql<{ id: string }>`select r.id from receivable r where r.organization_id = ${org}::uuid and r.id in (
      select pa.receivable_id from payment_allocation pa where pa.organization_id = ${org}::uuid and pa.payment_id = any(${[...ids]}::uuid[])) order by r.id for no key update`.execute(
    ctx.db,
  )
  const found = await sql<{ id: string; touched: boolean; used: boolean }>`select p.id, ${touchedByPeople(ctx, 'p')} as touched,
      p.receipt_id is not null or p.refunded_centimes <> 0 or exists (select 1 from payment o where o.organization_id = ${org}::uuid and o.refund_of = p.id) as used
    from payment p where p.organization_id = ${org}::uuid and p.id = any(${[...ids]}::uuid[]) order by p.id for update of p`.execute(ctx.db)
  const kept = found.rows.flatMap(({ id, touched, used }): { id: string; sentence: Sentence }[] => {
    if (used) return [{ id, sentence: sentences.held }]
    return touched ? [{ id, sentence: sentences.touched }] : []
  })
  const staying = new Set(kept.map(({ id }) => id))
  const removed = found.rows.map(({ id }) => id).filter((id) => !staying.has(id))
  await sql`delete from payment where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  await recount(
    ctx,
    bills.rows.map(({ id }) => id),
  )
  return { removed, binned: [], kept }
}

/** Payments from files: allocated to the bill named, otherwise oldest first; the rest stays with the customer. */
export const paymentImport = importable({
  object: 'payments',
  permission: 'payment',
  label: /*i18n*/ { id: 'import.payments', message: 'Paiements' },
  about: /*i18n*/ {
    id: 'import.payments.about',
    message: 'Chaque paiement va à la quittance nommée, sinon aux plus anciennes du client ; le reste lui est gardé en avoir.',
  },
  path: '/payments',
  fields: paymentImportFields,
  needs: [['amount_centimes'], ['paid_on'], ['contact', 'contact_name', 'bill']],
  matchKeys,
  defaults: [],
  rowModule: import.meta.resolve('./read-payment-row.ts'),
  frame: async (ctx, { source }) => ({ source, today: todayIn(ctx.actor.timeZone, new Date(ctx.now)) }),
  money: [
    ...paymentModeChoices.map(({ value, label }) => ({ value, label })),
    { value: 'untold', label: /*i18n*/ { id: 'payment.import.mode.untold', message: 'Mode non précisé' } },
  ],
  target: {
    table: 'payment',
    columns,
    written,
    required: ['external_id', 'external_source'],
    relations: [contactRelation, agencyRelation],
    sourceColumn: 'external_source',
    placed: false,
    check: checkPayments,
    create: makePayments,
    takeBack: takePaymentsBack,
  },
})

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { LetterLanguage } from '#kernel/server/letters.ts'
import type { Day } from '#kernel/shared/days.ts'
import type { LetterToMake } from '#capabilities/documents/server/index.ts'
import type { CaseRecord } from './load-cases.ts'
import type { RecoveryData } from './letters.ts'

interface Merged {
  readonly case_id: string
  readonly contact_id: string
  readonly policy_id: string
  readonly agency_id: string
  readonly language: string
  readonly name: string
  readonly address: string | null
  readonly address_ar: string | null
  readonly postcode: string | null
  readonly commune: string | null
  readonly commune_ar: string | null
  readonly wilaya: string | null
  readonly wilaya_ar: string | null
  readonly product: string
  readonly product_ar: string | null
  readonly insured_label: string | null
  readonly receivable_number: string
  readonly policy_number: string
  readonly due_date: Day
  readonly period_from: Day | null
  readonly period_until: Day | null
  readonly amount_centimes: number
  readonly paid_centimes: number
  readonly balance_centimes: number
}

/** A case whose letter is to be written, with the days that it sets. */
export interface LetterPlan {
  readonly found: CaseRecord
  readonly today: Day
  readonly effectiveOn: Day
  readonly step: string
  readonly deadline: Day | null
}

/** What the letters of these cases merge, in one question; Arabic for customers who read it, unless the language is chosen. */
export const lettersFor = async (
  ctx: Context,
  plans: readonly LetterPlan[],
  chosen: LetterLanguage | undefined,
): Promise<ReadonlyMap<string, Omit<LetterToMake, 'template' | 'title'>>> => {
  const { rows } = await sql<Merged>`
    select d.id as case_id, d.contact_id, d.policy_id, d.agency_id, c.language, c.name, c.address, c.address_ar, c.postcode, m.name_fr as commune, m.name_ar as commune_ar,
      w.name_fr as wilaya, w.name_ar as wilaya_ar, pd.name as product, pd.name_ar as product_ar, p.insured_label, r.number as receivable_number, p.number as policy_number,
      d.due_date, r.period_from, r.period_until, r.amount_centimes, r.paid_centimes, r.balance_centimes
    from dunning_case d
    join receivable r on r.organization_id = d.organization_id and r.id = d.receivable_id
    join contact_window c on c.organization_id = d.organization_id and c.id = d.contact_id
    join policy_card p on p.organization_id = d.organization_id and p.id = d.policy_id
    join product_card pd on pd.organization_id = p.organization_id and pd.id = p.product_id
    left join commune m on m.code = c.commune
    left join wilaya w on w.code = c.wilaya
    where d.organization_id = ${ctx.organizationId}::uuid and d.id = any(${plans.map(({ found }) => found.id)}::uuid[])`.execute(ctx.db)
  const merged = new Map(rows.map((row) => [row.case_id, row]))
  return new Map(
    plans.flatMap((planned) => {
      const row = merged.get(planned.found.id)
      return row ? [[planned.found.id, letterOf(row, planned, chosen ?? (row.language === 'ar' ? 'ar' : 'fr'))] as const] : []
    }),
  )
}

const letterOf = (row: Merged, planned: LetterPlan, language: LetterLanguage): Omit<LetterToMake, 'template' | 'title'> => {
  const arabic = language === 'ar'
  const town = [row.postcode, arabic ? (row.commune_ar ?? row.commune) : row.commune].filter((part) => part !== null).join(' ')
  const lines = [arabic ? (row.address_ar ?? row.address) : row.address, town, arabic ? (row.wilaya_ar ?? row.wilaya) : row.wilaya]
  const day = (step: string) => planned.found.steps.find((one) => one.step === step)?.done_on ?? null
  const data: RecoveryData = {
    recipient: { name: row.name, lines: lines.filter((line): line is string => line !== null && line !== '') },
    date: planned.today,
    case_number: row.receivable_number,
    policy_number: row.policy_number,
    product: { fr: row.product, ar: row.product_ar ?? row.product },
    insured: row.insured_label,
    bill_number: row.receivable_number,
    due_date: row.due_date,
    period_from: row.period_from,
    period_until: row.period_until,
    amount_centimes: row.amount_centimes,
    paid_centimes: row.paid_centimes,
    balance_centimes: row.balance_centimes,
    noticed_on: day('formal_notice'),
    suspended_on: planned.step === 'suspension' ? planned.effectiveOn : day('suspension'),
    deadline: planned.deadline,
  }
  return { subjectId: row.contact_id, aboutId: row.policy_id, agencyId: row.agency_id, language, data }
}

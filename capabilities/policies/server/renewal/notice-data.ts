import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { LetterLanguage } from '#kernel/server/letters.ts'
import { addDays, type Day } from '#kernel/shared/days.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { LetterToMake } from '#capabilities/documents/server/index.ts'
import { partNames, type PremiumParts } from '../../fields.ts'
import { expiryAfter } from '../../rules.ts'
import type { PolicyRecord } from '../load-policy.ts'
import { planRenewal } from '../renew-policy.ts'
import { noticeLetter, type NoticeData } from './notice-letter.ts'

/** What is merged besides the policy's own fields. */
interface Surroundings {
  readonly policy_id: string
  readonly language: string
  readonly name: string
  readonly lines_fr: (string | null)[]
  readonly lines_ar: (string | null)[]
  readonly product: string
  readonly product_ar: string | null
  readonly compulsory: boolean
  readonly cash_rule: string
}

/** Names and addresses of the holders of these policies, in one question. */
export const noticeSurroundings = async (ctx: Context, policyIds: readonly string[]): Promise<ReadonlyMap<string, Surroundings>> => {
  const { rows } = await sql<Surroundings>`
    select p.id as policy_id, c.language, c.name, pd.name as product, pd.name_ar as product_ar, pd.compulsory, pd.cash_rule,
      array[c.address, nullif(concat_ws(' ', c.postcode, m.name_fr), ''), w.name_fr] as lines_fr,
      array[coalesce(c.address_ar, c.address), nullif(concat_ws(' ', c.postcode, m.name_ar), ''), w.name_ar] as lines_ar
    from policy p
    join contact_window c on c.organization_id = p.organization_id and c.id = p.contact_id
    join product_card pd on pd.organization_id = p.organization_id and pd.id = p.product_id
    left join commune m on m.code = c.commune
    left join wilaya w on w.code = c.wilaya
    where p.organization_id = ${ctx.organizationId}::uuid and p.id = any(${[...policyIds]}::uuid[])`.execute(ctx.db)
  return new Map(rows.map((row) => [row.policy_id, row]))
}

/** The price of the next term: by the tariff, or as it is where no tariff can say. */
const nextPrice = async (ctx: Context, policy: PolicyRecord): Promise<PremiumParts & { total_premium_centimes: number }> => {
  try {
    return (await planRenewal(ctx, policy, { values: [], cover_agreed: false, note: null, premium: null })).priced.price
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return policy
  }
}

/** The notice of one policy, and its amount; Arabic for holders who read it, unless the language is chosen. */
export const noticeOf = async (
  ctx: Context,
  policy: PolicyRecord,
  around: Surroundings,
  frame: { readonly today: Day; readonly paymentDays: number; readonly language: LetterLanguage | null; readonly cashForbidden: boolean },
): Promise<{ readonly letter: LetterToMake; readonly amount: number }> => {
  const language = frame.language ?? (around.language === 'ar' ? 'ar' : 'fr')
  const price = await nextPrice(ctx, policy)
  const tacit = policy.contract_type === 'tacit'
  const data: NoticeData = {
    recipient: {
      name: around.name,
      lines: (language === 'ar' ? around.lines_ar : around.lines_fr).filter((line): line is string => line !== null && line !== ''),
    },
    date: frame.today,
    policy_number: policy.number,
    product: { fr: around.product, ar: around.product_ar ?? around.product },
    formula: policy.formula_name,
    insured: policy.insured_label,
    expiry_date: policy.expiry_date,
    next_until: expiryAfter(policy.expiry_date, policy.duration_code) ?? addDays(policy.expiry_date, 365),
    tacit,
    pay_until: tacit ? addDays(policy.expiry_date, frame.paymentDays) : null,
    no_cash: frame.cashForbidden && around.compulsory && around.cash_rule !== 'allow',
    parts: Object.fromEntries(partNames.map((part) => [part, price[part]])) as unknown as PremiumParts,
    total_centimes: price.total_premium_centimes,
    before_centimes: policy.total_premium_centimes,
  }
  const letter = {
    template: noticeLetter,
    subjectId: policy.contact_id,
    aboutId: policy.id,
    agencyId: policy.agency_id,
    language,
    data,
    title: language === 'ar' ? 'إشعار بحلول الأجل' : 'Avis d’échéance',
  }
  return { letter: letter as unknown as LetterToMake, amount: price.total_premium_centimes }
}

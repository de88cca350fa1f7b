import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { LetterLanguage } from '#kernel/server/letters.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { makeLetter } from '#capabilities/documents/server/index.ts'
import type { Claim, claimOperations } from '../contract.ts'
import { lettersFor, type ClaimLetter } from '../letters.ts'
import { natureRules } from '../natures.ts'
import { claimFrame } from './claim-frame.ts'
import { tellClaim } from './keep-claim.ts'
import { paperNames } from './letters/paper-names.ts'
import { claimLetterTemplates } from './letters/templates.ts'
import { loadClaim, todayOf, type ClaimRecord } from './load-claim.ts'
import { showClaim } from './show-claim.ts'

type Operation = typeof claimOperations.writeLetter

const titles: Readonly<Record<ClaimLetter, Readonly<Record<LetterLanguage, string>>>> = {
  acknowledgement: { fr: 'Accusé de déclaration', ar: 'إشعار باستلام التصريح' },
  missing_papers: { fr: 'Pièces manquantes', ar: 'وثائق ناقصة' },
  expert_named: { fr: 'Désignation d’expert', ar: 'تعيين خبير' },
  settlement_ready: { fr: 'Indemnité disponible', ar: 'التعويض جاهز' },
  rejection: { fr: 'Rejet de sinistre', ar: 'رفض ملف الحادث' },
}

/** A letter of the claim is written to the customer, in French or Arabic; what it says is frozen with it. */
export const writeLetter = async (ctx: Context, input: ParsedOf<Operation>): Promise<OutputOf<Operation>> => {
  const record = await loadClaim(ctx, input.id, 'attach')
  const shown = await showClaim(ctx, record)
  const missing = shown.papers.filter((paper) => paper.missing)
  if (!lettersFor({ ...record, missingPapers: missing.length }).includes(input.letter))
    throw refuse(
      'claim.letter_not_ready',
      /*i18n*/ { id: 'claim.letter_not_ready', message: 'Le dossier ne contient pas encore ce que cette lettre annonce.' },
      'letter',
    )
  const language = input.language ?? (shown.contact.language === 'ar' ? 'ar' : 'fr')
  const made = await makeLetter(ctx, {
    template: claimLetterTemplates[input.letter],
    subjectId: record.contact_id,
    aboutId: record.id,
    agencyId: record.agency_id,
    language,
    title: `${titles[input.letter][language]} ${record.number}`,
    data: {
      recipient: await recipientOf(ctx, record.contact_id, language),
      date: todayOf(ctx),
      claim_number: record.number,
      policy_number: shown.policy.number,
      product: { fr: shown.policy.product_name, ar: shown.policy.product_name_ar ?? shown.policy.product_name },
      insured: shown.object?.label ?? shown.policy.insured_label,
      occurred_on: record.occurred_on,
      declared_on: record.declared_on,
      agency: shown.agency_name,
      papers: missing.map((paper) => paperNames[paper.code][language]),
      expert_days: await expertDays(ctx, record, shown),
      expert: record.expert_name === null ? null : { name: record.expert_name, phone: record.expert_phone },
      amount_centimes: record.granted_centimes,
      ...rejectionOf(record),
    },
  })
  tellClaim(ctx, 'updated', record)
  return { document_id: made.documentId, number: made.number }
}

const expertDays = async (ctx: Context, record: ClaimRecord, shown: Claim): Promise<number | null> =>
  natureRules[record.nature].expert && shown.expert_name === null ? (await claimFrame(ctx, record.declared_on)).delays.expert : null

/** Reason and article stand in one line, parted by a dash. */
const rejectionOf = (record: ClaimRecord): { reason: string | null; article: string | null } => {
  const [reason = null, article = null] = record.rejection_reason?.split(' — ') ?? []
  return { reason, article }
}

interface Addressee {
  readonly name: string
  readonly name_ar: string | null
  readonly address: string | null
  readonly address_ar: string | null
  readonly postcode: string | null
  readonly commune_fr: string | null
  readonly commune_ar: string | null
  readonly wilaya_fr: string | null
  readonly wilaya_ar: string | null
}

const recipientOf = async (ctx: Context, contactId: string, language: LetterLanguage): Promise<{ name: string; lines: string[] }> => {
  const { rows } = await sql<Addressee>`
    select h.name, h.name_ar, h.address, h.address_ar, h.postcode, c.name_fr as commune_fr, c.name_ar as commune_ar, w.name_fr as wilaya_fr, w.name_ar as wilaya_ar
    from contact_window h left join commune c on c.code = h.commune left join wilaya w on w.code = h.wilaya
    where h.organization_id = ${ctx.organizationId}::uuid and h.id = ${contactId}::uuid`.execute(ctx.db)
  const [row] = rows
  if (!row) return { name: '', lines: [] }
  const arabic = language === 'ar'
  const town = [row.postcode, arabic ? row.commune_ar : row.commune_fr].filter((part) => part !== null).join(' ')
  const lines = [arabic ? (row.address_ar ?? row.address) : row.address, town, arabic ? row.wilaya_ar : row.wilaya_fr]
  return {
    name: arabic ? (row.name_ar ?? row.name) : row.name,
    lines: [...new Set(lines.filter((line): line is string => line !== null && line !== ''))],
  }
}

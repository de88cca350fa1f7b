import { z } from 'zod'
import { letterTemplate, type Letter, type LetterLanguage } from '#kernel/server/letters.ts'
import { formatDay } from '#kernel/shared/format-days.ts'
import { formatCentimes } from '#kernel/shared/money.ts'
import { centimes, day } from '#kernel/shared/paging.ts'
import { premiumParts } from '../../fields.ts'

/** What a notice of expiry merges; frozen when it is written. */
const noticeData = z.object({
  recipient: z.object({ name: z.string(), lines: z.array(z.string()) }),
  date: day,
  policy_number: z.string(),
  product: z.object({ fr: z.string(), ar: z.string() }),
  formula: z.string().nullable(),
  insured: z.string().nullable(),
  /** The first day without cover unless renewed. */
  expiry_date: day,
  next_until: day,
  /** A tacit contract goes on by itself; another ends unless it is renewed. */
  tacit: z.boolean(),
  /** The last day for paying the premium of a tacit contract. */
  pay_until: day.nullable(),
  /** Cash may not be taken for it (LF 2025, art. 207). */
  no_cash: z.boolean(),
  parts: z.object(premiumParts),
  total_centimes: centimes,
  before_centimes: centimes,
})
export type NoticeData = z.input<typeof noticeData>
type Data = z.output<typeof noticeData>

const words = {
  fr: {
    object: 'Avis d’échéance',
    greeting: 'Madame, Monsieur,',
    policy: 'Police',
    product: 'Produit',
    formula: 'Formule',
    insured: 'Bien assuré',
    period: 'Nouvelle période',
    decompte: 'Prime de la nouvelle période',
    amount: 'Montant',
    line: 'Décompte',
    parts: {
      net_premium_centimes: 'Prime nette',
      fee_centimes: 'Coût de police',
      vat_centimes: 'TVA',
      fga_centimes: 'Fonds de garantie automobile',
      stamp_centimes: 'Timbre de dimension',
      graded_stamp_centimes: 'Timbre gradué',
      vehicle_tax_centimes: 'Taxe sur les véhicules',
    },
    total: 'Total à régler',
    sign: 'Votre agence',
    law: 'Article 16 de l’ordonnance n° 95-07 du 25 janvier 1995 relative aux assurances, modifiée et complétée.',
    coupon: 'À joindre à votre paiement',
  },
  ar: {
    object: 'إشعار بحلول الأجل',
    greeting: 'تحية طيبة وبعد،',
    policy: 'الوثيقة',
    product: 'المنتوج',
    formula: 'الصيغة',
    insured: 'الشيء المؤمَّن',
    period: 'المدة الجديدة',
    decompte: 'قسط المدة الجديدة',
    amount: 'المبلغ',
    line: 'التفصيل',
    parts: {
      net_premium_centimes: 'القسط الصافي',
      fee_centimes: 'تكلفة الوثيقة',
      vat_centimes: 'الرسم على القيمة المضافة',
      fga_centimes: 'صندوق ضمان السيارات',
      stamp_centimes: 'طابع الحجم',
      graded_stamp_centimes: 'الطابع المتدرج',
      vehicle_tax_centimes: 'الرسم على المركبات',
    },
    total: 'المبلغ الواجب دفعه',
    sign: 'وكالتكم',
    law: 'المادة 16 من الأمر رقم 95-07 المؤرخ في 25 يناير 1995 المتعلق بالتأمينات، المعدل والمتمم.',
    coupon: 'يرفق بالدفع',
  },
} as const

const opening = (data: Data, language: LetterLanguage, end: string) =>
  language === 'fr'
    ? [
        'Votre contrat arrive à échéance le ',
        { strong: end },
        data.tacit
          ? '. Il se renouvelle par tacite reconduction, pour la période et la prime ci-dessous.'
          : '. Pour rester assuré, renouvelez-le avant cette date aux conditions ci-dessous.',
      ]
    : [
        'يحل أجل عقدكم بتاريخ ',
        { strong: end },
        data.tacit ? '. ويتجدد ضمنيا للمدة والقسط المبينين أدناه.' : '. لكي تبقوا مؤمَّنين، جددوه قبل هذا التاريخ بالشروط المبينة أدناه.',
      ]

const paying = (data: Data, language: LetterLanguage, until: string) => {
  const modes =
    language === 'fr'
      ? data.no_cash
        ? 'par carte CIB ou Edahabia, chèque ou virement (les espèces ne sont pas admises pour une assurance obligatoire)'
        : 'par carte CIB ou Edahabia, chèque, virement ou espèces'
      : data.no_cash
        ? 'ببطاقة CIB أو الذهبية أو بصك أو بتحويل (لا يقبل الدفع نقدا للتأمينات الإلزامية)'
        : 'ببطاقة CIB أو الذهبية أو بصك أو بتحويل أو نقدا'
  return language === 'fr'
    ? ['Prime à régler à votre agence avant le ', { strong: until }, `, ${modes}.`]
    : ['يدفع القسط لدى وكالتكم قبل ', { strong: until }, ` ${modes}.`]
}

const consequence = {
  fr: 'À défaut de paiement dans les quinze jours qui suivent l’échéance, une mise en demeure vous sera adressée; trente jours plus tard, vos garanties seraient suspendues. Si vous ne souhaitez pas renouveler ce contrat, faites-le-nous savoir par écrit avant son échéance.',
  ar: 'في حالة عدم الدفع خلال الخمسة عشر يوما التي تلي الأجل، يوجه إليكم إعذار، وبعد ثلاثين يوما توقف ضماناتكم. إذا كنتم لا ترغبون في تجديد هذا العقد، فالرجاء إعلامنا كتابيا قبل حلول أجله.',
}

/** «Avis d’échéance»: at least a month before the end, with the amount and the last day for paying (art. 16 of ord. 95-07). */
export const noticeLetter = letterTemplate({
  key: 'policy.renewal_notice',
  version: 1,
  kind: 'renewal_notice',
  data: noticeData,
  render: (data, language): Letter => {
    const said = words[language]
    const amount = (value: number) => formatCentimes(value, language)
    const written = (value: string) => formatDay(value, language)
    const lines = Object.entries(said.parts).flatMap(([part, label]) => {
      const value = data.parts[part as keyof typeof data.parts]
      return value === 0 ? [] : [[label, amount(value)]]
    })
    return {
      recipient: data.recipient,
      date: data.date,
      references: [{ label: said.policy, value: data.policy_number }],
      object: said.object,
      blocks: [
        { kind: 'paragraph', text: said.greeting },
        { kind: 'paragraph', text: opening(data, language, written(data.expiry_date)) },
        {
          kind: 'facts',
          rows: [
            { label: said.policy, value: data.policy_number },
            { label: said.product, value: data.product[language] },
            { label: said.formula, value: data.formula },
            { label: said.insured, value: data.insured },
            { label: said.period, value: `${written(data.expiry_date)} – ${written(data.next_until)}` },
          ],
        },
        {
          kind: 'table',
          title: said.decompte,
          columns: [
            { label: said.line, share: 3 },
            { label: said.amount, align: 'end' },
          ],
          rows: lines,
          totals: [{ label: said.total, value: amount(data.total_centimes) }],
        },
        { kind: 'notice', text: paying(data, language, written(data.pay_until ?? data.expiry_date)) },
        ...(data.tacit ? [{ kind: 'paragraph' as const, text: consequence[language], soft: true }] : []),
        { kind: 'signature', function: said.sign },
      ],
      ...(data.tacit && { footnote: said.law }),
    }
  },
})

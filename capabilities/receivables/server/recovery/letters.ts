import { z } from 'zod'
import { letterTemplate, type Letter, type LetterBlock, type LetterLanguage, type LetterTemplate } from '#kernel/server/letters.ts'
import { formatDay } from '#kernel/shared/format-days.ts'
import { formatCentimes } from '#kernel/shared/money.ts'
import { centimes, day } from '#kernel/shared/paging.ts'

/** What every letter of a recovery merges; frozen when the step is taken. */
const recoveryData = z.object({
  recipient: z.object({ name: z.string(), lines: z.array(z.string()) }),
  date: day,
  case_number: z.string(),
  policy_number: z.string(),
  product: z.object({ fr: z.string(), ar: z.string() }),
  insured: z.string().nullable(),
  bill_number: z.string(),
  due_date: day,
  period_from: day.nullable(),
  period_until: day.nullable(),
  amount_centimes: centimes,
  paid_centimes: centimes,
  balance_centimes: centimes,
  /** The formal notice that went before: of the suspension and the termination. */
  noticed_on: day.nullable(),
  /** The first day without cover: of the suspension and the termination. */
  suspended_on: day.nullable(),
  /** The day that this letter sets. */
  deadline: day.nullable(),
})
export type RecoveryData = z.input<typeof recoveryData>

type Data = z.output<typeof recoveryData>
type Words = (
  data: Data,
  say: Said,
) => { readonly object: string; readonly delivery?: string; readonly blocks: readonly LetterBlock[]; readonly footnote: string }

/** How amounts and days are written in the letter's language. */
interface Said {
  readonly amount: (value: number) => string
  readonly day: (value: string | null) => string
}

const facts = (data: Data, language: LetterLanguage, { amount, day: written }: Said): LetterBlock => {
  const labels =
    language === 'fr'
      ? {
          policy: 'Police',
          product: 'Produit',
          insured: 'Bien assuré',
          bill: 'Quittance',
          period: 'Période',
          due: 'Échéance',
          total: 'Prime',
          paid: 'Déjà réglé',
          rest: 'Reste dû',
        }
      : {
          policy: 'الوثيقة',
          product: 'المنتوج',
          insured: 'الشيء المؤمَّن',
          bill: 'الإيصال',
          period: 'المدة',
          due: 'تاريخ الاستحقاق',
          total: 'القسط',
          paid: 'المدفوع',
          rest: 'الباقي',
        }
  const period =
    data.period_from !== null && data.period_until !== null ? `${written(data.period_from)} – ${written(data.period_until)}` : null
  return {
    kind: 'facts',
    rows: [
      { label: labels.policy, value: data.policy_number },
      { label: labels.product, value: data.product[language] },
      { label: labels.insured, value: data.insured },
      { label: labels.bill, value: data.bill_number },
      { label: labels.period, value: period },
      { label: labels.due, value: written(data.due_date) },
      { label: labels.total, value: amount(data.amount_centimes) },
      { label: labels.paid, value: data.paid_centimes === 0 ? null : amount(data.paid_centimes) },
      { label: labels.rest, value: [{ strong: amount(data.balance_centimes) }] },
    ],
  }
}

const greeting = { fr: 'Madame, Monsieur,', ar: 'تحية طيبة وبعد،' }
const law = {
  fr: 'Article 16 de l’ordonnance n° 95-07 du 25 janvier 1995 relative aux assurances, modifiée et complétée.',
  ar: 'المادة 16 من الأمر رقم 95-07 المؤرخ في 25 يناير 1995 المتعلق بالتأمينات، المعدل والمتمم.',
}
const signature = (language: LetterLanguage): LetterBlock => ({
  kind: 'signature',
  function: language === 'fr' ? 'Le service recouvrement' : 'مصلحة التحصيل',
  room: true,
})

const template = (key: `${string}.${string}`, kind: string, words: Record<LetterLanguage, Words>): LetterTemplate<typeof recoveryData> =>
  letterTemplate({
    key,
    version: 1,
    kind,
    data: recoveryData,
    render: (data, language): Letter => {
      const said: Said = {
        amount: (value) => formatCentimes(value, language),
        day: (value) => (value === null ? '' : formatDay(value, language)),
      }
      const { object, delivery, blocks, footnote } = words[language](data, said)
      return {
        recipient: data.recipient,
        date: data.date,
        references: [
          { label: language === 'fr' ? 'Police' : 'الوثيقة', value: data.policy_number },
          { label: language === 'fr' ? 'Quittance' : 'الإيصال', value: data.bill_number },
        ],
        ...(delivery !== undefined && { delivery }),
        object,
        blocks: [{ kind: 'paragraph', text: greeting[language] }, ...blocks, signature(language)],
        footnote,
      }
    },
  })

const registered = { fr: 'Lettre recommandée avec accusé de réception', ar: 'رسالة مضمونة الوصول مع إشعار بالاستلام' }

/** «Mise en demeure»: thirty days to pay, after which cover stops by itself. */
export const formalNoticeLetter = template('receivable.formal_notice', 'formal_notice', {
  fr: (data, said) => ({
    object: 'Mise en demeure de payer la prime',
    delivery: registered.fr,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          'Malgré nos rappels, la prime de votre contrat d’assurance, échue le ',
          { strong: said.day(data.due_date) },
          ', ne nous est pas parvenue à ce jour.',
        ],
      },
      facts(data, 'fr', said),
      {
        kind: 'notice',
        title: 'Nous vous mettons en demeure',
        text: [
          'de régler la somme de ',
          { strong: said.amount(data.balance_centimes) },
          ' dans un délai de trente jours, soit avant le ',
          { strong: said.day(data.deadline) },
          '. À défaut de paiement dans ce délai, les garanties de votre contrat seront suspendues automatiquement, sans autre avis, et le contrat pourra être résilié dix jours après la suspension.',
        ],
      },
      { kind: 'paragraph', text: 'Un sinistre qui surviendrait pendant la suspension ne serait pas pris en charge. La prime reste due.' },
      {
        kind: 'paragraph',
        text: 'Si vous avez réglé entre-temps, veuillez ne pas tenir compte de cette lettre et nous faire parvenir la preuve du paiement.',
      },
    ],
    footnote: law.fr,
  }),
  ar: (data, said) => ({
    object: 'إعذار بدفع قسط التأمين',
    delivery: registered.ar,
    blocks: [
      {
        kind: 'paragraph',
        text: ['على الرغم من تذكيراتنا، لم يصلنا إلى اليوم قسط عقد تأمينكم المستحق بتاريخ ', { strong: said.day(data.due_date) }, '.'],
      },
      facts(data, 'ar', said),
      {
        kind: 'notice',
        title: 'لذا نعذركم',
        text: [
          'بدفع مبلغ ',
          { strong: said.amount(data.balance_centimes) },
          ' في أجل ثلاثين يوما، أي قبل ',
          { strong: said.day(data.deadline) },
          '. وفي حالة عدم الدفع في هذا الأجل، توقف ضمانات عقدكم تلقائيا دون إشعار آخر، ويمكن فسخ العقد بعد عشرة أيام من التوقيف.',
        ],
      },
      { kind: 'paragraph', text: 'كل حادث يقع خلال مدة التوقيف لا يشمله الضمان، ويبقى القسط مستحقا.' },
      { kind: 'paragraph', text: 'إذا كنتم قد دفعتم في هذه الأثناء، فالرجاء عدم اعتبار هذه الرسالة وموافاتنا بما يثبت الدفع.' },
    ],
    footnote: law.ar,
  }),
})

/** Cover stopped: from when, and how it comes back. */
export const suspensionLetter = template('receivable.suspension', 'suspension_letter', {
  fr: (data, said) => ({
    object: 'Suspension des garanties de votre contrat',
    delivery: registered.fr,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          'Notre mise en demeure du ',
          { strong: said.day(data.noticed_on) },
          ' est restée sans effet. Les garanties de votre contrat sont suspendues depuis le ',
          { strong: said.day(data.suspended_on) },
          '.',
        ],
      },
      facts(data, 'fr', said),
      {
        kind: 'notice',
        text: [
          'Rien n’est plus couvert depuis cette date. Les garanties reprennent le lendemain du paiement de ',
          { strong: said.amount(data.balance_centimes) },
          '. À défaut, le contrat pourra être résilié à partir du ',
          { strong: said.day(data.deadline) },
          '.',
        ],
      },
    ],
    footnote: law.fr,
  }),
  ar: (data, said) => ({
    object: 'توقيف ضمانات عقدكم',
    delivery: registered.ar,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          'بقي إعذارنا المؤرخ في ',
          { strong: said.day(data.noticed_on) },
          ' دون أثر. لذا فإن ضمانات عقدكم موقفة ابتداء من ',
          { strong: said.day(data.suspended_on) },
          '.',
        ],
      },
      facts(data, 'ar', said),
      {
        kind: 'notice',
        text: [
          'لا ضمان ابتداء من هذا التاريخ. وتسري الضمانات من جديد في اليوم الموالي لدفع مبلغ ',
          { strong: said.amount(data.balance_centimes) },
          '. وإلا أمكن فسخ العقد ابتداء من ',
          { strong: said.day(data.deadline) },
          '.',
        ],
      },
    ],
    footnote: law.ar,
  }),
})

/** The contract ends for want of payment. */
export const terminationLetter = template('receivable.termination', 'termination_letter', {
  fr: (data, said) => ({
    object: 'Résiliation de votre contrat pour non-paiement',
    delivery: registered.fr,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          'Vos garanties sont suspendues depuis le ',
          { strong: said.day(data.suspended_on) },
          ' à la suite de notre mise en demeure du ',
          { strong: said.day(data.noticed_on) },
          '. La prime n’ayant pas été réglée, votre contrat est ',
          { strong: `résilié à compter du ${said.day(data.date)}` },
          '.',
        ],
      },
      facts(data, 'fr', said),
      {
        kind: 'paragraph',
        text: 'La prime de la période courue jusqu’à la suspension reste due. Nous restons à votre disposition pour un nouveau contrat.',
      },
    ],
    footnote: law.fr,
  }),
  ar: (data, said) => ({
    object: 'فسخ عقدكم لعدم الدفع',
    delivery: registered.ar,
    blocks: [
      {
        kind: 'paragraph',
        text: [
          'ضماناتكم موقفة منذ ',
          { strong: said.day(data.suspended_on) },
          ' على إثر إعذارنا المؤرخ في ',
          { strong: said.day(data.noticed_on) },
          '. ولعدم دفع القسط، فإن عقدكم ',
          { strong: `مفسوخ ابتداء من ${said.day(data.date)}` },
          '.',
        ],
      },
      facts(data, 'ar', said),
      { kind: 'paragraph', text: 'يبقى قسط المدة السارية إلى غاية التوقيف مستحقا. ونبقى تحت تصرفكم لإبرام عقد جديد.' },
    ],
    footnote: law.ar,
  }),
})

/** Letters of the recovery, for the program to know how each is drawn. */
export const recoveryTemplates = [formalNoticeLetter, suspensionLetter, terminationLetter]

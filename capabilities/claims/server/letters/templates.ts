import { z } from 'zod'
import { letterTemplate, type Letter, type LetterBlock, type LetterLanguage, type LetterTemplate } from '#kernel/server/letters.ts'
import { formatDay } from '#kernel/shared/format-days.ts'
import { formatCentimes } from '#kernel/shared/money.ts'
import { centimes, day } from '#kernel/shared/paging.ts'
import type { ClaimLetter } from '../../letters.ts'

/** What the letters of a claim merge; frozen when the letter is written. */
const claimLetterData = z.object({
  recipient: z.object({ name: z.string(), lines: z.array(z.string()) }),
  date: day,
  claim_number: z.string(),
  policy_number: z.string(),
  product: z.object({ fr: z.string(), ar: z.string() }),
  insured: z.string().nullable(),
  occurred_on: day,
  declared_on: day,
  agency: z.string(),
  /** In the language of the letter. */
  papers: z.array(z.string()),
  /** Days within which an expert is named; null where none is. */
  expert_days: z.int().nullable(),
  expert: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  amount_centimes: centimes.nullable(),
  reason: z.string().nullable(),
  article: z.string().nullable(),
})
export type ClaimLetterData = z.input<typeof claimLetterData>
type Data = z.output<typeof claimLetterData>

type Words = (data: Data) => { readonly object: string; readonly blocks: readonly LetterBlock[] }

const labels = {
  fr: { claim: 'Sinistre', policy: 'Police', product: 'Produit', insured: 'Bien assuré', occurred: 'Survenu le', declared: 'Déclaré le' },
  ar: {
    claim: 'ملف الحادث',
    policy: 'الوثيقة',
    product: 'المنتوج',
    insured: 'الشيء المؤمَّن',
    occurred: 'تاريخ الوقوع',
    declared: 'تاريخ التصريح',
  },
}

const facts = (data: Data, language: LetterLanguage): LetterBlock => ({
  kind: 'facts',
  rows: [
    { label: labels[language].claim, value: [{ strong: data.claim_number }] },
    { label: labels[language].policy, value: data.policy_number },
    { label: labels[language].product, value: data.product[language] },
    { label: labels[language].insured, value: data.insured },
    { label: labels[language].occurred, value: formatDay(data.occurred_on, language) },
    { label: labels[language].declared, value: formatDay(data.declared_on, language) },
  ],
})

const paragraph = (text: Extract<LetterBlock, { kind: 'paragraph' }>['text']): LetterBlock => ({ kind: 'paragraph', text })
const papers = (data: Data, before: string): LetterBlock[] =>
  data.papers.length === 0 ? [] : [paragraph(before), { kind: 'points', items: data.papers }]

const template = (letter: ClaimLetter, words: Record<LetterLanguage, Words>): LetterTemplate<typeof claimLetterData> =>
  letterTemplate({
    key: `claim.${letter}`,
    version: 1,
    kind: `claim_${letter}`,
    data: claimLetterData,
    render: (data, language): Letter => {
      const { object, blocks } = words[language](data)
      return {
        recipient: data.recipient,
        date: data.date,
        references: [
          { label: labels[language].claim, value: data.claim_number },
          { label: labels[language].policy, value: data.policy_number },
        ],
        object,
        blocks: [
          paragraph(language === 'fr' ? 'Madame, Monsieur,' : 'تحية طيبة وبعد،'),
          ...blocks,
          paragraph(
            language === 'fr'
              ? 'Nous vous prions d’agréer, Madame, Monsieur, nos salutations distinguées.'
              : 'تفضلوا بقبول فائق عبارات التقدير والاحترام.',
          ),
          { kind: 'signature', function: language === 'fr' ? 'Le service sinistres' : 'مصلحة الحوادث', room: true },
        ],
      }
    },
  })

/** «Accusé de déclaration»: the claim is registered, and what is asked for. */
const acknowledgement = template('acknowledgement', {
  fr: (data) => ({
    object: 'Accusé de réception de votre déclaration de sinistre',
    blocks: [
      paragraph([
        'Votre déclaration de sinistre est enregistrée sous le numéro ',
        { strong: data.claim_number },
        ', au titre de votre contrat ',
        { strong: data.policy_number },
        '.',
      ]),
      facts(data, 'fr'),
      ...papers(data, 'Pour l’instruction de votre dossier, veuillez nous faire parvenir les pièces suivantes :'),
      ...(data.expert_days === null
        ? []
        : [paragraph(`Un expert sera désigné dans un délai de ${String(data.expert_days)} jours à compter de votre déclaration.`)]),
      paragraph('Rappelez le numéro de sinistre dans toute correspondance.'),
    ],
  }),
  ar: (data) => ({
    object: 'إشعار باستلام تصريحكم بالحادث',
    blocks: [
      paragraph([
        'تم تسجيل تصريحكم بالحادث تحت رقم ',
        { strong: data.claim_number },
        '، بموجب عقدكم رقم ',
        { strong: data.policy_number },
        '.',
      ]),
      facts(data, 'ar'),
      ...papers(data, 'لدراسة ملفكم، يرجى موافاتنا بالوثائق التالية:'),
      ...(data.expert_days === null ? [] : [paragraph(`سيتم تعيين خبير في أجل ${String(data.expert_days)} أيام ابتداء من تاريخ تصريحكم.`)]),
      paragraph('يرجى ذكر رقم الملف في كل مراسلة.'),
    ],
  }),
})

/** «Pièces manquantes»: what the file still lacks. */
const missingPapers = template('missing_papers', {
  fr: (data) => ({
    object: 'Pièces manquantes à votre dossier de sinistre',
    blocks: [
      facts(data, 'fr'),
      ...papers(data, 'Il manque à votre dossier les pièces suivantes :'),
      {
        kind: 'notice',
        text: 'Sans ces pièces, votre dossier ne peut être instruit. Veuillez nous les remettre ou nous les adresser dans les meilleurs délais.',
      },
    ],
  }),
  ar: (data) => ({
    object: 'وثائق ناقصة في ملف الحادث',
    blocks: [
      facts(data, 'ar'),
      ...papers(data, 'تنقص ملفكم الوثائق التالية:'),
      { kind: 'notice', text: 'دون هذه الوثائق لا يمكن دراسة ملفكم. يرجى تسليمها أو إرسالها إلينا في أقرب الآجال.' },
    ],
  }),
})

/** «Désignation d’expert»: who will come. */
const expertNamed = template('expert_named', {
  fr: (data) => ({
    object: 'Désignation d’un expert',
    blocks: [
      facts(data, 'fr'),
      paragraph([
        'Nous avons confié l’expertise de votre sinistre à ',
        { strong: data.expert?.name ?? '' },
        ...(data.expert?.phone ? [', joignable au ', { strong: data.expert.phone }] : []),
        '. L’expert vous contactera pour convenir d’un rendez-vous.',
      ]),
      paragraph('N’engagez aucune réparation avant son passage.'),
    ],
  }),
  ar: (data) => ({
    object: 'تعيين خبير',
    blocks: [
      facts(data, 'ar'),
      paragraph([
        'كلفنا بخبرة حادثكم السيد(ة) ',
        { strong: data.expert?.name ?? '' },
        ...(data.expert?.phone ? ['، هاتف: ', { strong: data.expert.phone }] : []),
        '. سيتصل بكم الخبير لتحديد موعد.',
      ]),
      paragraph('لا تباشروا أي إصلاح قبل مروره.'),
    ],
  }),
})

/** «Indemnité disponible»: come and sign the receipt. */
const settlementReady = template('settlement_ready', {
  fr: (data) => ({
    object: 'Votre indemnité est disponible',
    blocks: [
      facts(data, 'fr'),
      paragraph([
        'Votre indemnité de ',
        { strong: formatCentimes(data.amount_centimes ?? 0, 'fr') },
        ' est disponible. Présentez-vous à l’agence ',
        { strong: data.agency },
        ' muni(e) de votre pièce d’identité pour signer la quittance d’indemnité.',
      ]),
    ],
  }),
  ar: (data) => ({
    object: 'تعويضكم جاهز',
    blocks: [
      facts(data, 'ar'),
      paragraph([
        'تعويضكم البالغ ',
        { strong: formatCentimes(data.amount_centimes ?? 0, 'ar') },
        ' جاهز. يرجى التقدم إلى وكالة ',
        { strong: data.agency },
        ' مصحوبين ببطاقة هويتكم للتوقيع على مخالصة التعويض.',
      ]),
    ],
  }),
})

/** «Rejet»: why, by which article, and where it may be contested. */
const rejection = template('rejection', {
  fr: (data) => ({
    object: 'Suite donnée à votre déclaration de sinistre',
    blocks: [
      facts(data, 'fr'),
      paragraph('Après étude de votre dossier, nous ne pouvons y donner une suite favorable pour le motif suivant :'),
      { kind: 'notice', text: [{ strong: data.reason ?? '' }, ...(data.article ? [` (${data.article})`] : [])] },
      paragraph(
        'Vous pouvez contester cette décision par écrit auprès de notre service des réclamations. Votre action se prescrit par trois ans à compter de l’événement (article 27 de l’ordonnance n° 95-07).',
      ),
    ],
  }),
  ar: (data) => ({
    object: 'الرد على تصريحكم بالحادث',
    blocks: [
      facts(data, 'ar'),
      paragraph('بعد دراسة ملفكم، يتعذر علينا الاستجابة لطلبكم للسبب التالي:'),
      { kind: 'notice', text: [{ strong: data.reason ?? '' }, ...(data.article ? [` (${data.article})`] : [])] },
      paragraph(
        'يمكنكم الطعن في هذا القرار كتابيا لدى مصلحة الشكاوى. يتقادم حقكم في رفع الدعوى بمرور ثلاث سنوات من تاريخ الحادث (المادة 27 من الأمر رقم 95-07).',
      ),
    ],
  }),
})

/** The letter of each name. */
export const claimLetterTemplates: Readonly<Record<ClaimLetter, LetterTemplate<typeof claimLetterData>>> = {
  acknowledgement,
  missing_papers: missingPapers,
  expert_named: expertNamed,
  settlement_ready: settlementReady,
  rejection,
}

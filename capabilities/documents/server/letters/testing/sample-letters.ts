import { z } from 'zod'
import { letterTemplate, type LetterHead } from '#kernel/server/letters.ts'
import { letterFormats } from '#kernel/shared/letter-formats.ts'

/** A head with everything that one can have. */
export const sampleHead: LetterHead = {
  organization: {
    name: 'Assurances du Nord',
    address: '14, boulevard Zighoud Youcef',
    town: 'Alger Centre',
    phone: '023 50 12 34',
    email: 'contact@assurances-nord.dz',
    website: 'www.assurances-nord.dz',
    rc: '16/00-0012345 B 99',
    nif: '099916001234567',
    logo: null,
    accent: '#0f5f8c',
  },
  agency: {
    number: '16083',
    name: 'Hydra',
    address: '3, rue des Pins',
    town: 'Hydra',
    phone: '023 48 90 11',
    email: 'hydra@assurances-nord.dz',
  },
}

/** The data of a reminder of payment. */
const reminderData = z.object({
  name: z.string(),
  lines: z.array(z.string()),
  policy: z.string(),
  vehicle: z.string(),
  date: z.iso.date(),
  due: z.iso.date(),
  rows: z.array(z.object({ label: z.string(), due: z.iso.date(), amount: z.int() })),
  paid: z.int(),
})

/** A formal notice with a bit of everything, in both languages: what tests and eyes look at. */
export const sampleTemplate = letterTemplate({
  key: 'sample.reminder',
  version: 1,
  kind: 'formal_notice',
  data: reminderData,
  render: (data, language) => {
    const { amount, amountInWords, day, shortDay, code } = letterFormats(language)
    const total = data.rows.reduce((sum, row) => sum + row.amount, 0)
    const left = total - data.paid
    const arabic = language === 'ar'
    return {
      recipient: { name: data.name, lines: data.lines },
      date: data.date,
      references: [{ label: arabic ? 'رقم العقد' : 'Police', value: data.policy }],
      delivery: arabic ? 'رسالة موصى عليها مع إشعار بالاستلام' : 'Lettre recommandée avec accusé de réception',
      object: arabic ? 'إعذار بدفع قسط التأمين' : 'Mise en demeure de payer la prime d’assurance',
      blocks: [
        { kind: 'paragraph', text: arabic ? 'سيدتي، سيدي،' : 'Madame, Monsieur,' },
        {
          kind: 'paragraph',
          text: arabic
            ? [
                'رغم تذكيرنا لكم، لم يصلنا إلى يومنا هذا تسديد القسط المستحق يوم ',
                { strong: day(data.due) },
                ' عن عقد التأمين المبيّن أدناه.',
              ]
            : [
                'Malgré notre rappel, nous n’avons pas reçu à ce jour le règlement de la prime échue le ',
                { strong: day(data.due) },
                ' au titre du contrat rappelé ci-dessous.',
              ],
        },
        {
          kind: 'facts',
          rows: [
            { label: arabic ? 'العقد' : 'Contrat', value: data.policy },
            { label: arabic ? 'المركبة المؤمّنة' : 'Véhicule assuré', value: data.vehicle },
            { label: arabic ? 'الصيغة' : 'Formule', value: arabic ? 'تأمين شامل' : 'Tous risques' },
            { label: 'absent', value: null },
          ],
        },
        {
          kind: 'table',
          columns: arabic
            ? [{ label: 'البيان', share: 3 }, { label: 'الاستحقاق' }, { label: 'المبلغ', align: 'end' }]
            : [{ label: 'Quittance', share: 3 }, { label: 'Échéance' }, { label: 'Montant', align: 'end' }],
          rows: data.rows.map((row) => [row.label, shortDay(row.due), amount(row.amount)]),
          totals: [
            { label: arabic ? 'المجموع' : 'Total', value: amount(total) },
            { label: arabic ? 'المسدّد' : 'Déjà réglé', value: amount(data.paid) },
            { label: arabic ? 'المبلغ الباقي' : 'Reste à payer', value: amount(left) },
          ],
        },
        {
          kind: 'paragraph',
          text: arabic
            ? ['المبلغ بالأحرف: ', { strong: amountInWords(left) }, '.']
            : ['Soit la somme de ', { strong: amountInWords(left) }, '.'],
        },
        {
          kind: 'notice',
          title: arabic ? 'أجل ثلاثين يوما' : 'Un délai de trente jours',
          text: arabic
            ? `طبقا للمادة 16 من الأمر رقم ${code('95-07')} المؤرخ في 25 يناير 1995، إذا لم يتم التسديد خلال ثلاثين (30) يوما من تاريخ استلام هذا الإعذار، تتوقف الضمانات تلقائيا دون إشعار آخر. ويمكن فسخ العقد بعد عشرة (10) أيام من توقيف الضمانات.`
            : 'Conformément à l’article 16 de l’ordonnance n° 95-07 du 25 janvier 1995, à défaut de règlement dans les trente (30) jours de la réception de la présente, vos garanties seront suspendues sans autre avis ; le contrat peut être résilié dix (10) jours après la suspension.',
        },
        {
          kind: 'points',
          items: arabic
            ? ['نقدا أو بشيك لدى وكالتكم', 'بتحويل إلى الحساب المبيّن في الإشعار']
            : [
                'par chèque à l’ordre de la compagnie, à votre agence',
                'par virement au compte indiqué sur l’avis : pensez à rappeler votre référence',
              ],
        },
        {
          kind: 'paragraph',
          text: arabic
            ? 'تقبلوا، سيدتي، سيدي، فائق عبارات التقدير والاحترام.'
            : 'Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.',
        },
        {
          kind: 'signature',
          function: arabic ? 'مدير الوكالة' : 'Le directeur de l’agence',
          name: arabic ? 'رشيد بن عمار' : 'Rachid Benamar',
        },
      ],
      footnote: arabic
        ? 'إذا سددتم المبلغ قبل استلام هذه الرسالة، فلا تأخذوها بعين الاعتبار.'
        : 'Si vous avez réglé cette somme entre-temps, veuillez ne pas tenir compte de ce courrier.',
    }
  },
})

/** Data for the letter, in the language of who gets it. */
export const sampleData = (language: 'fr' | 'ar', at = 0): z.input<typeof reminderData> => ({
  name: language === 'ar' ? 'السيدة أمينة بن علي' : 'Mme Amina BENALI',
  lines:
    language === 'ar'
      ? ['حي 200 مسكن، عمارة 4 رقم 12', '16035 حيدرة', 'الجزائر']
      : ['Cité des 200 Logements, Bt 4 n° 12', '16035 Hydra', 'Alger'],
  policy: `16083 11 26 ${String(at).padStart(6, '0')}`,
  vehicle: language === 'ar' ? 'Renault Symbol 01234-115-16' : 'Renault Symbol, 01234-115-16',
  date: '2026-11-23',
  due: '2026-10-12',
  rows: [
    { label: language === 'ar' ? 'القسط الأول 2026-2027' : 'Prime 2026-2027, première échéance', due: '2026-10-12', amount: 4_226_050 },
    { label: language === 'ar' ? 'القسط الثاني 2026-2027' : 'Prime 2026-2027, deuxième échéance', due: '2026-11-12', amount: 4_226_000 },
  ],
  paid: 1_000_000,
})

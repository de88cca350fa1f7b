import { z } from 'zod'
import { letterTemplate, type LetterBlock, type LetterLanguage } from '#kernel/server/letters.ts'
import { formatDay } from '#kernel/shared/format-days.ts'
import { formatCentimes } from '#kernel/shared/money.ts'
import { amountInFrench } from '../../amount-in-words.ts'
import { paymentModes, type PaymentMode } from '../../fields.ts'

/** Everything that a receipt says, as it was when it was made. */
const receiptData = z.object({
  number: z.string(),
  day: z.string(),
  mode: z.enum(paymentModes),
  reference: z.string().nullable(),
  bank: z.string().nullable(),
  /** Negative for money given back. */
  amount_centimes: z.int(),
  available_centimes: z.int(),
  received_by: z.string(),
  customer: z.object({ name: z.string(), code: z.string(), lines: z.array(z.string()) }),
  bills: z.array(
    z.object({ number: z.string(), policy: z.string().nullable(), due: z.string(), amount_centimes: z.int(), balance_centimes: z.int() }),
  ),
})

type Words = Readonly<Record<(typeof wordKeys)[number], string>> & { readonly modes: Readonly<Record<PaymentMode, string>> }
const wordKeys = [
  'received',
  'returned',
  'references',
  'client',
  'amount',
  'inWords',
  'mode',
  'paper',
  'bank',
  'day',
  'settled',
  'bill',
  'policy',
  'due',
  'paid',
  'left',
  'total',
  'credit',
  'cashier',
  'cheque',
  'thanks',
] as const

const words: Readonly<Record<LetterLanguage, Words>> = {
  fr: {
    received: 'Reçu de paiement',
    returned: 'Reçu de remboursement',
    references: 'Reçu n°',
    client: 'Client',
    amount: 'Montant',
    inWords: 'En toutes lettres',
    mode: 'Mode',
    paper: 'Référence',
    bank: 'Banque',
    day: 'Date',
    settled: 'Quittances réglées',
    bill: 'Quittance',
    policy: 'Police',
    due: 'Échéance',
    paid: 'Réglé',
    left: 'Reste dû',
    total: 'Total affecté',
    credit: 'Avoir du client',
    cashier: 'L’agent',
    cheque: 'Sous réserve d’encaissement du chèque.',
    thanks: 'Ce reçu est à conserver : il fait foi du paiement.',
    modes: {
      cash: 'Espèces',
      cheque: 'Chèque bancaire',
      postal_cheque: 'Chèque CCP',
      transfer: 'Virement bancaire',
      postal_transfer: 'Virement CCP',
      cib_card: 'Carte CIB',
      edahabia_card: 'Carte Edahabia',
      cib_online: 'Paiement en ligne CIB',
      edahabia_online: 'Paiement en ligne Edahabia',
      baridimob: 'BaridiMob',
      bank_deposit: 'Versement bancaire',
      offset: 'Compensation',
    },
  },
  ar: {
    received: 'وصل دفع',
    returned: 'وصل استرداد',
    references: 'وصل رقم',
    client: 'الزبون',
    amount: 'المبلغ',
    inWords: 'بالحروف',
    mode: 'طريقة الدفع',
    paper: 'المرجع',
    bank: 'البنك',
    day: 'التاريخ',
    settled: 'الوصولات المسددة',
    bill: 'الوصل',
    policy: 'العقد',
    due: 'تاريخ الاستحقاق',
    paid: 'المسدد',
    left: 'الباقي',
    total: 'مجموع المبالغ المخصصة',
    credit: 'رصيد الزبون',
    cashier: 'العون',
    cheque: 'مع مراعاة تحصيل الصك.',
    thanks: 'يرجى الاحتفاظ بهذا الوصل فهو إثبات للدفع.',
    modes: {
      cash: 'نقدا',
      cheque: 'صك بنكي',
      postal_cheque: 'صك بريدي',
      transfer: 'تحويل بنكي',
      postal_transfer: 'تحويل بريدي',
      cib_card: 'بطاقة CIB',
      edahabia_card: 'البطاقة الذهبية',
      cib_online: 'دفع إلكتروني CIB',
      edahabia_online: 'دفع إلكتروني بالذهبية',
      baridimob: 'بريدي موب',
      bank_deposit: 'إيداع بنكي',
      offset: 'مقاصة',
    },
  },
}

/** «Reçu de paiement»: what was received of whom, how, and which bills it settles. */
export const receiptLetter = letterTemplate({
  key: 'payment.receipt',
  version: 1,
  kind: 'receipt',
  data: receiptData,
  render: (data, language) => {
    const say = words[language]
    const money = (centimes: number) => formatCentimes(centimes, language)
    const day = (value: string) => formatDay(value, language)
    const cheque = data.mode === 'cheque' || data.mode === 'postal_cheque'
    const blocks: LetterBlock[] = [
      {
        kind: 'facts',
        rows: [
          { label: say.client, value: `${data.customer.name} (${data.customer.code})` },
          { label: say.amount, value: [{ strong: money(Math.abs(data.amount_centimes)) }] },
          { label: say.inWords, value: language === 'fr' ? amountInFrench(data.amount_centimes) : null },
          { label: say.mode, value: say.modes[data.mode] },
          { label: say.paper, value: data.reference },
          { label: say.bank, value: data.bank },
          { label: say.day, value: day(data.day) },
        ],
      },
    ]
    if (data.bills.length > 0)
      blocks.push({
        kind: 'table',
        title: say.settled,
        columns: [
          { label: say.bill, share: 1.2 },
          { label: say.policy, share: 1.4 },
          { label: say.due },
          { label: say.paid, align: 'end' },
          { label: say.left, align: 'end' },
        ],
        rows: data.bills.map((bill) => [
          bill.number,
          bill.policy ?? '',
          day(bill.due),
          money(bill.amount_centimes),
          money(bill.balance_centimes),
        ]),
        totals: [{ label: say.total, value: money(data.bills.reduce((sum, bill) => sum + bill.amount_centimes, 0)) }],
      })
    if (data.available_centimes !== 0)
      blocks.push({ kind: 'facts', rows: [{ label: say.credit, value: [{ strong: money(data.available_centimes) }] }] })
    blocks.push({ kind: 'paragraph', text: cheque ? `${say.cheque} ${say.thanks}` : say.thanks, soft: true })
    blocks.push({ kind: 'signature', function: say.cashier, name: data.received_by, room: true })
    return {
      recipient: { name: data.customer.name, lines: data.customer.lines },
      date: data.day,
      references: [{ label: say.references, value: data.number }],
      object: data.amount_centimes < 0 ? say.returned : say.received,
      blocks,
    }
  },
})

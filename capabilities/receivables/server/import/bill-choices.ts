import type { ImportChoice } from '#kernel/server/importable.ts'

// The words by which files say each value; labels in all languages and the value itself are understood besides.

export const billKindChoices: readonly ImportChoice[] = [
  {
    value: 'cash',
    label: /*i18n*/ { id: 'receivable.import.kind.cash', message: 'Comptant' },
    words: ['Affaire nouvelle', 'AN', 'Aff. nouvelle', 'Nouvelle affaire', 'Nouveau', 'Souscription', 'New business', 'New', 'عقد جديد'],
  },
  {
    value: 'term',
    label: /*i18n*/ { id: 'receivable.import.kind.term', message: 'Terme' },
    words: ['Renouvellement', 'Quittance terme', 'Échéance', 'Reconduction', 'RN', 'Renewal', 'Term', 'تجديد'],
  },
  {
    value: 'amendment',
    label: /*i18n*/ { id: 'receivable.import.kind.amendment', message: 'Avenant' },
    words: ['AV', 'Modification', 'Incorporation', 'Retrait', 'Extension', 'Prorogation', 'Amendment', 'Endorsement', 'ملحق'],
  },
  {
    value: 'adjustment',
    label: /*i18n*/ { id: 'receivable.import.kind.adjustment', message: 'Régularisation' },
    words: ['Régul', 'Révision', 'Ajustement', 'Adjustment', 'تسوية'],
  },
  {
    value: 'refund',
    label: /*i18n*/ { id: 'receivable.import.kind.refund', message: 'Ristourne' },
    words: ['RT', 'Ristournes', 'Remboursement', 'Résiliation', 'Annulation', 'Avoir', 'Refund', 'Credit note', 'استرجاع'],
  },
]

export const billStatusChoices: readonly ImportChoice[] = [
  {
    value: 'issued',
    label: /*i18n*/ { id: 'receivable.import.status.issued', message: 'Émise' },
    words: ['Émis', 'En cours', 'Issued', 'Open', 'Non échue'],
  },
  {
    value: 'partial',
    label: /*i18n*/ { id: 'receivable.import.status.partial', message: 'Partiellement réglée' },
    words: ['Partiel', 'Partielle', 'Acompte', 'Partial'],
  },
  {
    value: 'paid',
    label: /*i18n*/ { id: 'receivable.import.status.paid', message: 'Réglée' },
    words: [
      'R',
      'Réglé',
      'Payée',
      'Payé',
      'Encaissée',
      'Encaissé',
      'Soldée',
      'Soldé',
      'O',
      'Oui',
      'Paid',
      'Settled',
      'Ristournée',
      'Remboursée',
      'مدفوعة',
    ],
  },
  {
    value: 'unpaid',
    label: /*i18n*/ { id: 'receivable.import.status.unpaid', message: 'Impayée' },
    words: ['I', 'Impayé', 'Non réglée', 'Non payée', 'Créance', 'N', 'Non', 'Unpaid', 'Overdue', 'غير مدفوعة'],
  },
  {
    value: 'litigation',
    label: /*i18n*/ { id: 'receivable.import.status.litigation', message: 'En contentieux' },
    words: ['Contentieux', 'CTX', 'Litige', 'Litigation'],
  },
  {
    value: 'void',
    label: /*i18n*/ { id: 'receivable.import.status.void', message: 'Annulée' },
    words: ['A', 'Annulé', 'Void', 'Cancelled', 'ملغاة'],
  },
  {
    value: 'written_off',
    label: /*i18n*/ { id: 'receivable.import.status.written_off', message: 'Passée en perte' },
    words: ['Perte', 'Irrécouvrable', 'Abandonnée', 'Written off'],
  },
]

export const paymentModeChoices: readonly ImportChoice[] = [
  { value: 'cash', label: /*i18n*/ { id: 'payment.import.mode.cash', message: 'Espèces' }, words: ['ESP', 'Cash', 'Numéraire', 'نقدا'] },
  {
    value: 'cheque',
    label: /*i18n*/ { id: 'payment.import.mode.cheque', message: 'Chèque bancaire' },
    words: ['Chèque', 'CHQ', 'Cheque', 'Check', 'صك'],
  },
  {
    value: 'postal_cheque',
    label: /*i18n*/ { id: 'payment.import.mode.postal_cheque', message: 'Chèque postal' },
    words: ['Chèque CCP', 'CCP'],
  },
  {
    value: 'transfer',
    label: /*i18n*/ { id: 'payment.import.mode.transfer', message: 'Virement bancaire' },
    words: ['Virement', 'VIR', 'Transfer', 'تحويل'],
  },
  {
    value: 'postal_transfer',
    label: /*i18n*/ { id: 'payment.import.mode.postal_transfer', message: 'Virement CCP' },
    words: ['Virement postal'],
  },
  {
    value: 'cib_card',
    label: /*i18n*/ { id: 'payment.import.mode.cib_card', message: 'Carte CIB' },
    words: ['CIB', 'TPE', 'Carte', 'Carte bancaire', 'CB', 'Card'],
  },
  {
    value: 'edahabia_card',
    label: /*i18n*/ { id: 'payment.import.mode.edahabia_card', message: 'Carte Edahabia' },
    words: ['Edahabia', 'Dahabia', 'الذهبية'],
  },
  {
    value: 'cib_online',
    label: /*i18n*/ { id: 'payment.import.mode.cib_online', message: 'Paiement en ligne CIB' },
    words: ['CIB en ligne', 'Internet', 'En ligne', 'Online'],
  },
  {
    value: 'edahabia_online',
    label: /*i18n*/ { id: 'payment.import.mode.edahabia_online', message: 'Paiement en ligne Edahabia' },
    words: ['Edahabia en ligne'],
  },
  { value: 'baridimob', label: /*i18n*/ { id: 'payment.import.mode.baridimob', message: 'BaridiMob' }, words: ['Baridi Mob', 'بريدي موب'] },
  {
    value: 'bank_deposit',
    label: /*i18n*/ { id: 'payment.import.mode.bank_deposit', message: 'Versement bancaire' },
    words: ['Versement', 'Deposit'],
  },
  { value: 'offset', label: /*i18n*/ { id: 'payment.import.mode.offset', message: 'Compensation' }, words: ['COMP', 'Offset', 'Clearing'] },
]

/** A payment that bounced or was taken back settles nothing. */
export const paymentStateChoices: readonly ImportChoice[] = [
  {
    value: 'recorded',
    label: /*i18n*/ { id: 'payment.import.state.recorded', message: 'Encaissé' },
    words: ['Encaissée', 'Payé', 'Réglé', 'Valide', 'Recorded', 'Paid', 'Valid'],
  },
  {
    value: 'bounced',
    label: /*i18n*/ { id: 'payment.import.state.bounced', message: 'Impayé par la banque' },
    words: ['Impayé', 'Rejeté', 'Chèque impayé', 'Retourné', 'Bounced', 'Rejected'],
  },
  {
    value: 'void',
    label: /*i18n*/ { id: 'payment.import.state.void', message: 'Annulé' },
    words: ['Annulée', 'Annulation', 'Void', 'Cancelled', 'ملغى'],
  },
]

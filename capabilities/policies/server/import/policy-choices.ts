import type { ImportChoice } from '#kernel/server/importable.ts'

// The words by which files say each value; labels in all languages and the value itself are understood besides.

export const statusChoices: readonly ImportChoice[] = [
  { value: 'draft', label: /*i18n*/ { id: 'policy.import.status.draft', message: 'Projet' }, words: ['Devis', 'Brouillon', 'Draft'] },
  {
    value: 'awaiting_payment',
    label: /*i18n*/ { id: 'policy.import.status.awaiting_payment', message: 'En attente de paiement' },
    words: ['En attente', 'Non payée', 'Impayée', 'Awaiting payment'],
  },
  {
    value: 'in_force',
    label: /*i18n*/ { id: 'policy.import.status.in_force', message: 'En vigueur' },
    words: [
      'V',
      'Vigueur',
      'En cours',
      'Active',
      'Actif',
      'Valide',
      'In force',
      'À renouveler',
      'To renew',
      'Renouvelée',
      'Renewed',
      'N',
      'Non',
      'سارية',
    ],
  },
  {
    value: 'suspended',
    label: /*i18n*/ { id: 'policy.import.status.suspended', message: 'Suspendue' },
    words: ['S', 'Suspendu', 'Suspension', 'Suspended', 'معلقة'],
  },
  {
    value: 'lapsed',
    label: /*i18n*/ { id: 'policy.import.status.lapsed', message: 'Échue non renouvelée' },
    words: ['Échue', 'Échu', 'Non renouvelée', 'Lapsed', 'منتهية'],
  },
  {
    value: 'expired',
    label: /*i18n*/ { id: 'policy.import.status.expired', message: 'Expirée' },
    words: ['E', 'Expiré', 'Terminée', 'Expired'],
  },
  {
    value: 'cancelled',
    label: /*i18n*/ { id: 'policy.import.status.cancelled', message: 'Résiliée' },
    words: ['R', 'Résilié', 'Résiliation', 'Cancelled', 'Canceled', 'O', 'Oui', 'مفسوخة'],
  },
  {
    value: 'void',
    label: /*i18n*/ { id: 'policy.import.status.void', message: 'Annulée (sans effet)' },
    words: ['A', 'Annulée', 'Annulé', 'Sans effet', 'Void', 'ملغاة'],
  },
]

/** What a row of a policy with several says: the beginning, a further term, a change within one, money given back. */
export const movementChoices: readonly ImportChoice[] = [
  {
    value: 'new_business',
    label: /*i18n*/ { id: 'policy.import.movement.new_business', message: 'Affaire nouvelle' },
    words: ['AN', 'Aff. nouvelle', 'Nouvelle affaire', 'Nouveau', 'Souscription', 'Comptant', 'New business', 'New', 'عقد جديد'],
  },
  {
    value: 'renewal',
    label: /*i18n*/ { id: 'policy.import.movement.renewal', message: 'Renouvellement' },
    words: ['Terme', 'Quittance terme', 'Reconduction', 'Échéance', 'RN', 'Renewal', 'Term', 'تجديد'],
  },
  {
    value: 'amendment',
    label: /*i18n*/ { id: 'policy.import.movement.amendment', message: 'Avenant' },
    words: [
      'AV',
      'Modification',
      'Incorporation',
      'Retrait',
      'Extension',
      'Prorogation',
      'Remplacement',
      'Amendment',
      'Endorsement',
      'ملحق',
    ],
  },
  {
    value: 'adjustment',
    label: /*i18n*/ { id: 'policy.import.movement.adjustment', message: 'Régularisation' },
    words: ['Régul', 'Révision', 'Ajustement', 'Adjustment', 'تسوية'],
  },
  {
    value: 'refund',
    label: /*i18n*/ { id: 'policy.import.movement.refund', message: 'Ristourne' },
    words: ['RT', 'Ristournes', 'Remboursement', 'Résiliation', 'Annulation', 'Refund', 'Credit note', 'Avoir', 'استرجاع'],
  },
]

export const contractTypeChoices: readonly ImportChoice[] = [
  {
    value: 'firm',
    label: /*i18n*/ { id: 'policy.import.contract.firm', message: 'Ferme' },
    words: ['F', 'Durée ferme', 'Firm', 'Sans tacite reconduction'],
  },
  {
    value: 'tacit',
    label: /*i18n*/ { id: 'policy.import.contract.tacit', message: 'Tacite reconduction' },
    words: ['T', 'TR', 'Tacite', 'Reconductible', 'Avec tacite reconduction', 'Tacit'],
  },
  {
    value: 'temporary',
    label: /*i18n*/ { id: 'policy.import.contract.temporary', message: 'Temporaire' },
    words: ['Court terme', 'Temporary'],
  },
]

export const periodicityChoices: readonly ImportChoice[] = [
  {
    value: 'annual',
    label: /*i18n*/ { id: 'policy.import.periodicity.annual', message: 'Annuelle' },
    words: ['A', 'Annuel', '12', 'Annual', 'Yearly'],
  },
  {
    value: 'half_yearly',
    label: /*i18n*/ { id: 'policy.import.periodicity.half_yearly', message: 'Semestrielle' },
    words: ['S', 'Semestriel', '6', 'Half-yearly', 'Semi-annual'],
  },
  {
    value: 'quarterly',
    label: /*i18n*/ { id: 'policy.import.periodicity.quarterly', message: 'Trimestrielle' },
    words: ['T', 'Trimestriel', '3', 'Quarterly'],
  },
  {
    value: 'monthly',
    label: /*i18n*/ { id: 'policy.import.periodicity.monthly', message: 'Mensuelle' },
    words: ['M', 'Mensuel', '1', 'Monthly'],
  },
  {
    value: 'single',
    label: /*i18n*/ { id: 'policy.import.periodicity.single', message: 'Unique' },
    words: ['U', 'Prime unique', 'Single', '0'],
  },
]

export const endReasonChoices: readonly ImportChoice[] = [
  {
    value: 'sale',
    label: /*i18n*/ { id: 'policy.import.end.sale', message: 'Vente du véhicule ou du bien' },
    words: ['Vente', 'Vente du véhicule', 'Vente du bien', 'Cession'],
  },
  {
    value: 'destroyed_or_stolen',
    label: /*i18n*/ { id: 'policy.import.end.destroyed_or_stolen', message: 'Véhicule réformé, détruit ou volé' },
    words: ['Épave', 'Vol', 'Réforme', 'Destruction', 'Sinistre total'],
  },
  {
    value: 'non_payment',
    label: /*i18n*/ { id: 'policy.import.end.non_payment', message: 'Non-paiement' },
    words: ['Non paiement', 'Impayé', 'Défaut de paiement', 'NP'],
  },
  {
    value: 'at_expiry',
    label: /*i18n*/ { id: 'policy.import.end.at_expiry', message: 'À l’échéance' },
    words: ['Échéance', 'Demande client', 'Demande assuré', 'Non renouvellement'],
  },
  {
    value: 'other_insurer_price',
    label: /*i18n*/ { id: 'policy.import.end.other_insurer_price', message: 'Changement d’assureur – tarif' },
    words: ['Tarif', 'Prix', 'Changement d’assureur'],
  },
  {
    value: 'other_insurer_service',
    label: /*i18n*/ { id: 'policy.import.end.other_insurer_service', message: 'Changement d’assureur – service' },
    words: ['Service', 'Mécontentement'],
  },
  { value: 'death', label: /*i18n*/ { id: 'policy.import.end.death', message: 'Décès' }, words: ['Décès assuré', 'Death'] },
  {
    value: 'departure',
    label: /*i18n*/ { id: 'policy.import.end.departure', message: 'Déménagement, départ à l’étranger' },
    words: ['Déménagement', 'Départ'],
  },
  {
    value: 'double_insurance',
    label: /*i18n*/ { id: 'policy.import.end.double_insurance', message: 'Double assurance' },
    words: ['Double emploi'],
  },
  {
    value: 'aggravation_refused',
    label: /*i18n*/ { id: 'policy.import.end.aggravation_refused', message: 'Aggravation du risque refusée' },
    words: ['Aggravation'],
  },
  { value: 'false_statement', label: /*i18n*/ { id: 'policy.import.end.false_statement', message: 'Fausse déclaration' }, words: [] },
  {
    value: 'loss_record',
    label: /*i18n*/ { id: 'policy.import.end.loss_record', message: 'Sinistralité' },
    words: ['Fréquence sinistres'],
  },
  {
    value: 'activity_ceased',
    label: /*i18n*/ { id: 'policy.import.end.activity_ceased', message: 'Cessation d’activité' },
    words: ['Cessation'],
  },
  {
    value: 'issue_error',
    label: /*i18n*/ { id: 'policy.import.end.issue_error', message: 'Erreur d’émission' },
    words: ['Erreur', 'Erreur de saisie'],
  },
  {
    value: 'credit_ended',
    label: /*i18n*/ { id: 'policy.import.end.credit_ended', message: 'Fin de crédit ou de leasing' },
    words: ['Fin de crédit', 'Leasing'],
  },
  { value: 'licence_withdrawn', label: /*i18n*/ { id: 'policy.import.end.licence_withdrawn', message: 'Retrait d’agrément' }, words: [] },
]

export const energyChoices: readonly ImportChoice[] = [
  {
    value: 'petrol',
    label: /*i18n*/ { id: 'policy.import.energy.petrol', message: 'Essence' },
    words: ['E', 'ES', 'Petrol', 'Gasoline', 'بنزين'],
  },
  {
    value: 'diesel',
    label: /*i18n*/ { id: 'policy.import.energy.diesel', message: 'Diesel' },
    words: ['D', 'Gasoil', 'Gazole', 'GO', 'ديزل', 'مازوت'],
  },
  { value: 'lpg', label: /*i18n*/ { id: 'policy.import.energy.lpg', message: 'GPL' }, words: ['G', 'Sirghaz', 'GPL/C', 'Gaz', 'LPG'] },
  {
    value: 'electric',
    label: /*i18n*/ { id: 'policy.import.energy.electric', message: 'Électrique' },
    words: ['EL', 'Electric', 'كهربائي'],
  },
  { value: 'hybrid', label: /*i18n*/ { id: 'policy.import.energy.hybrid', message: 'Hybride' }, words: ['H', 'Hybrid'] },
]

export const paymentModeChoices: readonly ImportChoice[] = [
  { value: 'cash', label: /*i18n*/ { id: 'policy.import.mode.cash', message: 'Espèces' }, words: ['ESP', 'Cash', 'Numéraire', 'نقدا'] },
  {
    value: 'cheque',
    label: /*i18n*/ { id: 'policy.import.mode.cheque', message: 'Chèque bancaire' },
    words: ['Chèque', 'CHQ', 'Cheque', 'Check', 'صك'],
  },
  {
    value: 'postal_cheque',
    label: /*i18n*/ { id: 'policy.import.mode.postal_cheque', message: 'Chèque postal' },
    words: ['Chèque CCP', 'CCP'],
  },
  {
    value: 'transfer',
    label: /*i18n*/ { id: 'policy.import.mode.transfer', message: 'Virement bancaire' },
    words: ['Virement', 'VIR', 'Transfer', 'تحويل'],
  },
  {
    value: 'postal_transfer',
    label: /*i18n*/ { id: 'policy.import.mode.postal_transfer', message: 'Virement CCP' },
    words: ['Virement postal'],
  },
  {
    value: 'cib_card',
    label: /*i18n*/ { id: 'policy.import.mode.cib_card', message: 'Carte CIB' },
    words: ['CIB', 'TPE', 'Carte', 'Carte bancaire', 'CB', 'Card'],
  },
  {
    value: 'edahabia_card',
    label: /*i18n*/ { id: 'policy.import.mode.edahabia_card', message: 'Carte Edahabia' },
    words: ['Edahabia', 'Dahabia', 'الذهبية'],
  },
  {
    value: 'cib_online',
    label: /*i18n*/ { id: 'policy.import.mode.cib_online', message: 'Paiement en ligne CIB' },
    words: ['CIB en ligne', 'Internet', 'En ligne', 'Online'],
  },
  {
    value: 'edahabia_online',
    label: /*i18n*/ { id: 'policy.import.mode.edahabia_online', message: 'Paiement en ligne Edahabia' },
    words: ['Edahabia en ligne'],
  },
  { value: 'baridimob', label: /*i18n*/ { id: 'policy.import.mode.baridimob', message: 'BaridiMob' }, words: ['Baridi Mob', 'بريدي موب'] },
  {
    value: 'bank_deposit',
    label: /*i18n*/ { id: 'policy.import.mode.bank_deposit', message: 'Versement bancaire' },
    words: ['Versement', 'Deposit'],
  },
]

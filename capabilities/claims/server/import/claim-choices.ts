import type { ImportChoice } from '#kernel/server/importable.ts'

// The words by which files say each value; labels in all languages and the value itself are understood besides.

export const natureChoices: readonly ImportChoice[] = [
  {
    value: 'collision_third_party',
    label: /*i18n*/ { id: 'claim.import.nature.collision_third_party', message: 'Accident matériel avec tiers identifié' },
    words: [
      'Accident',
      'Accident matériel',
      'Matériel',
      'Collision',
      'Accident avec tiers',
      'Dommages collision',
      'DC',
      'Accident avec collision',
      'Collision with third party',
      'حادث',
    ],
  },
  {
    value: 'accident_alone',
    label: /*i18n*/ { id: 'claim.import.nature.accident_alone', message: 'Accident sans tiers' },
    words: ['Sans tiers', 'Accident sans collision', 'Renversement', 'Single vehicle'],
  },
  {
    value: 'parked_unknown',
    label: /*i18n*/ { id: 'claim.import.nature.parked_unknown', message: 'Stationnement, tiers inconnu' },
    words: ['Stationnement', 'Tiers inconnu', 'Délit de fuite'],
  },
  {
    value: 'bodily_injury',
    label: /*i18n*/ { id: 'claim.import.nature.bodily_injury', message: 'Accident corporel' },
    words: ['Corporel', 'Accident mixte', 'Mixte', 'RC corporelle', 'Bodily injury', 'جسماني'],
  },
  {
    value: 'theft',
    label: /*i18n*/ { id: 'claim.import.nature.theft', message: 'Vol total' },
    words: ['Vol', 'Vol véhicule', 'Theft', 'سرقة'],
  },
  {
    value: 'theft_partial',
    label: /*i18n*/ { id: 'claim.import.nature.theft_partial', message: 'Vol partiel ou tentative' },
    words: ['Vol partiel', 'Tentative de vol', 'Vol accessoires'],
  },
  {
    value: 'fire',
    label: /*i18n*/ { id: 'claim.import.nature.fire', message: 'Incendie du véhicule' },
    words: ['Incendie', 'Incendie véhicule', 'Fire', 'حريق'],
  },
  {
    value: 'glass',
    label: /*i18n*/ { id: 'claim.import.nature.glass', message: 'Bris de glaces' },
    words: ['BDG', 'Bris de glace', 'Pare-brise', 'Glass', 'كسر الزجاج'],
  },
  {
    value: 'vandalism',
    label: /*i18n*/ { id: 'claim.import.nature.vandalism', message: 'Vandalisme' },
    words: ['Vandalism', 'Malveillance'],
  },
  {
    value: 'natural_event',
    label: /*i18n*/ { id: 'claim.import.nature.natural_event', message: 'Événement naturel' },
    words: ['Grêle', 'Inondation', 'Tempête', 'Événements climatiques'],
  },
  {
    value: 'riot',
    label: /*i18n*/ { id: 'claim.import.nature.riot', message: 'Émeutes' },
    words: ['Émeute', 'EMP', 'Mouvements populaires'],
  },
  {
    value: 'water_damage',
    label: /*i18n*/ { id: 'claim.import.nature.water_damage', message: 'Dégât des eaux' },
    words: ['DDE', 'Dégâts des eaux', 'Water damage'],
  },
  { value: 'home_theft', label: /*i18n*/ { id: 'claim.import.nature.home_theft', message: 'Vol habitation' }, words: ['Cambriolage'] },
  {
    value: 'home_fire',
    label: /*i18n*/ { id: 'claim.import.nature.home_fire', message: 'Incendie habitation' },
    words: ['Incendie logement'],
  },
  {
    value: 'private_liability',
    label: /*i18n*/ { id: 'claim.import.nature.private_liability', message: 'RC vie privée' },
    words: ['RC', 'Responsabilité civile', 'RC familiale'],
  },
  {
    value: 'catnat',
    label: /*i18n*/ { id: 'claim.import.nature.catnat', message: 'Cat-Nat' },
    words: ['Catastrophe naturelle', 'Séisme', 'Tremblement de terre'],
  },
  {
    value: 'business_liability',
    label: /*i18n*/ { id: 'claim.import.nature.business_liability', message: 'RC exploitation' },
    words: ['RC professionnelle', 'RC pro'],
  },
  {
    value: 'machinery_breakdown',
    label: /*i18n*/ { id: 'claim.import.nature.machinery_breakdown', message: 'Bris de machine' },
    words: ['BDM'],
  },
  {
    value: 'cargo_damage',
    label: /*i18n*/ { id: 'claim.import.nature.cargo_damage', message: 'Avarie' },
    words: ['Avaries', 'Facultés', 'Marchandises'],
  },
  {
    value: 'livestock_death',
    label: /*i18n*/ { id: 'claim.import.nature.livestock_death', message: 'Mortalité du bétail' },
    words: ['Bétail', 'Mortalité'],
  },
  {
    value: 'assistance',
    label: /*i18n*/ { id: 'claim.import.nature.assistance', message: 'Assistance' },
    words: ['Dépannage', 'Remorquage'],
  },
  { value: 'other', label: /*i18n*/ { id: 'claim.import.nature.other', message: 'Autre nature' }, words: ['Autre', 'Divers', 'Other'] },
]

export const statusChoices: readonly ImportChoice[] = [
  {
    value: 'declared',
    label: /*i18n*/ { id: 'claim.import.status.declared', message: 'Déclaré' },
    words: ['Déclarée', 'Nouveau', 'Declared', 'مصرح به'],
  },
  {
    value: 'documents_missing',
    label: /*i18n*/ { id: 'claim.import.status.documents_missing', message: 'Pièces manquantes' },
    words: ['Incomplet', 'Dossier incomplet', 'En attente'],
  },
  {
    value: 'in_verification',
    label: /*i18n*/ { id: 'claim.import.status.in_verification', message: 'En vérification' },
    words: ['Vérification'],
  },
  {
    value: 'opened',
    label: /*i18n*/ { id: 'claim.import.status.opened', message: 'Ouvert' },
    words: ['Ouverte', 'En cours', 'En instruction', 'Instruction', 'O', 'Open', 'قيد المعالجة'],
  },
  { value: 'in_expertise', label: /*i18n*/ { id: 'claim.import.status.in_expertise', message: 'En expertise' }, words: ['Expertise'] },
  { value: 'expertised', label: /*i18n*/ { id: 'claim.import.status.expertised', message: 'Expertisé' }, words: ['PV reçu'] },
  {
    value: 'counter_expertise',
    label: /*i18n*/ { id: 'claim.import.status.counter_expertise', message: 'En contre-expertise' },
    words: ['Contre-expertise'],
  },
  { value: 'under_study', label: /*i18n*/ { id: 'claim.import.status.under_study', message: 'En étude' }, words: ['Étude', 'À l’étude'] },
  { value: 'in_recovery', label: /*i18n*/ { id: 'claim.import.status.in_recovery', message: 'En recours' }, words: ['Recours'] },
  { value: 'granted', label: /*i18n*/ { id: 'claim.import.status.granted', message: 'Accordé' }, words: ['Accordée', 'Accepté'] },
  { value: 'in_settlement', label: /*i18n*/ { id: 'claim.import.status.in_settlement', message: 'En règlement' }, words: ['Règlement'] },
  {
    value: 'part_settled',
    label: /*i18n*/ { id: 'claim.import.status.part_settled', message: 'Réglé partiellement' },
    words: ['Partiellement réglé', 'Partiel'],
  },
  {
    value: 'settled',
    label: /*i18n*/ { id: 'claim.import.status.settled', message: 'Réglé' },
    words: ['Réglée', 'Payé', 'Soldé', 'R', 'Settled', 'Paid', 'مسدد'],
  },
  {
    value: 'rejected',
    label: /*i18n*/ { id: 'claim.import.status.rejected', message: 'Rejeté' },
    words: ['Rejet', 'Refusé', 'Rejected', 'مرفوض'],
  },
  {
    value: 'no_action',
    label: /*i18n*/ { id: 'claim.import.status.no_action', message: 'Classé sans suite' },
    words: ['Sans suite', 'SS', 'CSS', 'Classé'],
  },
  {
    value: 'in_litigation',
    label: /*i18n*/ { id: 'claim.import.status.in_litigation', message: 'En contentieux' },
    words: ['Contentieux', 'Judiciaire', 'Litige'],
  },
  {
    value: 'closed',
    label: /*i18n*/ { id: 'claim.import.status.closed', message: 'Clôturé' },
    words: ['Clos', 'Fermé', 'Terminé', 'C', 'Closed', 'مغلق'],
  },
  { value: 'reopened', label: /*i18n*/ { id: 'claim.import.status.reopened', message: 'Rouvert' }, words: ['Réouvert', 'Reprise'] },
]

export const channelChoices: readonly ImportChoice[] = [
  { value: 'agency', label: /*i18n*/ { id: 'claim.import.channel.agency', message: 'En agence' }, words: ['Agence', 'Guichet'] },
  { value: 'phone', label: /*i18n*/ { id: 'claim.import.channel.phone', message: 'Téléphone' }, words: ['Tél', 'Appel'] },
  { value: 'email', label: /*i18n*/ { id: 'claim.import.channel.email', message: 'E-mail' }, words: ['Mail', 'Courriel'] },
  { value: 'post', label: /*i18n*/ { id: 'claim.import.channel.post', message: 'Courrier' }, words: ['Poste'] },
  { value: 'website', label: /*i18n*/ { id: 'claim.import.channel.website', message: 'Site web' }, words: ['Web', 'Internet', 'Portail'] },
  { value: 'app', label: /*i18n*/ { id: 'claim.import.channel.app', message: 'Application mobile' }, words: ['Appli', 'Mobile'] },
  { value: 'whatsapp', label: /*i18n*/ { id: 'claim.import.channel.whatsapp', message: 'WhatsApp' }, words: [] },
  { value: 'partner', label: /*i18n*/ { id: 'claim.import.channel.partner', message: 'Partenaire' }, words: ['Courtier'] },
  { value: 'other', label: /*i18n*/ { id: 'claim.import.channel.other', message: 'Autre voie' }, words: ['Autre'] },
]

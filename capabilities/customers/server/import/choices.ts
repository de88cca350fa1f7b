import type { ImportChoice } from '#kernel/server/importable.ts'

// The words by which files say each value; labels in all languages and the value itself are understood besides.

export const titleChoices: readonly ImportChoice[] = [
  {
    value: 'mr',
    label: /*i18n*/ { id: 'contact.title.mr', message: 'Monsieur' },
    words: ['M', 'M.', 'Mr', 'Mr.', 'Mister', 'Homme', 'H', 'السيد'],
  },
  {
    value: 'mrs',
    label: /*i18n*/ { id: 'contact.title.mrs', message: 'Madame' },
    words: ['Mme', 'Mme.', 'Mrs', 'Mrs.', 'Ms', 'Ms.', 'Femme', 'F', 'السيدة'],
  },
  { value: 'miss', label: /*i18n*/ { id: 'contact.title.miss', message: 'Mademoiselle' }, words: ['Mlle', 'Mlle.', 'Miss', 'الآنسة'] },
]

export const kindChoices: readonly ImportChoice[] = [
  {
    value: 'individual',
    label: /*i18n*/ { id: 'contact.kind.individual', message: 'Particulier' },
    words: ['Personne physique', 'Physique', 'PP', 'Personne', 'Person', 'Individual', 'شخص طبيعي'],
  },
  {
    value: 'professional',
    label: /*i18n*/ { id: 'contact.kind.professional', message: 'Professionnel' },
    words: ['Pro', 'Indépendant', 'Commerçant', 'Artisan'],
  },
  {
    value: 'company',
    label: /*i18n*/ { id: 'contact.kind.company', message: 'Entreprise' },
    words: ['Société', 'Personne morale', 'Morale', 'PM', 'Company', 'Business', 'Organization', 'شركة'],
  },
  { value: 'association', label: /*i18n*/ { id: 'contact.kind.association', message: 'Association' }, words: ['ONG', 'Fondation'] },
  {
    value: 'administration',
    label: /*i18n*/ { id: 'contact.kind.administration', message: 'Administration' },
    words: ['Établissement public', 'Public', 'État'],
  },
]

export const maritalChoices: readonly ImportChoice[] = [
  {
    value: 'single',
    label: /*i18n*/ { id: 'contact.marital.single', message: 'Célibataire' },
    words: ['C', 'Non marié', 'Single', 'أعزب', 'عزباء'],
  },
  {
    value: 'married',
    label: /*i18n*/ { id: 'contact.marital.married', message: 'Marié(e)' },
    words: ['Marié', 'Mariée', 'M', 'Married', 'متزوج', 'متزوجة'],
  },
  {
    value: 'divorced',
    label: /*i18n*/ { id: 'contact.marital.divorced', message: 'Divorcé(e)' },
    words: ['Divorcé', 'Divorcée', 'D', 'Divorced', 'مطلق', 'مطلقة'],
  },
  {
    value: 'widowed',
    label: /*i18n*/ { id: 'contact.marital.widowed', message: 'Veuf(ve)' },
    words: ['Veuf', 'Veuve', 'V', 'Widowed', 'أرمل', 'أرملة'],
  },
]

export const documentChoices: readonly ImportChoice[] = [
  {
    value: 'national_id',
    label: /*i18n*/ { id: 'contact.document.national_id', message: 'Carte d’identité' },
    words: ['CNI', 'CIN', 'Carte nationale', 'Carte nationale d’identité', 'ID card'],
  },
  { value: 'passport', label: /*i18n*/ { id: 'contact.document.passport', message: 'Passeport' }, words: ['PP', 'Passport', 'جواز السفر'] },
  {
    value: 'driving_licence',
    label: /*i18n*/ { id: 'contact.document.driving_licence', message: 'Permis de conduire' },
    words: ['PC', 'Permis', 'Driving licence', 'رخصة السياقة'],
  },
]

export const legalFormChoices: readonly ImportChoice[] = [
  { value: 'eurl', label: /*i18n*/ { id: 'contact.legal_form.eurl', message: 'EURL' }, words: [] },
  { value: 'sarl', label: /*i18n*/ { id: 'contact.legal_form.sarl', message: 'SARL' }, words: [] },
  { value: 'spa', label: /*i18n*/ { id: 'contact.legal_form.spa', message: 'SPA' }, words: ['Société par actions'] },
  { value: 'snc', label: /*i18n*/ { id: 'contact.legal_form.snc', message: 'SNC' }, words: [] },
  { value: 'epe', label: /*i18n*/ { id: 'contact.legal_form.epe', message: 'EPE' }, words: [] },
  { value: 'epic', label: /*i18n*/ { id: 'contact.legal_form.epic', message: 'EPIC' }, words: [] },
  { value: 'ets', label: /*i18n*/ { id: 'contact.legal_form.ets', message: 'Établissement' }, words: ['Ets', 'Entreprise individuelle'] },
  { value: 'other', label: /*i18n*/ { id: 'contact.legal_form.other', message: 'Autre forme' }, words: ['Autre', 'Other'] },
]

export const languageChoices: readonly ImportChoice[] = [
  { value: 'fr', label: /*i18n*/ { id: 'contact.language.fr', message: 'Français' }, words: ['FR', 'French', 'fra', 'الفرنسية'] },
  { value: 'ar', label: /*i18n*/ { id: 'contact.language.ar', message: 'Arabe' }, words: ['AR', 'Arabic', 'ara', 'العربية'] },
  { value: 'en', label: /*i18n*/ { id: 'contact.language.en', message: 'Anglais' }, words: ['EN', 'English', 'eng', 'الإنجليزية'] },
]

export const channelChoices: readonly ImportChoice[] = [
  { value: 'phone', label: /*i18n*/ { id: 'contact.channel.phone', message: 'Téléphone' }, words: ['Tél', 'Appel', 'Phone'] },
  { value: 'email', label: /*i18n*/ { id: 'contact.channel.email', message: 'E-mail' }, words: ['Mail', 'Courriel', 'Email'] },
  { value: 'sms', label: /*i18n*/ { id: 'contact.channel.sms', message: 'SMS' }, words: ['Texto'] },
  { value: 'whatsapp', label: /*i18n*/ { id: 'contact.channel.whatsapp', message: 'WhatsApp' }, words: [] },
  { value: 'post', label: /*i18n*/ { id: 'contact.channel.post', message: 'Courrier' }, words: ['Poste', 'Post', 'Mail postal'] },
  { value: 'agency', label: /*i18n*/ { id: 'contact.channel.agency', message: 'En agence' }, words: ['Agence', 'Guichet'] },
]

export const statusChoices: readonly ImportChoice[] = [
  { value: 'prospect', label: /*i18n*/ { id: 'contact.status.prospect', message: 'Prospect' }, words: ['Piste'] },
  { value: 'active', label: /*i18n*/ { id: 'contact.status.active', message: 'Actif' }, words: ['Client', 'Active', 'Assuré', 'Customer'] },
  { value: 'inactive', label: /*i18n*/ { id: 'contact.status.inactive', message: 'Inactif' }, words: ['Inactive'] },
  { value: 'cancelled', label: /*i18n*/ { id: 'contact.status.cancelled', message: 'Résilié' }, words: ['Cancelled'] },
  { value: 'litigation', label: /*i18n*/ { id: 'contact.status.litigation', message: 'En contentieux' }, words: ['Contentieux', 'Litige'] },
  { value: 'watch', label: /*i18n*/ { id: 'contact.status.watch', message: 'Sous surveillance' }, words: ['Surveillance'] },
  { value: 'deceased', label: /*i18n*/ { id: 'contact.status.deceased', message: 'Décédé' }, words: ['Décédée', 'Deceased', 'متوفى'] },
]

export const accountKindChoices: readonly ImportChoice[] = [
  {
    value: 'company',
    label: /*i18n*/ { id: 'account.kind.company', message: 'Entreprise' },
    words: [
      'Société',
      'Company',
      'Client',
      'Customer',
      'Prospect',
      'Partner',
      'Partenaire',
      'Competitor',
      'Vendor',
      'Supplier',
      'Fournisseur',
      'Other',
      'شركة',
    ],
  },
  {
    value: 'household',
    label: /*i18n*/ { id: 'account.kind.household', message: 'Foyer' },
    words: ['Famille', 'Ménage', 'Household', 'Family', 'عائلة'],
  },
]

import type { ImportChoice, ImportField } from '#kernel/server/importable.ts'

const typeChoices: readonly ImportChoice[] = [
  {
    value: 'head_office',
    label: /*i18n*/ { id: 'agency.type.head_office', message: 'Siège' },
    words: ['Direction générale', 'DG', 'Siège social', 'Head office'],
  },
  { value: 'direct', label: /*i18n*/ { id: 'agency.type.direct', message: 'Agence directe' }, words: ['Directe', 'Direct', 'AD'] },
  { value: 'main', label: /*i18n*/ { id: 'agency.type.main', message: 'Agence principale' }, words: ['Principale', 'Main'] },
  {
    value: 'general_agent',
    label: /*i18n*/ { id: 'agency.type.general_agent', message: 'Agent général' },
    words: ['AGA', 'AG', 'Agent général d’assurance', 'General agent'],
  },
  { value: 'broker', label: /*i18n*/ { id: 'agency.type.broker', message: 'Courtier' }, words: ['Courtage', 'Broker'] },
  {
    value: 'bancassurance',
    label: /*i18n*/ { id: 'agency.type.bancassurance', message: 'Bancassurance' },
    words: ['Banque', 'Guichet bancaire'],
  },
  {
    value: 'contributor',
    label: /*i18n*/ { id: 'agency.type.contributor', message: 'Apporteur d’affaires' },
    words: ['Apporteur', 'Contributor'],
  },
  {
    value: 'online',
    label: /*i18n*/ { id: 'agency.type.online', message: 'Vente en ligne' },
    words: ['En ligne', 'Internet', 'Web', 'Online'],
  },
  {
    value: 'sales_point',
    label: /*i18n*/ { id: 'agency.type.sales_point', message: 'Point de vente' },
    words: ['PDV', 'Bureau', 'Sales point'],
  },
]

/** The fields of an agency that a file can fill, with the names that files give them. */
export const agencyImportFields: readonly ImportField[] = [
  {
    key: 'number',
    label: /*i18n*/ { id: 'agency.field.number', message: 'Numéro d’agence' },
    kind: 'code',
    longest: 20,
    synonyms: ['Numéro', 'N° agence', 'Code', 'Code agence', 'Agency number', 'Branch code', 'رقم الوكالة'],
    help: /*i18n*/ { id: 'agency.field.number_help', message: 'Cinq chiffres : deux pour la wilaya, trois pour le rang.' },
  },
  {
    key: 'name',
    label: /*i18n*/ { id: 'agency.field.name', message: 'Nom de l’agence' },
    kind: 'text',
    longest: 160,
    synonyms: ['Nom', 'Agence', 'Libellé', 'Désignation', 'Dénomination', 'Agency', 'Branch', 'Name', 'اسم الوكالة'],
  },
  {
    key: 'external_id',
    label: /*i18n*/ { id: 'agency.field.external_id', message: 'Identifiant externe' },
    kind: 'code',
    longest: 80,
    synonyms: ['Id', 'Code externe', 'Référence', 'External ID'],
  },
  {
    key: 'type',
    label: /*i18n*/ { id: 'agency.field.type', message: 'Type d’agence' },
    kind: 'choice',
    choices: typeChoices,
    synonyms: ['Type', 'Nature', 'Catégorie', 'Réseau', 'Type'],
  },
  {
    key: 'region',
    label: /*i18n*/ { id: 'agency.field.region', message: 'Direction régionale' },
    kind: 'relation',
    longest: 160,
    synonyms: ['Région', 'DR', 'Direction', 'Region', 'المديرية الجهوية'],
  },
  {
    key: 'wilaya',
    label: /*i18n*/ { id: 'agency.field.wilaya', message: 'Wilaya' },
    kind: 'text',
    longest: 60,
    synonyms: ['Département', 'Province', 'State', 'الولاية'],
  },
  {
    key: 'commune',
    label: /*i18n*/ { id: 'agency.field.commune', message: 'Commune' },
    kind: 'text',
    longest: 120,
    synonyms: ['Ville', 'City', 'البلدية'],
  },
  {
    key: 'address',
    label: /*i18n*/ { id: 'agency.field.address', message: 'Adresse' },
    kind: 'text',
    longest: 300,
    synonyms: ['Rue', 'Address', 'العنوان'],
  },
  {
    key: 'phone',
    label: /*i18n*/ { id: 'agency.field.phone', message: 'Téléphone' },
    kind: 'phone',
    longest: 60,
    synonyms: ['Tél', 'Fixe', 'Mobile', 'Phone', 'الهاتف'],
  },
  {
    key: 'email',
    label: /*i18n*/ { id: 'agency.field.email', message: 'E-mail' },
    kind: 'email',
    longest: 254,
    synonyms: ['Email', 'Mail', 'Courriel'],
  },
  {
    key: 'active',
    label: /*i18n*/ { id: 'agency.field.active', message: 'Ouverte' },
    kind: 'boolean',
    synonyms: ['Active', 'En activité', 'Active'],
  },
]

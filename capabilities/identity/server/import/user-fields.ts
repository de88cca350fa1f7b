import type { ImportChoice, ImportField } from '#kernel/server/importable.ts'

const roleChoices: readonly ImportChoice[] = [
  {
    value: 'administrator',
    label: /*i18n*/ { id: 'user.role.administrator', message: 'Administrateur' },
    words: ['Admin', 'Administrator', 'مدير'],
  },
  { value: 'supervisor', label: /*i18n*/ { id: 'user.role.supervisor', message: 'Superviseur' }, words: ['Supervisor', 'Manager', 'مشرف'] },
  { value: 'editor', label: /*i18n*/ { id: 'user.role.editor', message: 'Éditeur' }, words: ['Editor', 'Rédacteur', 'محرر'] },
  { value: 'user', label: /*i18n*/ { id: 'user.role.user', message: 'Utilisateur' }, words: ['User', 'Standard', 'Agent', 'مستخدم'] },
]

const languageChoices: readonly ImportChoice[] = [
  { value: 'fr', label: /*i18n*/ { id: 'user.language.fr', message: 'Français' }, words: ['FR', 'French'] },
  { value: 'ar', label: /*i18n*/ { id: 'user.language.ar', message: 'Arabe' }, words: ['AR', 'Arabic', 'العربية'] },
  { value: 'en', label: /*i18n*/ { id: 'user.language.en', message: 'Anglais' }, words: ['EN', 'English'] },
]

/** The fields of a colleague that a file can fill, with the names that files give them. */
export const userImportFields: readonly ImportField[] = [
  {
    key: 'external_id',
    label: /*i18n*/ { id: 'user.field.external_id', message: 'Identifiant externe' },
    kind: 'code',
    longest: 80,
    synonyms: ['User Id', 'Id', 'Matricule', 'Identifiant', 'External ID'],
  },
  {
    key: 'email',
    label: /*i18n*/ { id: 'user.field.email', message: 'E-mail' },
    kind: 'email',
    longest: 254,
    synonyms: ['Email', 'Mail', 'Courriel', 'Adresse e-mail', 'Email address', 'Login', 'البريد الإلكتروني'],
  },
  {
    key: 'last_name',
    label: /*i18n*/ { id: 'user.field.last_name', message: 'Nom' },
    kind: 'text',
    longest: 60,
    synonyms: ['Nom de famille', 'Last name', 'Surname', 'اللقب'],
  },
  {
    key: 'first_name',
    label: /*i18n*/ { id: 'user.field.first_name', message: 'Prénom' },
    kind: 'text',
    longest: 60,
    synonyms: ['First name', 'Given name', 'الاسم'],
  },
  {
    key: 'name',
    label: /*i18n*/ { id: 'user.field.name', message: 'Nom et prénom' },
    kind: 'text',
    longest: 120,
    synonyms: ['Nom complet', 'Full name', 'Name', 'Utilisateur', 'Collaborateur', 'Employé', 'الاسم الكامل'],
  },
  {
    key: 'phone',
    label: /*i18n*/ { id: 'user.field.phone', message: 'Téléphone' },
    kind: 'phone',
    longest: 40,
    synonyms: ['Tél', 'Mobile', 'Phone', 'الهاتف'],
  },
  {
    key: 'function',
    label: /*i18n*/ { id: 'user.field.function', message: 'Fonction' },
    kind: 'text',
    longest: 120,
    synonyms: ['Poste', 'Titre', 'Job title', 'Title', 'Profession', 'الوظيفة'],
  },
  {
    key: 'role',
    label: /*i18n*/ { id: 'user.field.role', message: 'Rôle' },
    kind: 'choice',
    choices: roleChoices,
    synonyms: ['Profil', 'Droits', 'Role', 'Profile', 'الدور'],
  },
  {
    key: 'language',
    label: /*i18n*/ { id: 'user.field.language', message: 'Langue' },
    kind: 'choice',
    choices: languageChoices,
    synonyms: ['Language', 'اللغة'],
  },
  {
    key: 'agency',
    label: /*i18n*/ { id: 'user.field.agency', message: 'Agence' },
    kind: 'relation',
    longest: 200,
    synonyms: ['Numéro d’agence', 'Code agence', 'Agency', 'Branch', 'الوكالة'],
  },
]

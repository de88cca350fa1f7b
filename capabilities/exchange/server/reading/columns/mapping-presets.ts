import { normaliseHeader } from './header-words.ts'

/** The programs whose export headers are known by heart. */
export type PresetName = 'salesforce' | 'hubspot' | 'zoho' | 'google' | 'outlook'

/** What a preset is about, in the words of the import's `object`. */
type PresetObject = 'contacts' | 'accounts' | 'users' | 'leads'

/** Headers, normalised, and the fields they fill: the first of these that the object has. */
type Headers = Readonly<Record<string, string>>

interface Preset {
  readonly name: PresetName
  /** Headers that hardly any other program writes. */
  readonly signature: readonly string[]
  readonly any: Headers
  readonly byObject?: Partial<Record<PresetObject, Headers>>
}

const people = {
  'first name': 'first_name',
  'last name': 'last_name',
  email: 'email',
  phone: 'phone',
  mobile: 'mobile',
  title: 'function title',
  'lead source': 'source lead_source',
} as const

const presets: readonly Preset[] = [
  {
    name: 'salesforce',
    signature: [
      'account id',
      'owner id',
      'mailing street',
      'mailing city',
      'billing street',
      'billing city',
      'last modified date',
      'is deleted',
      'reports to id',
    ],
    any: {
      ...people,
      salutation: 'title',
      'mobile phone': 'mobile',
      'home phone': 'phone',
      birthdate: 'birth_date',
      'mailing street': 'address',
      'mailing city': 'commune city',
      'mailing state': 'wilaya',
      'mailing state province': 'wilaya',
      'mailing postal code': 'postcode',
      'mailing zip postal code': 'postcode',
      'billing street': 'address',
      'billing city': 'commune city',
      'billing state': 'wilaya',
      'billing postal code': 'postcode',
      'account id': 'account account_external_id account_id',
      'account name': 'account account_name name',
      'owner id': 'owner owner_id',
      'annual revenue': 'revenue_centimes revenue',
      'number of employees': 'employees',
      industry: 'sector',
      'created date': 'registered_on created_at',
    },
    byObject: {
      contacts: { id: 'external_id', 'contact id': 'external_id' },
      accounts: { id: 'external_id', 'account id': 'external_id', name: 'name' },
      users: { id: 'external_id' },
      leads: { id: 'external_id', company: 'company_name' },
    },
  },
  {
    name: 'hubspot',
    signature: [
      'record id',
      'lifecycle stage',
      'associated company',
      'associated company i ds',
      'create date',
      'contact owner',
      'company owner',
      'hs object id',
    ],
    any: {
      ...people,
      'record id': 'external_id',
      'phone number': 'phone',
      'mobile phone number': 'mobile',
      'date of birth': 'birth_date',
      'street address': 'address',
      city: 'commune city',
      'state region': 'wilaya',
      'postal code': 'postcode',
      'job title': 'function title',
      'associated company': 'account account_name company_name',
      'company name': 'name company_name',
      'contact owner': 'owner owner_id',
      'company owner': 'owner owner_id',
      'create date': 'registered_on created_at',
      industry: 'sector',
      'annual revenue': 'revenue_centimes revenue',
      'number of employees': 'employees',
    },
  },
  {
    name: 'zoho',
    signature: [
      'contactid',
      'accountid',
      'leadid',
      'contact owner id',
      'account owner id',
      'lead owner',
      'created time',
      'modified time',
      'contact owner',
      'account owner',
    ],
    any: {
      ...people,
      contactid: 'external_id',
      accountid: 'external_id',
      leadid: 'external_id',
      'user id': 'external_id',
      'date of birth': 'birth_date',
      'mailing street': 'address',
      'mailing city': 'commune city',
      'mailing state': 'wilaya',
      'mailing zip': 'postcode',
      'billing street': 'address',
      'billing city': 'commune city',
      'billing code': 'postcode',
      'account id': 'account account_external_id account_id',
      'account name': 'account account_name name',
      'contact owner id': 'owner owner_id',
      'account owner id': 'owner owner_id',
      'lead owner id': 'owner owner_id',
      'contact owner': 'owner owner_id',
      'account owner': 'owner owner_id',
      'lead owner': 'owner owner_id',
      'created time': 'registered_on created_at',
      'lead status': 'status',
      company: 'company_name',
      industry: 'sector',
      employees: 'employees',
    },
  },
  {
    name: 'google',
    signature: [
      'given name',
      'family name',
      'e mail 1 value',
      'phone 1 value',
      'address 1 street',
      'organization 1 name',
      'group membership',
      'organization name',
    ],
    any: {
      'given name': 'first_name',
      'first name': 'first_name',
      'family name': 'last_name',
      'last name': 'last_name',
      'name prefix': 'title',
      birthday: 'birth_date',
      'e mail 1 value': 'email',
      'phone 1 value': 'mobile',
      'phone 2 value': 'phone',
      'address 1 street': 'address',
      'address 1 city': 'commune city',
      'address 1 region': 'wilaya',
      'address 1 postal code': 'postcode',
      'organization 1 name': 'company_name account',
      'organization name': 'company_name account',
      'organization 1 title': 'function',
      'organization title': 'function',
      'group membership': 'tags',
      labels: 'tags',
      notes: 'note notes',
    },
  },
  {
    name: 'outlook',
    signature: [
      'e mail address',
      'e mail display name',
      'business phone',
      'home street',
      'business street',
      'adresse de messagerie',
      'tel mobile',
      'tel bureau',
      'rue domicile',
      'rue bureau',
      'telephone bureau',
      'telephone mobile',
    ],
    any: {
      ...people,
      company: 'company_name account',
      'e mail address': 'email',
      'mobile phone': 'mobile',
      'home phone': 'phone',
      'business phone': 'phone',
      'home street': 'address',
      'home city': 'commune city',
      'home state': 'wilaya',
      'home postal code': 'postcode',
      'job title': 'function',
      birthday: 'birth_date',
      categories: 'tags',
      nom: 'last_name',
      prenom: 'first_name',
      societe: 'company_name account',
      titre: 'title',
      'adresse de messagerie': 'email',
      'tel mobile': 'mobile',
      'telephone mobile': 'mobile',
      'tel domicile': 'phone',
      'telephone domicile': 'phone',
      'rue domicile': 'address',
      'ville domicile': 'commune city',
      'code postal domicile': 'postcode',
      anniversaire: 'birth_date',
    },
  },
]

/** A recognised export and the fields that its headers fill, by column. */
export interface RecognisedPreset {
  readonly name: PresetName
  /** For each column its fields, best first; empty for a header that the preset does not know. */
  readonly fieldsOf: readonly (readonly string[])[]
}

/** Recognises the export of a known program by its headers: at least two that only it writes. */
export const recognisePreset = (headers: readonly string[], object: string): RecognisedPreset | null => {
  const normal = headers.map(normaliseHeader)
  const ranked = presets
    .map((preset) => ({ preset, marks: preset.signature.filter((header) => normal.includes(header)).length }))
    .toSorted((a, b) => b.marks - a.marks)
  const best = ranked[0]
  if (!best || best.marks < 2) return null
  const known: Headers = { ...best.preset.any, ...best.preset.byObject?.[object as PresetObject] }
  return { name: best.preset.name, fieldsOf: normal.map((header) => known[header]?.split(' ') ?? []) }
}

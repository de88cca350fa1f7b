import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { Exportable, ExportColumn, ExportKind } from '#kernel/server/exportable.ts'
import type { ImportField } from '#kernel/server/importable.ts'
import { sensitiveFields } from '../../contract.ts'
import { maskMiddle } from '../../identifiers.ts'
import { contactList } from '../contact-list.ts'
import { contactImportFields } from '../import/contact-fields.ts'
import { accountKindChoices } from '../import/choices.ts'
import { accountImportFields } from '../import/account-fields.ts'
import { accountList } from '../account-list.ts'
import { moments, placeNames, tagNames } from './shared-columns.ts'

const masked: ReadonlySet<string> = new Set(sensitiveFields)

/** Fields that leave only when they are chosen. */
const unusual: ReadonlySet<string> = new Set([
  'maiden_name',
  'name_ar',
  'birth_place',
  'marital_status',
  'employer',
  'other_email',
  'other_phone',
  'nin',
  'document_kind',
  'document_number',
  'document_issued_on',
  'document_issued_at',
  'nis',
  'ai',
  'rib',
  'legal_form',
  'sector',
  'employees',
  'revenue_centimes',
  'representative',
  'address_ar',
  'preferred_channel',
  'remarks',
  'external_id',
])

/** What the list shows as one name. */
const nameParts: ReadonlySet<string> = new Set(['last_name', 'first_name', 'company_name'])

const kindOf = (field: ImportField): ExportKind => (field.kind === 'email' || field.kind === 'relation' ? 'text' : field.kind)

/** A field of the record as a column of a file, under the name by which an import knows it again. */
const fieldColumn = (alias: string, field: ImportField): ExportColumn => ({
  key: field.key,
  label: field.label,
  kind: kindOf(field),
  value: sql.ref(`${alias}.${field.key}`),
  ...(field.choices && { choices: field.choices }),
  ...(masked.has(field.key) && { masked: true, show: (value: string) => maskMiddle(value) }),
  ...(unusual.has(field.key) && { unusual: true }),
  ...(nameParts.has(field.key) && { onScreen: [field.key, 'name'] }),
})

/** Fields that are not columns of their own table: they get their value below. */
const elsewhere = new Set(['name', 'wilaya', 'commune', 'tags', 'agency', 'owner', 'account'])

const labelOf = (fields: readonly ImportField[], key: string) =>
  fields.find((field) => field.key === key)?.label ?? { id: key, message: key }

/** Contacts as a file. */
export const contactExport: Exportable = {
  object: 'contacts',
  permission: 'contact',
  label: /*i18n*/ { id: 'import.contacts', message: 'Clients' },
  list: contactList,
  columns: (ctx: Context) => [
    ...contactImportFields.filter(({ key }) => !elsewhere.has(key)).map((field) => fieldColumn('c', field)),
    ...placeNames(ctx, 'c'),
    tagNames('c'),
    { key: 'agency', label: labelOf(contactImportFields, 'agency'), kind: 'code', value: sql`a.number`, onScreen: ['agency_id'] },
    {
      key: 'agency_name',
      label: /*i18n*/ { id: 'contact.field.agency_name', message: 'Nom de l’agence' },
      kind: 'text',
      value: sql`a.name`,
      unusual: true,
      onScreen: ['agency_id'],
    },
    { key: 'owner', label: labelOf(contactImportFields, 'owner'), kind: 'text', value: sql`o.name`, onScreen: ['owner_id'] },
    { key: 'account', label: labelOf(contactImportFields, 'account'), kind: 'text', value: sql`g.name`, onScreen: ['account_id'] },
    {
      key: 'account_code',
      label: /*i18n*/ { id: 'contact.field.account_code', message: 'Code du compte' },
      kind: 'code',
      value: sql`g.code`,
      unusual: true,
    },
    {
      key: 'valid_until',
      label: /*i18n*/ { id: 'contact.field.valid_until', message: 'Date de validité' },
      kind: 'day',
      value: sql`c.valid_until`,
    },
    ...moments('c'),
  ],
}

/** Accounts as a file. */
export const accountExport: Exportable = {
  object: 'accounts',
  permission: 'account',
  label: /*i18n*/ { id: 'import.accounts', message: 'Comptes' },
  list: accountList,
  columns: (ctx: Context) => [
    ...accountImportFields
      .filter(({ key }) => key === 'name' || !elsewhere.has(key))
      .map((field) => ({
        ...fieldColumn('g', field),
        ...(field.key === 'kind' && { choices: accountKindChoices }),
        unusual: field.key === 'remarks' || field.key === 'external_id',
      })),
    ...placeNames(ctx, 'g'),
    tagNames('g'),
    { key: 'agency', label: labelOf(accountImportFields, 'agency'), kind: 'code', value: sql`a.number`, onScreen: ['agency_id'] },
    { key: 'owner', label: labelOf(accountImportFields, 'owner'), kind: 'text', value: sql`o.name`, onScreen: ['owner_id'] },
    {
      key: 'parent',
      label: /*i18n*/ { id: 'account.field.parent', message: 'Compte parent' },
      kind: 'text',
      value: sql`p.name`,
      unusual: true,
      onScreen: ['parent_id'],
    },
    {
      key: 'contacts',
      label: /*i18n*/ { id: 'account.field.contacts', message: 'Nombre de membres' },
      kind: 'integer',
      value: sql`(select count(*) from account_member m where m.organization_id = g.organization_id and m.account_id = g.id)`,
      unusual: true,
    },
    ...moments('g'),
  ],
}

import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { importable, type ImportChunk, type MatchKey } from '#kernel/server/importable.ts'
import { listPlaces } from '#capabilities/organization/server/index.ts'
import { passCodes } from '../codes.ts'
import { agencyRelation, bringWordsAndTags, compareTags, giveCodes, ownerRelation, putTags, takeTagsOff } from './chunk-steps.ts'
import { contactColumns, contactTexts } from './contact-columns.ts'
import { contactImportFields } from './contact-fields.ts'
import { contactDerivedFrom, deriveContactColumns, derivedContactColumns } from './read-contact-row.ts'
import { takeCustomersBack } from './take-back.ts'

const matchKeys: readonly MatchKey[] = [
  {
    key: 'external_id',
    label: /*i18n*/ { id: 'contact.field.external_id', message: 'Identifiant externe' },
    fields: ['external_id'],
    columns: ['external_id'],
    withSource: true,
    unique: true,
    usual: true,
  },
  {
    key: 'code',
    label: /*i18n*/ { id: 'contact.field.code', message: 'Code client' },
    fields: ['code'],
    columns: ['code'],
    unique: true,
    usual: true,
  },
  { key: 'nin', label: /*i18n*/ { id: 'contact.field.nin', message: 'NIN' }, fields: ['nin'], columns: ['nin'], usual: true },
  { key: 'nif', label: /*i18n*/ { id: 'contact.field.nif', message: 'NIF' }, fields: ['nif'], columns: ['nif'] },
  { key: 'email', label: /*i18n*/ { id: 'contact.field.email', message: 'E-mail' }, fields: ['email'], columns: ['email'] },
  { key: 'mobile', label: /*i18n*/ { id: 'contact.field.mobile', message: 'Mobile' }, fields: ['mobile'], columns: ['mobile'] },
  {
    key: 'name_and_birth',
    label: /*i18n*/ { id: 'contact.match.name_and_birth', message: 'Nom et date de naissance' },
    fields: ['birth_date'],
    columns: ['name_folded', 'birth_date'],
  },
]

/** Columns that have a value even where a file says nothing. */
const standing: Readonly<Record<string, (ctx: Context) => ReturnType<typeof sql>>> = {
  kind: () => sql`coalesce(k.kind, k.kind_guess)`,
  language: () => sql`coalesce(k.language, 'fr')`,
  status: () => sql`coalesce(k.status, 'prospect')`,
  registered_on: (ctx) => sql`coalesce(k.registered_on, (${ctx.now}::timestamptz at time zone ${ctx.actor.timeZone})::date)`,
}

/** New contacts with all that a contact made by hand has: code, subject, tags, and membership of their account. */
const makeContacts = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await giveCodes(ctx, chunk, 'contact')
  await sql`insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, 'contact', k.name, k.code, k.agency_id, k.owner_id, ${ctx.actor.userId}::uuid, concat_ws(' ', nullif(k.search_text, ''), app_fold(k.code)),
      ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from ${chunk.rows} k where k.action = 'create'`.execute(ctx.db)
  const columns = [...contactTexts, 'external_id', 'external_source', 'code', 'agency_id', 'owner_id', 'account_id']
  const values = columns.map((column) => standing[column]?.(ctx) ?? sql.ref(`k.${column}`))
  await sql`insert into contact (organization_id, id, ${sql.raw(columns.join(', '))}, created_by, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, ${sql.join(values)}, ${ctx.actor.userId}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from ${chunk.rows} k where k.action = 'create'`.execute(
    ctx.db,
  )
  await putTags(ctx, chunk)
  await joinAccounts(ctx, chunk)
}

/** A contact belongs to the account that is its main one. */
const joinAccounts = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  if (!chunk.staged.has('account')) return
  await sql`insert into account_member (organization_id, account_id, contact_id, role, created_at)
    select ${ctx.organizationId}::uuid, k.account_id, k.id, 'other', ${ctx.now}::timestamptz from ${chunk.rows} k where k.action is not null and k.account_id is not null
    on conflict do nothing`.execute(ctx.db)
}

/** The subject follows what changed in its contact. */
const followContacts = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`update subject s set title = c.name, agency_id = c.agency_id, owner_id = c.owner_id, updated_at = ${ctx.now}::timestamptz,
      search_text = case when k.rederive then concat_ws(' ', nullif(k.search_text, ''), app_fold(c.code)) else s.search_text end
    from ${chunk.rows} k join contact c on c.organization_id = ${ctx.organizationId}::uuid and c.id = k.id
    where k.action = 'update' and s.organization_id = ${ctx.organizationId}::uuid and s.id = k.id`.execute(ctx.db)
  await putTags(ctx, chunk)
  await joinAccounts(ctx, chunk)
}

/** Contacts from files. */
export const contactImport = importable({
  object: 'contacts',
  permission: 'contact',
  label: /*i18n*/ { id: 'import.contacts', message: 'Clients' },
  path: '/contacts',
  fields: contactImportFields,
  needs: [['last_name', 'name', 'company_name', 'first_name']],
  matchKeys,
  defaults: ['agency_id', 'owner_id'],
  rowModule: import.meta.resolve('./read-contact-row.ts'),
  frame: async (ctx, { source }) => ({ places: await listPlaces(ctx), source }),
  target: {
    table: 'contact',
    columns: contactColumns,
    written: [...contactTexts, 'external_id', 'external_source'],
    required: ['kind', 'language', 'status', 'registered_on', 'last_name', 'company_name', 'external_id', 'external_source'],
    relations: [
      agencyRelation,
      ownerRelation,
      {
        field: 'account',
        column: 'account_id',
        lookups: [
          {
            by: 'code',
            find: (ctx, wanted) =>
              sql`select w.value, a.id from ${wanted} w join account a on a.organization_id = ${ctx.organizationId}::uuid and a.code = w.value and a.deleted_at is null`,
          },
          {
            by: 'external_id',
            find: (
              ctx,
              wanted,
              source,
            ) => sql`select w.value, a.id from ${wanted} w join account a on a.organization_id = ${ctx.organizationId}::uuid and a.external_id = w.value and a.deleted_at is null
              and (a.external_source = ${source} or not exists (select 1 from account o where o.organization_id = ${ctx.organizationId}::uuid and o.external_id = w.value and o.external_source = ${source} and o.deleted_at is null))`,
          },
          {
            by: 'name',
            find: (ctx, wanted) =>
              sql`select w.value, a.id from ${wanted} w join account a on a.organization_id = ${ctx.organizationId}::uuid and a.name_folded = app_fold(w.value) and a.deleted_at is null`,
          },
        ],
      },
    ],
    sourceColumn: 'external_source',
    placed: true,
    derived: { from: contactDerivedFrom, columns: derivedContactColumns, derive: deriveContactColumns },
    begin: async (ctx, staged) => {
      const code = staged.column('code')
      if (code !== null) await passCodes(ctx, 'contact', sql`select ${code} as code from ${staged.from} and ${code} is not null`)
    },
    prelude: bringWordsAndTags,
    compare: compareTags,
    create: makeContacts,
    updated: followContacts,
    restored: takeTagsOff,
    takeBack: (ctx, ids, attached, held) => takeCustomersBack(ctx, 'contact', ids, attached, held),
  },
})

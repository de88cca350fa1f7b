import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { importable, type ImportChunk, type MatchKey, type StagedType } from '#kernel/server/importable.ts'
import { listPlaces } from '#capabilities/organization/server/index.ts'
import { accountFields } from '../../contract.ts'
import { passCodes } from '../codes.ts'
import { accountImportFields } from './account-fields.ts'
import { agencyRelation, bringWordsAndTags, compareTags, giveCodes, ownerRelation, putTags, takeTagsOff } from './chunk-steps.ts'
import { accountDerivedFrom, deriveAccountColumns, derivedAccountColumns } from './read-account-row.ts'
import { takeCustomersBack } from './take-back.ts'

const matchKeys: readonly MatchKey[] = [
  {
    key: 'external_id',
    label: /*i18n*/ { id: 'account.field.external_id', message: 'Identifiant externe' },
    fields: ['external_id'],
    columns: ['external_id'],
    withSource: true,
    unique: true,
    usual: true,
  },
  {
    key: 'code',
    label: /*i18n*/ { id: 'account.field.code', message: 'Code compte' },
    fields: ['code'],
    columns: ['code'],
    unique: true,
    usual: true,
  },
  { key: 'nif', label: /*i18n*/ { id: 'account.field.nif', message: 'NIF' }, fields: ['nif'], columns: ['nif'] },
  { key: 'name', label: /*i18n*/ { id: 'account.field.name', message: 'Nom du compte' }, fields: ['name'], columns: ['name_folded'] },
]

const written = [...Object.keys(accountFields), 'name_folded', 'external_id', 'external_source']
const typeOf = (column: string): StagedType => (column === 'employees' ? 'integer' : column === 'revenue_centimes' ? 'bigint' : 'text')
const columns = Object.fromEntries([...written, ...derivedAccountColumns, 'code', 'tags'].map((column) => [column, typeOf(column)]))

/** New accounts with all that an account made by hand has. */
const makeAccounts = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await giveCodes(ctx, chunk, 'account')
  await sql`insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, 'account', k.name, k.code, k.agency_id, k.owner_id, ${ctx.actor.userId}::uuid, concat_ws(' ', nullif(k.search_text, ''), app_fold(k.code)),
      ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from ${chunk.rows} k where k.action = 'create'`.execute(ctx.db)
  const given = [...written, 'code', 'agency_id', 'owner_id']
  const values = given.map((column) => (column === 'kind' ? sql`coalesce(k.kind, 'company')` : sql.ref(`k.${column}`)))
  await sql`insert into account (organization_id, id, ${sql.raw(given.join(', '))}, created_by, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, ${sql.join(values)}, ${ctx.actor.userId}::uuid, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz from ${chunk.rows} k where k.action = 'create'`.execute(
    ctx.db,
  )
  await putTags(ctx, chunk)
}

/** The subject follows what changed in its account. */
const followAccounts = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`update subject s set title = a.name, agency_id = a.agency_id, owner_id = a.owner_id, updated_at = ${ctx.now}::timestamptz,
      search_text = case when k.rederive then concat_ws(' ', nullif(k.search_text, ''), app_fold(a.code)) else s.search_text end
    from ${chunk.rows} k join account a on a.organization_id = ${ctx.organizationId}::uuid and a.id = k.id
    where k.action = 'update' and s.organization_id = ${ctx.organizationId}::uuid and s.id = k.id`.execute(ctx.db)
  await putTags(ctx, chunk)
}

/** Accounts from files. */
export const accountImport = importable({
  object: 'accounts',
  permission: 'account',
  label: /*i18n*/ { id: 'import.accounts', message: 'Comptes' },
  path: '/accounts',
  fields: accountImportFields,
  needs: [['name']],
  matchKeys,
  defaults: ['agency_id', 'owner_id'],
  rowModule: import.meta.resolve('./read-account-row.ts'),
  frame: async (ctx, { source }) => ({ places: await listPlaces(ctx), source }),
  target: {
    table: 'account',
    columns,
    written,
    required: ['name', 'kind', 'external_id', 'external_source'],
    relations: [agencyRelation, ownerRelation],
    sourceColumn: 'external_source',
    placed: true,
    derived: { from: accountDerivedFrom, columns: derivedAccountColumns, derive: deriveAccountColumns },
    begin: async (ctx, staged) => {
      const code = staged.column('code')
      if (code !== null) await passCodes(ctx, 'account', sql`select ${code} as code from ${staged.from} and ${code} is not null`)
    },
    prelude: bringWordsAndTags,
    compare: compareTags,
    create: makeAccounts,
    updated: followAccounts,
    restored: takeTagsOff,
    takeBack: (ctx, ids, attached, held) => takeCustomersBack(ctx, 'account', ids, attached, held),
  },
})

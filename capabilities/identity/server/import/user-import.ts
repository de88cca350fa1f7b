import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { importable, type ImportChunk, type ImportRelation, type TakenBack } from '#kernel/server/importable.ts'
import { defaultScope } from '../../rights.ts'
import { roles } from '../../contract.ts'
import { userImportFields } from './user-fields.ts'

const written = ['name', 'name_folded', 'phone', 'function', 'language', 'external_id', 'source']

const taken = /*i18n*/ { id: 'user.import.email_taken', message: 'Cette adresse ne peut pas être ajoutée ; choisissez-en une autre' }

/** An address belongs to one person of the whole installation; nothing is said of whom. */
const refuseTakenAddresses = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`update ${chunk.rows} k set problems = jsonb_build_array(jsonb_build_object('code', 'email_taken', 'field', 'email', 'sentence', ${JSON.stringify(taken)}::jsonb))
    where k.action = 'create' and exists (select 1 from sign_in i where i.email = k.email)`.execute(ctx.db)
}

/** The scope that goes with each role, as SQL. */
const scopeSql = (role: ReturnType<typeof sql>) =>
  sql`case ${role} ${sql.join(
    roles.map((one) => sql`when ${sql.lit(one)} then ${sql.lit(defaultScope(one))}`),
    sql` `,
  )} end`

/** People come in as invited, without any message to them: an invitation is sent to each when the administrator wants. */
const addPeople = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const role = sql`coalesce(k.role, ${chunk.defaults.role ?? 'user'})`
  await sql`insert into sign_in (user_id, organization_id, email, created_at)
    select k.id, ${ctx.organizationId}::uuid, k.email, ${ctx.now}::timestamptz from ${chunk.rows} k where k.action = 'create' order by k.email`.execute(
    ctx.db,
  )
  await sql`insert into app_user (organization_id, id, name, name_folded, email, phone, function, role, scope, status, agency_id, language, external_id, source, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, k.name, k.name_folded, k.email, k.phone, k.function, ${role}, ${scopeSql(role)}, 'invited', coalesce(k.agency_id, ${chunk.defaults.agency_id}::uuid),
      coalesce(k.language, (select language from organization where organization_id = ${ctx.organizationId}::uuid)), k.external_id, k.source, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from ${chunk.rows} k where k.action = 'create'`.execute(ctx.db)
  ctx.emit({ name: 'user.invited' })
}

/** Who is moved to another agency sees other records at once. */
const followPeople = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const moved = await sql<{ id: string }>`select k.id from ${chunk.rows} k where k.action = 'update' and k.after ? 'agency_id'`.execute(
    ctx.db,
  )
  for (const { id } of moved.rows) ctx.emit({ name: 'me.rights_changed', userId: id })
  ctx.emit({ name: 'user.updated' })
}

const stays = /*i18n*/ {
  id: 'user.import.stays',
  message: 'Conservée : la personne a rejoint l’organisation, a été modifiée, ou est responsable de dossiers',
}

/** People who have not joined and are responsible for nothing go away; the others stay. */
const takePeopleBack = async (ctx: Context, ids: readonly string[]): Promise<TakenBack> => {
  const going = await sql<{
    id: string
  }>`select u.id from app_user u where u.organization_id = ${ctx.organizationId}::uuid and u.id = any(${[...ids]}::uuid[]) and u.status = 'invited' and u.version = 1
    and not exists (select 1 from subject s where s.organization_id = ${ctx.organizationId}::uuid and (s.owner_id = u.id or s.created_by = u.id)) for update of u`.execute(
    ctx.db,
  )
  const removed = going.rows.map(({ id }) => id)
  const left = new Set(removed)
  if (removed.length > 0) {
    await sql`delete from app_user where organization_id = ${ctx.organizationId}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
    await sql`delete from sign_in where organization_id = ${ctx.organizationId}::uuid and user_id = any(${removed}::uuid[])`.execute(ctx.db)
    ctx.emit({ name: 'user.updated' })
  }
  return { removed, binned: [], kept: ids.filter((id) => !left.has(id)).map((id) => ({ id, sentence: stays })) }
}

const agency: ImportRelation = {
  field: 'agency',
  column: 'agency_id',
  lookups: [
    {
      by: 'number',
      find: (ctx, wanted) =>
        sql`select w.value, a.id from ${wanted} w join agency_card a on a.organization_id = ${ctx.organizationId}::uuid and a.number = lpad(w.value, 5, '0')`,
    },
    {
      by: 'name',
      find: (ctx, wanted) =>
        sql`select w.value, a.id from ${wanted} w join agency_card a on a.organization_id = ${ctx.organizationId}::uuid and app_fold(a.name) = app_fold(w.value)`,
    },
  ],
}

/** Colleagues from files. Role and address of someone who is there already stay as they are: they change by hand alone. */
export const userImport = importable({
  object: 'users',
  permission: 'user',
  label: /*i18n*/ { id: 'import.users', message: 'Utilisateurs' },
  path: '/users',
  fields: userImportFields,
  needs: [['email'], ['name', 'last_name', 'first_name']],
  matchKeys: [
    {
      key: 'external_id',
      label: /*i18n*/ { id: 'user.field.external_id', message: 'Identifiant externe' },
      fields: ['external_id'],
      columns: ['external_id'],
      withSource: true,
      unique: true,
      usual: true,
    },
    {
      key: 'email',
      label: /*i18n*/ { id: 'user.field.email', message: 'E-mail' },
      fields: ['email'],
      columns: ['email'],
      unique: true,
      usual: true,
    },
  ],
  defaults: ['agency_id', 'role'],
  rowModule: import.meta.resolve('./read-user-row.ts'),
  frame: async (_ctx, { source }) => ({ source }),
  target: {
    table: 'app_user',
    columns: Object.fromEntries([...written, 'email', 'role'].map((column) => [column, 'text' as const])),
    written,
    required: ['name', 'name_folded', 'language', 'external_id', 'source'],
    relations: [agency],
    sourceColumn: 'source',
    placed: false,
    check: refuseTakenAddresses,
    create: addPeople,
    updated: followPeople,
    takeBack: takePeopleBack,
  },
})

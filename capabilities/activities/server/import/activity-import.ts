import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import {
  importable,
  type Importable,
  type ImportChunk,
  type ImportRelation,
  type StagedType,
  type TakenBack,
} from '#kernel/server/importable.ts'
import { touchedByPeople } from '#kernel/server/touched-by-people.ts'
import { activityImportFields } from './activity-fields.ts'

const written: Readonly<Record<string, StagedType>> = {
  kind: 'text',
  direction: 'text',
  outcome: 'text',
  body: 'text',
  occurred_at: 'timestamptz',
  duration_minutes: 'integer',
  external_id: 'text',
  source: 'text',
}

/** Colleagues by external identifier, e-mail or name. */
const authorLookups: ImportRelation['lookups'] = (['external_id', 'email', 'name'] as const).map((by) => ({
  by,
  find: (ctx, wanted) => {
    const same = {
      external_id: sql`u.external_id = w.value`,
      email: sql`u.email = lower(w.value)`,
      name: sql`app_fold(u.name) = app_fold(w.value)`,
    }[by]
    return sql`select w.value, u.id from ${wanted} w join colleague u on u.organization_id = ${ctx.organizationId}::uuid and ${same}`
  },
}))

const noClient = {
  code: 'client_missing',
  field: 'contact',
  sentence: /*i18n*/ { id: 'activity.import.client_missing', message: 'Aucun client n’est nommé' },
}
const outOfReach = {
  code: 'client_out_of_reach',
  field: 'contact',
  sentence: /*i18n*/ { id: 'activity.import.out_of_reach', message: 'Ce client relève d’une agence hors de votre périmètre' },
}

const checkActivities = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  const refuse = (reason: unknown, when: ReturnType<typeof sql>) =>
    sql`update ${chunk.rows} k set problems = coalesce(k.problems, '[]'::jsonb) || jsonb_build_array(${JSON.stringify(reason)}::jsonb) where k.action is not null and ${when}`.execute(
      ctx.db,
    )
  await refuse(noClient, sql`k.action = 'create' and k.subject_id is null`)
  if (chunk.agencies !== null)
    await refuse(
      outOfReach,
      sql`k.subject_id is not null and not exists (select 1 from subject s left join subject_agency f on f.organization_id = s.organization_id and f.subject_id = s.id
        where s.organization_id = ${ctx.organizationId}::uuid and s.id = k.subject_id and (s.agency_id = any(${[...chunk.agencies]}::uuid[]) or f.agency_id = any(${[...chunk.agencies]}::uuid[])))`,
    )
}

/** New exchanges on the timelines of their customers; by the colleague named, otherwise under the name that the file gives. */
const makeActivities = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`insert into activity (organization_id, id, subject_id, kind, direction, outcome, body, occurred_at, duration_minutes, author_id, author_name, external_id, source, created_at, updated_at)
    select ${ctx.organizationId}::uuid, k.id, k.subject_id, coalesce(k.kind, 'note'), k.direction, k.outcome, coalesce(k.body, ''), k.occurred_at, k.duration_minutes,
      case when k.author is null then ${ctx.actor.userId}::uuid else k.author_id end, coalesce(u.name, k.author, ${ctx.actor.name}), k.external_id, k.source,
      ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
    from ${chunk.rows} k left join colleague u on u.organization_id = ${ctx.organizationId}::uuid and u.id = k.author_id where k.action = 'create'`.execute(
    ctx.db,
  )
}

const touchedSentence = /*i18n*/ { id: 'activity.kept_touched', message: 'Conservé : modifié depuis l’import' }

const takeActivitiesBack = async (ctx: Context, ids: readonly string[]): Promise<TakenBack> => {
  const found = await sql<{ id: string; touched: boolean }>`select a.id, ${touchedByPeople(ctx, 'a')} as touched from activity a
    where a.organization_id = ${ctx.organizationId}::uuid and a.id = any(${[...ids]}::uuid[]) order by a.id for update`.execute(ctx.db)
  const removed = found.rows.flatMap(({ id, touched }) => (touched ? [] : [id]))
  await sql`delete from activity where organization_id = ${ctx.organizationId}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  const kept = found.rows.flatMap(({ id, touched }) => (touched ? [{ id, sentence: touchedSentence }] : []))
  return { removed, binned: [], kept }
}

/** Histories of exchanges from files. `clients` says how the customers of a higher capability are named. */
export const activityImport = (clients: ImportRelation['lookups']): Importable =>
  importable({
    object: 'activities',
    permission: 'activity',
    label: /*i18n*/ { id: 'import.activities', message: 'Historique des échanges' },
    about: /*i18n*/ { id: 'import.activities.about', message: 'Notes, appels et visites, sur la fiche de clients qui existent déjà.' },
    path: null,
    fields: activityImportFields,
    needs: [['contact', 'contact_name'], ['occurred_at'], ['body', 'kind']],
    matchKeys: [
      {
        key: 'external_id',
        label: /*i18n*/ { id: 'activity.match.external_id', message: 'Identifiant externe' },
        fields: ['external_id'],
        columns: ['external_id'],
        withSource: true,
        unique: true,
        usual: true,
      },
    ],
    defaults: [],
    rowModule: import.meta.resolve('./read-activity-row.ts'),
    frame: async (ctx, { source }) => ({ source, now: ctx.now }),
    target: {
      table: 'activity',
      columns: written,
      written: Object.keys(written),
      required: ['kind', 'body', 'occurred_at', 'external_id', 'source'],
      relations: [
        { field: 'contact', column: 'subject_id', lookups: clients },
        { field: 'author', column: 'author_id', optional: true, lookups: authorLookups },
      ],
      sourceColumn: 'source',
      placed: false,
      check: checkActivities,
      create: makeActivities,
      takeBack: takeActivitiesBack,
    },
  })

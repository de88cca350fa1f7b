import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import { importable, type ImportChunk, type MatchKey, type StagedType, type TakenBack } from '#kernel/server/importable.ts'
import { touchedByPeople } from '#kernel/server/touched-by-people.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import { ownerRelation, refuseHoldersOutOfReach } from '#capabilities/customers/server/index.ts'
import { listPlaces } from '#capabilities/organization/server/index.ts'
import { policyRelation } from '#capabilities/policies/server/index.ts'
import { claimImportFields } from './claim-fields.ts'
import { compareClaims, followClaims, restoreClaims } from './follow-claims.ts'
import { makeClaims } from './make-claims.ts'

const matchKeys: readonly MatchKey[] = [
  {
    key: 'external_id',
    label: /*i18n*/ { id: 'claim.match.external_id', message: 'Identifiant externe' },
    fields: ['external_id'],
    columns: ['external_id'],
    withSource: true,
    unique: true,
    usual: true,
  },
  {
    key: 'number',
    label: /*i18n*/ { id: 'claim.match.number', message: 'Numéro de sinistre' },
    fields: ['number'],
    columns: ['number'],
    usual: true,
  },
]

const written: Readonly<Record<string, StagedType>> = {
  number: 'text',
  nature: 'text',
  status: 'text',
  occurred_on: 'date',
  declared_on: 'date',
  channel: 'text',
  cause: 'text',
  circumstances: 'text',
  place: 'text',
  wilaya: 'text',
  injured: 'integer',
  liability_rate: 'integer',
  expert_name: 'text',
  expert_assigned_on: 'date',
  expertise_on: 'date',
  expertise_centimes: 'bigint',
  deductible_centimes: 'bigint',
  granted_centimes: 'bigint',
  granted_on: 'date',
  settled_on: 'date',
  closed_on: 'date',
  rejection_reason: 'text',
  external_id: 'text',
  external_source: 'text',
}

const noPolicy = {
  code: 'policy_missing',
  field: 'policy',
  sentence: /*i18n*/ { id: 'claim.import.policy_missing', message: 'Aucune police n’est nommée : le sinistre ne peut pas être créé' },
}

/** A claim is that of its policy's holder and agency. */
const checkClaims = async (ctx: Context, chunk: ImportChunk): Promise<void> => {
  await sql`update ${chunk.rows} k set contact_id = p.contact_id, agency_id = p.agency_id from policy_card p
    where k.action = 'create' and p.organization_id = ${ctx.organizationId}::uuid and p.id = k.policy_id`.execute(ctx.db)
  await sql`update ${chunk.rows} k set problems = coalesce(k.problems, '[]'::jsonb) || jsonb_build_array(${JSON.stringify(noPolicy)}::jsonb)
    where k.action = 'create' and k.policy_id is null`.execute(ctx.db)
  await refuseHoldersOutOfReach(ctx, chunk)
}

const sentences = {
  held: /*i18n*/ { id: 'claim.kept_held', message: 'Conservé : des documents ou des rappels s’y rattachent depuis l’import' },
  touched: /*i18n*/ { id: 'claim.kept_touched', message: 'Conservé : modifié depuis l’import' },
} as const

/** Claims that an import had made go away as if never made; those that somebody worked on since, or on which something hangs, stay. */
const takeClaimsBack = async (
  ctx: Context,
  ids: readonly string[],
  attached: ReadonlySet<string>,
  held: ReadonlySet<string>,
): Promise<TakenBack> => {
  const org = ctx.organizationId
  const found = await sql<{ id: string; touched: boolean }>`select c.id, ${touchedByPeople(ctx, 'c')} as touched from claim c
    where c.organization_id = ${org}::uuid and c.id = any(${[...ids]}::uuid[]) order by c.id for update`.execute(ctx.db)
  const kept = found.rows.flatMap(({ id, touched }): { id: string; sentence: Sentence }[] => {
    if (held.has(id) || attached.has(id)) return [{ id, sentence: sentences.held }]
    return touched ? [{ id, sentence: sentences.touched }] : []
  })
  const staying = new Set(kept.map(({ id }) => id))
  const removed = found.rows.map(({ id }) => id).filter((id) => !staying.has(id))
  await sql`delete from claim where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  await sql`delete from subject_agency where organization_id = ${org}::uuid and subject_id = any(${removed}::uuid[])`.execute(ctx.db)
  await sql`delete from subject where organization_id = ${org}::uuid and id = any(${removed}::uuid[])`.execute(ctx.db)
  return { removed, binned: [], kept }
}

/** Claims from files, on policies that exist. */
export const claimImport = importable({
  object: 'claims',
  permission: 'claim',
  label: /*i18n*/ { id: 'import.claims', message: 'Sinistres' },
  about: /*i18n*/ { id: 'import.claims.about', message: 'Les polices existent déjà : chaque sinistre nomme la sienne.' },
  path: '/claims',
  fields: claimImportFields,
  needs: [['number'], ['policy'], ['occurred_on', 'declared_on']],
  matchKeys,
  defaults: ['owner_id'],
  rowModule: import.meta.resolve('./read-claim-row.ts'),
  frame: async (ctx, { source }) => ({ places: await listPlaces(ctx), source }),
  target: {
    table: 'claim',
    // Sums become movements; the opposite party and the guarantees are told once.
    columns: {
      ...written,
      guarantees: 'text',
      third_party: 'text',
      third_party_plate: 'text',
      third_party_company: 'text',
      told_reserve_centimes: 'bigint',
      told_paid_centimes: 'bigint',
      told_fees_centimes: 'bigint',
      told_recovered_centimes: 'bigint',
    },
    written: Object.keys(written),
    required: ['number', 'nature', 'status', 'occurred_on', 'declared_on', 'channel', 'injured', 'external_id', 'external_source'],
    relations: [
      policyRelation,
      ownerRelation,
      { field: 'holder', column: 'contact_id', lookups: [] },
      { field: 'agency', column: 'agency_id', lookups: [] },
    ],
    sourceColumn: 'external_source',
    placed: true,
    check: checkClaims,
    compare: compareClaims,
    create: makeClaims,
    updated: followClaims,
    restored: restoreClaims,
    takeBack: takeClaimsBack,
  },
})

import { sql } from 'kysely'
import type { ImportRelation } from '#kernel/server/importable.ts'

const both = '^(.+) / (.+)$'

/** The policy of a bill or claim: by its number with its holder where one number serves several, by number, or by external identifier. */
export const policyRelation: ImportRelation = {
  field: 'policy',
  column: 'policy_id',
  lookups: [
    {
      by: 'number_and_contact',
      find: (
        ctx,
        wanted,
        source,
      ) => sql`select w.value, p.id from (select value from ${wanted} given where value ~ ${both}) w cross join lateral (
        select p.id from policy p join contact_window c on c.organization_id = p.organization_id and c.id = p.contact_id
        where p.organization_id = ${ctx.organizationId}::uuid and p.deleted_at is null and p.number = substring(w.value from ${both})
          and (c.code = substring(w.value from ' / (.+)$') or c.nin = substring(w.value from ' / (.+)$')
            or c.external_id = substring(w.value from ' / (.+)$') and c.external_source is not distinct from coalesce(${source}, c.external_source)) offset 0) p`,
    },
    {
      by: 'number',
      find: (ctx, wanted) => sql`select w.value, p.id from ${wanted} w cross join lateral (select p.id from policy p
        where p.organization_id = ${ctx.organizationId}::uuid and p.deleted_at is null and p.number = coalesce(substring(w.value from ${both}), w.value) offset 0) p`,
    },
    {
      by: 'external_id',
      find: (ctx, wanted, source) => sql`select w.value, p.id from ${wanted} w cross join lateral (select p.id from policy p
        where p.organization_id = ${ctx.organizationId}::uuid and p.deleted_at is null and p.external_id = coalesce(substring(w.value from ${both}), w.value)
          and p.external_source is not distinct from coalesce(${source}, p.external_source) offset 0) p`,
    },
  ],
}

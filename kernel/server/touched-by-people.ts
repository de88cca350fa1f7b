import { sql, type RawBuilder } from 'kysely'
import type { Context } from './context.ts'

/**
 * True for a record of `alias` that somebody changed since it was made: it has had more versions than imports gave it that are taken back
 * again, each of which is one to change it and one to give back what it was.
 */
export const touchedByPeople = (ctx: Context, alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.version`)} > 1 and ${sql.ref(`${alias}.version`)} - 1 > (select count(*) from change_item i
    join change_set s on s.organization_id = i.organization_id and s.id = i.change_set_id
    where i.organization_id = ${ctx.organizationId}::uuid and i.subject_id = ${sql.ref(`${alias}.id`)}
      and (s.kind = 'import.revert' or s.kind = 'import.apply' and s.undone_at is not null)))`

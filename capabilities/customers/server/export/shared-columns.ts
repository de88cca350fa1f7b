import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ExportColumn } from '#kernel/server/exportable.ts'

/** Wilaya and commune by their names in the reader's letters. */
export const placeNames = (ctx: Context, alias: string): ExportColumn[] => {
  const name = ctx.actor.language === 'ar' ? sql`p.name_ar` : sql`p.name_fr`
  return [
    {
      key: 'wilaya',
      label: /*i18n*/ { id: 'contact.field.wilaya', message: 'Wilaya' },
      kind: 'text',
      value: sql`coalesce((select ${name} from wilaya p where p.code = ${sql.ref(`${alias}.wilaya`)}), ${sql.ref(`${alias}.wilaya`)})`,
    },
    {
      key: 'commune',
      label: /*i18n*/ { id: 'contact.field.commune', message: 'Commune' },
      kind: 'text',
      value: sql`coalesce((select ${name} from commune p where p.code = ${sql.ref(`${alias}.commune`)}), ${sql.ref(`${alias}.commune`)})`,
    },
  ]
}

/** The tags of a record, by name. */
export const tagNames = (alias: string): ExportColumn => ({
  key: 'tags',
  label: /*i18n*/ { id: 'contact.field.tags', message: 'Étiquettes' },
  kind: 'text',
  value: sql`(select string_agg(t.name, ', ' order by t.name) from subject_tag b join tag t on t.organization_id = b.organization_id and t.id = b.tag_id
    where b.organization_id = ${sql.ref(`${alias}.organization_id`)} and b.subject_id = ${sql.ref(`${alias}.id`)})`,
})

/** When a record was made and last changed. */
export const moments = (alias: string): ExportColumn[] => [
  {
    key: 'created_at',
    label: /*i18n*/ { id: 'contact.field.created_at', message: 'Créé le' },
    kind: 'instant',
    value: sql.ref(`${alias}.created_at`),
    unusual: true,
  },
  {
    key: 'updated_at',
    label: /*i18n*/ { id: 'contact.field.updated_at', message: 'Modifié le' },
    kind: 'instant',
    value: sql.ref(`${alias}.updated_at`),
    unusual: true,
  },
]

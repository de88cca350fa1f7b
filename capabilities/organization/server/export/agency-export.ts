import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { Exportable } from '#kernel/server/exportable.ts'
import { agencyImportFields } from '../import/agency-fields.ts'
import { agencyList } from '../list-agencies.ts'

const field = (key: string) => {
  const found = agencyImportFields.find((one) => one.key === key)
  return { key, label: found?.label ?? { id: key, message: key }, ...(found?.choices && { choices: found.choices }) }
}

/** The agencies as a file. */
export const agencyExport: Exportable = {
  object: 'agencies',
  permission: 'agency',
  label: /*i18n*/ { id: 'import.agencies', message: 'Agences' },
  list: agencyList,
  columns: (ctx: Context) => {
    const name = ctx.actor.language === 'ar' ? sql`p.name_ar` : sql`p.name_fr`
    return [
      { ...field('number'), kind: 'code', value: sql`a.number` },
      { ...field('name'), kind: 'text', value: sql`a.name` },
      { ...field('type'), kind: 'choice', value: sql`a.type` },
      { ...field('region'), kind: 'text', value: sql`r.name` },
      { ...field('wilaya'), kind: 'text', value: sql`coalesce((select ${name} from wilaya p where p.code = a.wilaya), a.wilaya)` },
      { ...field('commune'), kind: 'text', value: sql`coalesce((select ${name} from commune p where p.code = a.commune), a.commune)` },
      { ...field('address'), kind: 'text', value: sql`a.address` },
      { ...field('phone'), kind: 'phone', value: sql`a.phone` },
      { ...field('email'), kind: 'text', value: sql`a.email` },
      { ...field('active'), kind: 'boolean', value: sql`a.active` },
      { ...field('external_id'), kind: 'code', value: sql`a.external_id`, unusual: true },
    ]
  },
}

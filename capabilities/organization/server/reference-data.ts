import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { fold } from '#kernel/shared/fold.ts'
import { nameSeparator } from '#kernel/shared/places.ts'

const folder = fileURLToPath(new URL('../../../db/reference', import.meta.url))

const read = async (name: string): Promise<Record<string, unknown>[]> =>
  JSON.parse(await readFile(`${folder}/${name}.json`, 'utf8')) as Record<string, unknown>[]

/** French, Arabic, and the others by which people know a place. */
const namesOf = (row: Readonly<Record<string, unknown>>): string[] => [
  String(row['name_fr']),
  String(row['name_ar']),
  ...((row['aliases'] as string[] | undefined) ?? []),
]

/**
 * Brings the shared reference tables (wilayas, communes, banks, holidays) to the committed files, as the database's owner. Rows that
 * left the files stay: records may still name them.
 */
export const loadReferenceData = async (client: pg.Client): Promise<void> => {
  const wilayas = await read('wilayas')
  await client.query(
    `insert into wilaya (code, name_fr, name_ar, zone, parent, in_force_from, weight, folded)
     select r.code, r.name_fr, r.name_ar, r.zone, r.parent, r.in_force_from, coalesce(r.weight, 0), r.folded
     from jsonb_to_recordset($1::jsonb) r(code text, name_fr text, name_ar text, zone text, parent text, in_force_from date, weight integer, folded text)
     on conflict (code) do update set name_fr = excluded.name_fr, name_ar = excluded.name_ar, zone = excluded.zone, parent = excluded.parent,
       in_force_from = excluded.in_force_from, weight = excluded.weight, folded = excluded.folded`,
    [
      JSON.stringify(
        wilayas.map((row) => ({
          ...row,
          folded: fold(namesOf(row).join(' ')),
        })),
      ),
    ],
  )
  const communes = await read('communes')
  await client.query(
    `insert into commune (code, wilaya, name_fr, name_ar, postcode, folded)
     select r.code, r.wilaya, r.name_fr, r.name_ar, r.postcode, r.folded
     from jsonb_to_recordset($1::jsonb) r(code text, wilaya text, name_fr text, name_ar text, postcode text, folded text)
     on conflict (code) do update set wilaya = excluded.wilaya, name_fr = excluded.name_fr, name_ar = excluded.name_ar, postcode = excluded.postcode, folded = excluded.folded`,
    [JSON.stringify(communes.map((row) => ({ ...row, folded: namesOf(row).map(fold).join(nameSeparator) })))],
  )
  await client.query(
    `insert into bank (code, name) select r.code, r.name from jsonb_to_recordset($1::jsonb) r(code text, name text) on conflict (code) do update set name = excluded.name`,
    [JSON.stringify(await read('banks'))],
  )
  await client.query(
    `insert into public_holiday (day, code, name_fr, name_ar, provisional)
     select r.day, r.code, r.name_fr, r.name_ar, r.provisional from jsonb_to_recordset($1::jsonb) r(day date, code text, name_fr text, name_ar text, provisional boolean)
     on conflict (day, code) do update set name_fr = excluded.name_fr, name_ar = excluded.name_ar, provisional = excluded.provisional`,
    [JSON.stringify(await read('holidays'))],
  )
}

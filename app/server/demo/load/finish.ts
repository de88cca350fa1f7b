import type pg from 'pg'
import type { Frame } from '../frame.ts'

/** Number series begin behind what was used; the words by which misspelt searches are mended. */
export const loadSeries = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into number_series (organization_id, series, last_number)
     select '${organizationId}'::uuid, series, last from (
       select 'contact:' || a.id as series, max(d.sequence) as last from drawn_contact d join agency_list a on a.at = d.agency group by a.id
       union all select 'account:' || a.id, max(d.sequence) from drawn_account d join agency_list a on a.at = d.agency group by a.id
       union all select 'policy:' || left(number, 9), max(right(number, 6)::int) from contract group by left(number, 9)
       union all select 'receivable:' || split_part(number, '-', 2), max(split_part(number, '-', 3)::int) from bill group by split_part(number, '-', 2)
       union all select 'payment:' || agency_id || ':' || split_part(number, '-', 2), max(split_part(number, '-', 3)::int) from payment_row group by agency_id, split_part(number, '-', 2)
       union all select 'claim:' || agency_id || ':' || split_part(number, '-', 2), max(split_part(number, '-', 3)::int) from claim_row group by agency_id, split_part(number, '-', 2)
     ) used`,
  )
}

export const loadWords = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into search_word (organization_id, word) select distinct '${organizationId}'::uuid, word from (
       select regexp_split_to_table(app_fold(latin || ' ' || arabic), ' ') as word from name_list) words where length(word) >= 3 on conflict do nothing`,
  )
}

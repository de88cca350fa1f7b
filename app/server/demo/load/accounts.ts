import type pg from 'pg'
import type { Frame } from '../frame.ts'
import { sectors } from '../lists/names.ts'
import { picked } from '../sql.ts'

/** Families under the name of their head, companies under their own. */
export const loadAccounts = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query(
    `create unlogged table account_row with (autovacuum_enabled = off) as
     select p.*, a.created_at as since, 'C' || p.agency_number || '-' || lpad(a.sequence::text, 6, '0') as account_code,
       case when p.kind = 'company' then p.title else 'Famille ' || p.last_name end as account_name, case when p.kind = 'company' then p.folded else 'famille ' || l.folded end as account_folded
     from drawn_account a join person p on p.n = a.n join name_list l on l.kind = 'l' and l.latin = p.last_name order by a.created_at, p.n`,
  )
  await client.query(
    `insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     select '${organizationId}', account_id, 'account', account_name, account_code, agency_id, owner_id, owner_id,
       account_folded || ' ' || lower(replace(account_code, '-', ' ')), since, since from account_row`,
  )
  await client.query(
    `insert into account (organization_id, id, code, name, name_folded, kind, sector, employees, wilaya, commune, postcode, agency_id, owner_id, created_by, created_at, updated_at)
     select '${organizationId}', account_id, account_code, account_name, account_folded, case when kind = 'company' then 'company' else 'household' end,
       case when kind = 'company' then ${picked(sectors, `draw(n, 20, ${sectors.length})`)} end,
       case when kind = 'company' then 3 + draw(n, 21, 400) end, wilaya, commune, postcode, agency_id, owner_id, owner_id, since, since
     from account_row`,
  )
}

/** Who of a stretch of customers belongs to which account, as what. */
export const loadMembers = async (client: pg.Client, { organizationId }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into account_member (organization_id, account_id, contact_id, role, since, created_at)
     select '${organizationId}', account_id, id,
       case when family_kind = 'company' then case place when 0 then 'other' when 1 then 'manager' else 'employee' end
            else case place when 0 then 'head' when 1 then 'spouse' else 'child' end end,
       created_at::date, created_at
     from person where n between ${from} and ${to} and account_id is not null order by account_id, id`,
  )
}

import type { Frame } from './draws.ts'

/**
 * The accounts whose leader is in this stretch: families under the name of their head, companies under their own. They are there before
 * their people, who name them.
 */
export const loadAccounts = async ({ client, organizationId }: Frame): Promise<void> => {
  await client.query('drop table if exists demo_group')
  await client.query(
    `create temp table demo_group as
     select r.*, a.created_at as since, 'C' || a.agency_number || '-' || lpad(a.sequence::text, 6, '0') as account_code,
       case when r.kind = 'company' then r.company else 'Famille ' || r.last_name end as account_name
     from demo_account a join demo_row r on r.n = a.n`,
  )
  await client.query(
    `insert into subject (organization_id, id, kind, title, subtitle, agency_id, owner_id, created_by, search_text, created_at, updated_at)
     select '${organizationId}', account_id, 'account', account_name, account_code, agency_id, owner_id, owner_id,
       app_fold(account_name) || ' ' || app_fold(account_code), since, since from demo_group order by n`,
  )
  await client.query(
    `insert into account (organization_id, id, code, name, name_folded, kind, sector, employees, wilaya, commune, postcode, agency_id, owner_id, created_by, created_at, updated_at)
     select '${organizationId}', account_id, account_code, account_name, app_fold(account_name), case when kind = 'company' then 'company' else 'household' end,
       case when kind = 'company' then (array['Transport', 'Construction', 'Commerce de gros', 'Agroalimentaire', 'Santé', 'Industrie', 'Services', 'Énergie'])[1 + pg_temp.draw(n, 20, 8)] end,
       case when kind = 'company' then 3 + pg_temp.draw(n, 21, 400) end, wilaya, commune, postcode, agency_id, owner_id, owner_id, since, since
     from demo_group order by n`,
  )
}

/** Who of this stretch belongs to which account, as what. */
export const loadMembers = async ({ client, organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into account_member (organization_id, account_id, contact_id, role, since, created_at)
     select '${organizationId}', account_id, id,
       case when family_kind = 'company' then case place when 0 then 'other' when 1 then 'manager' else 'employee' end
            else case place when 0 then 'head' when 1 then 'spouse' else 'child' end end,
       created_at::date, created_at
     from demo_row where account_id is not null order by n`,
  )
}

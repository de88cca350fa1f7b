import type { Frame } from './draws.ts'

/**
 * What people of one stretch said of messages: nearly half were asked when they registered, mostly on the agency's form; most of them
 * agree, some take it back later, a few refuse offers on products like theirs.
 */
export const loadConsents = async ({ client, organizationId, seed, asOf }: Frame): Promise<void> => {
  await client.query(
    `with asked as (
       select r.n, r.id, r.owner_id, r.owner_name, r.created_at, c.channel, c.k from demo_row r
       join (values (0, 'sms'), (1, 'email'), (2, 'phone')) c(k, channel)
         on c.channel = 'sms' or (c.channel = 'email' and r.emailed) or (c.channel = 'phone' and pg_temp.draw(r.n, 55, 100) < 35)
       where r.kind <> 'company' and pg_temp.draw(r.n, 50, 100) < 45
     ) insert into consent_statement (organization_id, id, subject_id, purpose, channel, status, source, proof, recorded_by, recorded_by_name, recorded_at)
     select '${organizationId}', pg_temp.fixed(at, '${seed}/consent/' || n || '/' || k || '/' || purpose || '/' || status), id, purpose, channel, status, source,
       case when source = 'paper' then 'Formulaire d’adhésion signé' end, owner_id, coalesce(owner_name, 'Agence'), at
     from (
       select s.*, coalesce(s.later, s.created_at) as at from (
         select a.*, 'prospecting' as purpose, null::timestamptz as later,
           case when pg_temp.draw(n, 52 + k, 100) < 68 then 'granted' else 'refused' end as status,
           case when pg_temp.draw(n, 51, 100) < 65 then 'agency' when pg_temp.draw(n, 51, 100) < 90 then 'paper' else 'phone' end as source
         from asked a
         union all
         select a.*, 'prospecting', least(a.created_at + interval '1 day' * (30 + pg_temp.draw(n, 57, 600)), $1::date - interval '9 hours'), 'withdrawn', 'phone'
         from asked a where pg_temp.draw(n, 52 + k, 100) < 4 and a.created_at < $1::date - interval '60 days'
         union all
         select a.*, 'similar_products', null, 'refused', 'agency' from asked a where k = 0 and pg_temp.draw(n, 58, 100) < 6
       ) s
     ) statement`,
    [asOf],
  )
}

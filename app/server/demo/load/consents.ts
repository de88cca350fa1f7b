import type pg from 'pg'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'

/**
 * What people of one stretch said of messages: nearly half were asked when they registered, mostly on the agency's form; most of them
 * agree, some take it back later, a few refuse offers on products like theirs.
 */
export const loadConsents = async (client: pg.Client, { organizationId, asOf }: Frame, from: number, to: number): Promise<void> => {
  await client.query(
    `with asked as (
       select p.n, p.id, p.owner_id, p.owner_name, p.created_at, c.channel, c.k from person p
       join (values (0, 'sms'), (1, 'email'), (2, 'phone')) c(k, channel)
         on c.channel = 'sms' or (c.channel = 'email' and p.email is not null) or (c.channel = 'phone' and draw(p.n, 55, 100) < 35)
       where p.n between ${from} and ${to} and p.kind <> 'company' and draw(p.n, 50, 100) < 45
     ) insert into consent_statement (organization_id, id, subject_id, purpose, channel, status, source, proof, recorded_by, recorded_by_name, recorded_at)
     select '${organizationId}', fixed(at, ${idKinds.consent}, n * 10 + place), id, purpose, channel, status, source,
       case when source = 'paper' then 'Formulaire d’adhésion signé' end, owner_id, coalesce(owner_name, 'Agence'), at
     from (
       select s.*, coalesce(s.later, s.created_at) as at from (
         select a.*, 'prospecting' as purpose, null::timestamptz as later,
           case when draw(n, 52 + k, 100) < 68 then 'granted' else 'refused' end as status,
           case when draw(n, 51, 100) < 65 then 'agency' when draw(n, 51, 100) < 90 then 'paper' else 'phone' end as source, k as place
         from asked a
         union all
         select a.*, 'prospecting', least(a.created_at + interval '1 day' * (30 + draw(n, 57, 600)), $1::date - interval '9 hours'), 'withdrawn', 'phone', 3 + k
         from asked a where draw(n, 52 + k, 100) < 4 and a.created_at < $1::date - interval '60 days'
         union all
         select a.*, 'similar_products', null, 'refused', 'agency', 6 from asked a where k = 0 and draw(n, 58, 100) < 6
       ) s
     ) statement order by id, channel`,
    [asOf],
  )
}

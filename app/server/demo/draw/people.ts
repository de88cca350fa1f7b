import type pg from 'pg'
import { companyNames, companyWords, lastNames, menNames, womenNames } from '../lists/names.ts'
import { picked } from '../sql.ts'

/** Kinds of rows, to give each its own identifiers. */
export const idKinds = {
  contact: 1,
  account: 2,
  tag: 3,
  consent: 4,
  activity: 5,
  policy: 6,
  object: 7,
  party: 8,
  amendment: 9,
  suspension: 10,
  receivable: 11,
  payment: 12,
  promise: 13,
  dunning: 14,
  dunningStep: 15,
  claim: 16,
  claimStatus: 17,
  claimParty: 18,
  movement: 19,
  reminder: 20,
  notification: 21,
} as const

/** The people of a stretch in full, into `person`. Those of a household share name, street and whoever looks after them. */
export const drawPeople = async (client: pg.Client, from: number, to: number): Promise<void> => {
  await client.query(
    `insert into person
     with drawn as materialized (
       select d.*, case when d.family_kind = 'individual' then d.family else d.n end as home,
         case when d.kind = 'company' then false when d.family_kind = 'individual' and d.place = 1 then draw(d.family, 4, 100) >= 24 else draw(d.n, 4, 100) < 24 end as female
       from drawn_contact d where d.n between ${from} and ${to}
     )
     select d.n, d.agency, e.id, e.number, e.wilaya, d.created_at, d.kind, d.sequence, d.home, d.female, d.family, d.family_kind, d.place,
       fixed(d.created_at, ${idKinds.contact}, d.n), e.number || '-' || lpad(d.sequence::text, 6, '0'),
       l.latin, g.latin, l.arabic || ' ' || g.arabic,
       case when d.kind = 'company' then f.form || ' ' || x.latin || ' ' || w.latin || ' ' || l.latin else l.latin || ' ' || g.latin end,
       case when d.kind = 'company' then lower(f.form) || ' ' || x.folded || ' ' || w.folded || ' ' || l.folded else l.folded || ' ' || g.folded end,
       case when d.kind = 'company' then (select string_agg(word, ' ' order by word collate "C") from (select distinct word from unnest(string_to_array(x.word || ' ' || w.word || ' ' || l.word, ' ')) word) words)
            else least(l.key collate "C", g.key collate "C") || ' ' || greatest(l.key collate "C", g.key collate "C") end,
       case when d.kind = 'company' then lower(f.form) end,
       '+213' || (5 + draw(d.n, 10, 3)) || lpad(draw(d.n, 11, 100000000)::text, 8, '0'),
       case when draw(d.n, 17, 100) < 42 and d.kind <> 'company' then replace(g.folded, ' ', '') || '.' || replace(l.folded, ' ', '') || d.n || '@exemple.dz' end,
       e.owner_ids[1 + draw(d.home, 12, e.owners)], e.owner_names[1 + draw(d.home, 12, e.owners)],
       e.codes[1 + draw(d.home, 13, e.communes)], e.commune_names[1 + draw(d.home, 13, e.communes)], e.postcodes[1 + draw(d.home, 13, e.communes)],
       case when a.n is not null then fixed(a.created_at, ${idKinds.account}, a.n) end
     from drawn d join agency_people e on e.at = d.agency
     -- A wife keeps the name of her father; children bear their father's.
     join name_list l on l.kind = 'l' and l.at = draw(case when d.place = 1 then d.n else d.home end, 5, ${lastNames.length})
     join name_list g on g.kind = case when d.female then 'f' else 'm' end and g.at = draw(d.n, 6, case when d.female then ${womenNames.length} else ${menNames.length} end)
     join name_list x on x.kind = 'c' and x.at = draw(d.n, 8, ${companyNames.length})
     join name_list w on w.kind = 'w' and w.at = draw(d.n, 9, ${companyWords.length})
     cross join lateral (select ${picked(['SARL', 'EURL', 'SPA', 'ETS'], 'draw(d.n, 7, 4)')} as form) f
     left join drawn_account a on a.n = d.family
     order by d.n`,
  )
}

/** The table of people, empty. */
export const layPeople = async (client: pg.Client): Promise<void> => {
  await client.query(`create unlogged table person (
    n bigint, agency int, agency_id uuid, agency_number text, wilaya text, created_at timestamptz, kind text, sequence bigint, home bigint, female boolean, family bigint, family_kind text, place bigint,
    id uuid, code text, last_name text, first_name text, name_ar text, title text, folded text, name_key text, legal_form text, mobile text, email text,
    owner_id uuid, owner_name text, commune text, commune_name text, postcode text, account_id uuid) with (autovacuum_enabled = off)`)
}

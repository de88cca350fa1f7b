import type pg from 'pg'
import { fold } from '#kernel/shared/fold.ts'
import { idKinds } from '../draw/people.ts'
import type { Frame } from '../frame.ts'

/** Tags that agencies put on their customers, with the share of customers (in a thousand) that bear each. */
const tags: readonly { readonly name: string; readonly of: 'anyone' | 'company'; readonly share: number }[] = [
  { name: 'Fidèle', of: 'anyone', share: 90 },
  { name: 'VIP', of: 'anyone', share: 18 },
  { name: 'À relancer', of: 'anyone', share: 50 },
  { name: 'Parrain', of: 'anyone', share: 35 },
  { name: 'Flotte', of: 'company', share: 320 },
]

/** The tags of the organization, and who bears them. */
export const loadTags = async (client: pg.Client, { organizationId }: Frame): Promise<void> => {
  await client.query('create unlogged table tag_list (id uuid, at int, of text, share int) with (autovacuum_enabled = off)')
  for (const [at, { name, of, share }] of tags.entries())
    await client.query(
      `with made as (
         insert into tag (organization_id, id, name, folded, created_at)
         select $1::uuid, fixed(min(created_at), ${idKinds.tag}, $4), $2, $3, min(created_at) from drawn_contact returning id
       ) insert into tag_list select id, $4, $5, $6 from made`,
      [organizationId, name, fold(name), at, of, share],
    )
  await client.query(
    `insert into subject_tag (organization_id, subject_id, tag_id)
     select '${organizationId}', p.id, t.id from person p join tag_list t on (t.of = 'anyone' or t.of = p.kind) and draw(p.n, 60 + t.at, 1000) < t.share order by p.id, t.id`,
  )
}

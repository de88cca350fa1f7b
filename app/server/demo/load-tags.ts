import { fold } from '#kernel/shared/fold.ts'
import type { Frame } from './draws.ts'

/** Tags that agencies put on their customers, with the share of customers (in a thousand) that bear each. */
const tags: readonly { readonly name: string; readonly of: 'anyone' | 'company'; readonly share: number }[] = [
  { name: 'Fidèle', of: 'anyone', share: 90 },
  { name: 'VIP', of: 'anyone', share: 18 },
  { name: 'À relancer', of: 'anyone', share: 50 },
  { name: 'Parrain', of: 'anyone', share: 35 },
  { name: 'Flotte', of: 'company', share: 320 },
]

export const loadTags = async ({ client, organizationId, seed }: Frame): Promise<void> => {
  await client.query('create temp table demo_tag (id uuid, at int, of text, share int)')
  for (const [at, { name, of, share }] of tags.entries()) {
    const added = await client.query<{ id: string }>(
      `insert into tag (organization_id, id, name, folded, created_at)
       select $1::uuid, pg_temp.fixed(min(created_at), $1 || '/${seed}/tag/' || $2::text), $2, $3, min(created_at) from demo_contact returning id`,
      [organizationId, name, fold(name)],
    )
    await client.query('insert into demo_tag values ($1, $2, $3, $4)', [added.rows[0]?.id, at, of, share])
  }
}

/** The tags of one stretch of customers. */
export const tagContacts = async ({ client, organizationId }: Frame): Promise<void> => {
  await client.query(
    `insert into subject_tag (organization_id, subject_id, tag_id)
     select '${organizationId}', r.id, t.id from demo_row r join demo_tag t on (t.of = 'anyone' or t.of = r.kind) and pg_temp.draw(r.n, 60 + t.at, 1000) < t.share`,
  )
}

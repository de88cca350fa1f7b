import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { LetterHead, LetterLanguage } from '#kernel/server/letters.ts'
import type { Tables } from '#kernel/server/tables.ts'
import { formatPhone } from '#kernel/shared/phone.ts'
import { getOrganization } from '#capabilities/organization/server/index.ts'

/** What decides which head a letter gets. */
export interface HeadWish {
  readonly agencyId: string | null
  readonly language: LetterLanguage
}

/** Names one wish in the map that `freezeHeads` answers. */
export const headKey = ({ agencyId, language }: HeadWish): string => `${language} ${agencyId ?? ''}`

/** A stable identifier for a content: the first 16 bytes of its hash, in the form of a UUID v8. */
const idOf = (content: string): string => {
  const bytes = createHash('sha256').update(content).digest().subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** A number as people dial it: `023 48 00 00`. */
const spoken = (phone: string | null): string | null => (phone === null ? null : formatPhone(phone))

/** Keeps company and agencies as they are today, once each, and says under which identifier; by `headKey`. */
export const freezeHeads = async (ctx: Context, wishes: readonly HeadWish[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = new Map(wishes.map((wish) => [headKey(wish), wish]))
  const organization = await getOrganization(ctx)
  const agencies = await readAgencies(ctx, wishes)
  const places = await readPlaces(
    ctx,
    [organization, ...agencies.values()].flatMap(({ wilaya, commune }) => [wilaya, commune]).filter((code) => code !== null),
  )
  const heads = new Map<string, { id: string; content: string }>()
  for (const [key, { agencyId, language }] of wanted) {
    const agency = agencyId === null ? null : agencies.get(agencyId)
    const townOf = (place: { commune: string | null; wilaya: string | null }) =>
      places.get(`${language} ${place.commune ?? ''}`) ?? places.get(`${language} ${place.wilaya ?? ''}`) ?? null
    const head: LetterHead = {
      organization: {
        name: organization.name,
        address: organization.address,
        town: townOf(organization),
        phone: spoken(organization.phone ?? organization.mobile),
        email: organization.email,
        website: organization.website,
        rc: organization.rc,
        nif: organization.nif,
        logo: organization.logo_url === null ? null : (organization.logo_url.split('/').at(-1) ?? null),
        accent: organization.brand.light.accent,
      },
      agency: agency
        ? {
            number: agency.number,
            name: agency.name,
            address: agency.address,
            town: townOf(agency),
            phone: spoken(agency.phone),
            email: agency.email,
          }
        : null,
    }
    const content = JSON.stringify(head)
    heads.set(key, { id: idOf(content), content })
  }
  const distinct = [...new Map([...heads.values()].map((head) => [head.id, head])).values()]
  await sql`insert into letter_head (organization_id, id, content, created_at)
    select ${ctx.organizationId}::uuid, given.id, given.content::jsonb, ${ctx.now}::timestamptz
    from unnest(${distinct.map(({ id }) => id)}::uuid[], ${distinct.map(({ content }) => content)}::text[]) as given(id, content)
    on conflict (organization_id, id) do nothing`.execute(ctx.db)
  return new Map([...heads].map(([key, { id }]) => [key, id]))
}

type Agency = Omit<Tables['agency_sheet'], 'organization_id'>

const readAgencies = async (ctx: Context, wishes: readonly HeadWish[]): Promise<ReadonlyMap<string, Agency>> => {
  const ids = [...new Set(wishes.flatMap(({ agencyId }) => agencyId ?? []))]
  if (ids.length === 0) return new Map<string, Agency>()
  const rows = await ctx.db
    .selectFrom('agency_sheet')
    .selectAll()
    .where('organization_id', '=', ctx.organizationId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Names of wilayas and communes by language and code: `fr 16`. */
const readPlaces = async (ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ code: string; name_fr: string; name_ar: string }>`
    select code, name_fr, name_ar from wilaya where code = any(${codes}::text[])
    union all select code, name_fr, name_ar from commune where code = any(${codes}::text[])`.execute(ctx.db)
  return new Map(rows.flatMap(({ code, name_fr, name_ar }) => [[`fr ${code}`, name_fr] as const, [`ar ${code}`, name_ar] as const]))
}

import type pg from 'pg'
import { fold } from '#kernel/shared/fold.ts'
import { fixedId } from './fixed-id.ts'
import { agencyTypeOf, quarters, regions } from './lists/network.ts'

export interface DemoAgency {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly wilaya: string
  readonly weight: number
  readonly regionId: string
}

interface Frame {
  readonly client: pg.Client
  readonly organizationId: string
  readonly since: Date
  readonly seed: string
  readonly now: string
}

/** Regional directorates and agencies: each wilaya gets its share of the network by its people, at least one agency. */
export const loadNetwork = async (frame: Frame, agencyCount: number): Promise<DemoAgency[]> => {
  const { client, organizationId, since, seed, now } = frame
  const wilayas = new Map(
    (await client.query<{ code: string; name_fr: string; weight: number }>('select code, name_fr, weight from wilaya')).rows.map((row) => [
      row.code,
      row,
    ]),
  )
  const covered = regions.flatMap((region) => region.wilayas.map((code) => ({ region, code, weight: wilayas.get(code)?.weight ?? 0 })))
  const people = covered.reduce((sum, one) => sum + one.weight, 0)
  const agencies: DemoAgency[] = []
  for (const region of regions) {
    const regionId = fixedId(since, seed, 'region', region.code)
    await client.query('insert into region (organization_id, id, code, name, created_at, updated_at) values ($1, $2, $3, $4, $5, $5)', [
      organizationId,
      regionId,
      region.code,
      region.name,
      now,
    ])
    for (const code of region.wilayas) {
      const weight = wilayas.get(code)?.weight ?? 0
      const share = Math.max(agencyCount >= covered.length ? 1 : 0, Math.round((agencyCount * weight) / people))
      for (let at = 0; at < share; at += 1)
        agencies.push({
          ...agencyAt(code, wilayas.get(code)?.name_fr ?? code, at, seed, since),
          regionId,
          weight: weight / Math.max(1, share),
        })
    }
  }
  for (const agency of agencies) {
    await client.query(
      `insert into agency (organization_id, id, number, name, type, region_id, wilaya, phone, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, null, $8, $8)`,
      [organizationId, agency.id, agency.number, agency.name, typeOf(agency.number), agency.regionId, agency.wilaya, now],
    )
  }
  return agencies
}

const typeOf = (number: string): string => {
  const rank = Number(number.slice(2))
  return rank >= 950 ? 'bancassurance' : rank >= 900 ? 'broker' : rank >= 500 ? 'general_agent' : 'direct'
}

const agencyAt = (wilaya: string, town: string, at: number, seed: string, since: Date) => {
  const { rankFrom } = agencyTypeOf(at)
  const number = `${wilaya}${String(rankFrom + at).padStart(3, '0')}`
  const quarter = quarters[wilaya]?.[at - 1]
  const name = at === 0 ? town : (quarter ?? `${town} ${at + 1}`)
  return { id: fixedId(since, seed, 'agency', number), number, name, wilaya }
}

/** The name of the organization in addresses: `alliance-demo`. */
export const slugOf = (name: string): string => fold(name).replaceAll(' ', '-').slice(0, 40) || 'demo'

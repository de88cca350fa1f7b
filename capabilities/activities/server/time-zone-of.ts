import { getOrganization } from '#capabilities/organization/server/index.ts'
import type { Context } from '#kernel/server/context.ts'

/** The organization's time zone: a person brings it along, the program asks for it. */
export const timeZoneOf = async (ctx: Context): Promise<string> =>
  ctx.actor.kind === 'user' || ctx.actor.kind === 'api_key' ? ctx.actor.timeZone : (await getOrganization(ctx)).time_zone

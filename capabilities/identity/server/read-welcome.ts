import type { Context } from '#kernel/server/context.ts'
import type { Services } from '#kernel/server/services.ts'
import { termsVersion } from '../contract.ts'

/**
 * What a visitor may do. With `first` (the default) registration closes once one organization that is not a demonstration exists
 * (docs: settings); `open` stays open on a shared installation.
 */
export const readWelcome = async (
  ctx: Context,
  _input: object,
  services: Services,
): Promise<{ sign_up: 'open' | 'first' | 'closed'; terms_version: string; mail: 'smtp' | 'outbox'; version: string }> => {
  const real = await ctx.db
    .selectFrom('organization_directory')
    .select('organization_id')
    .where('is_demo', '=', false)
    .limit(1)
    .executeTakeFirst()
  const policy = services.signUp === 'first' && real ? 'closed' : services.signUp
  return { sign_up: policy, terms_version: termsVersion, mail: services.smtpUrl === null ? 'outbox' : 'smtp', version: services.version }
}

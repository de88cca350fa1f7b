import type { Context } from '#kernel/server/context.ts'
import { changeSubject } from '#kernel/server/subjects.ts'
import type { PolicyRecord } from './load-policy.ts'
import { policySearchText, policySubtitle } from './policy-words.ts'
import { insuredLabel, type KeptObject } from './write-contents.ts'

/** Brings the card by which a policy is found to what it now insures, and its row to what that is called. */
export const nameSubject = async (ctx: Context, policy: PolicyRecord, holder: string, objects: readonly KeptObject[]): Promise<void> => {
  const insured = insuredLabel(objects.map(({ label }) => label))
  await changeSubject(ctx, policy.id, {
    subtitle: policySubtitle(holder, insured),
    searchText: policySearchText({ number: policy.number, holder, objects }),
  })
  await ctx.db
    .updateTable('policy')
    .set({ insured_label: insured })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', policy.id)
    .execute()
}

/** The same from what is written: the things it still insures, its holder as they are called today. */
export const renameSubject = async (ctx: Context, policy: PolicyRecord): Promise<string | null> => {
  const objects = await ctx.db
    .selectFrom('insured_object')
    .select(['id', 'label', 'plate', 'chassis'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policy.id)
    .where('until_date', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const holder = await ctx.db
    .selectFrom('contact_window')
    .select('name')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', policy.contact_id)
    .executeTakeFirstOrThrow()
  await nameSubject(ctx, policy, holder.name, objects)
  return insuredLabel(objects.map(({ label }) => label))
}

import type { Context } from '#kernel/server/context.ts'
import { changeSubject } from '#kernel/server/subjects.ts'
import type { PolicyRecord } from './load-policy.ts'
import { policySearchText, policySubtitle } from './policy-words.ts'
import { todayOf } from './status-sql.ts'
import { insuredLabel, type KeptObject } from './write-contents.ts'

/** Brings the card by which a policy is found to what it now insures, and its row to what that is called. */
export const nameSubject = async (
  ctx: Context,
  policy: PolicyRecord,
  holder: string,
  objects: readonly KeptObject[],
  insured = insuredLabel(objects.map(({ label }) => label)),
): Promise<void> => {
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

/**
 * The same from what is written: it is called by the things that it goes on insuring, and found by those that it insures for some days still;
 * its holder as they are called today.
 */
export const renameSubject = async (ctx: Context, policy: PolicyRecord): Promise<string | null> => {
  const objects = await ctx.db
    .selectFrom('insured_object')
    .select(['id', 'label', 'plate', 'chassis', 'until_date'])
    .where('organization_id', '=', ctx.organizationId)
    .where('policy_id', '=', policy.id)
    .where((row) => row.or([row('until_date', 'is', null), row('until_date', '>', todayOf(ctx))]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const holder = await ctx.db
    .selectFrom('contact_window')
    .select('name')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', policy.contact_id)
    .executeTakeFirstOrThrow()
  const insured = insuredLabel(objects.filter(({ until_date }) => until_date === null).map(({ label }) => label))
  await nameSubject(ctx, policy, holder.name, objects, insured)
  return insured
}

import type { Context } from '#kernel/server/context.ts'

interface DueReminder {
  readonly id: string
  /** As the database writes it. */
  readonly due_at: string
}

/** One notification for each time at which a reminder came due. */
export const firedKey = ({ id, due_at }: DueReminder): string => `reminder:${id}:${due_at}`

/** Who has dealt with a reminder need not be told of it any more: its notification is read. */
export const settleNotice = async (ctx: Context, reminder: DueReminder): Promise<void> => {
  const read = await ctx.db
    .updateTable('notification')
    .set({ read_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('once', '=', firedKey(reminder))
    .where('read_at', 'is', null)
    .returning('recipient_id')
    .executeTakeFirst()
  if (read?.recipient_id != null) ctx.emit({ name: 'notification.read', userId: read.recipient_id })
}

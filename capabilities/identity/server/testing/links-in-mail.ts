import type { TestApp } from '#app/server/testing/test-app.ts'
import { ownerRows } from '#kernel/server/testing/owner-rows.ts'

/** The secrets of the links written to an address for a purpose, the latest first. */
export const linksWrittenTo = async (app: TestApp, email: string, purpose: string): Promise<string[]> => {
  await app.settled()
  const rows = await ownerRows<{ body_text: string }>(
    app.database,
    'select body_text from mail_message where recipient = $1 and purpose = $2 order by id desc',
    [email, purpose],
  )
  return rows.map((row) => /#([\w-]+)/.exec(row.body_text)?.[1] ?? '')
}

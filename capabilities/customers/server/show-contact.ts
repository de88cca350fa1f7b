import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import { contactFields, sensitiveFields, type Contact } from '../contract.ts'
import { maskMiddle } from '../identifiers.ts'
import { contactIssues } from './issues.ts'
import { loadContact, surroundingsOf, type ContactRecord } from './load-contact.ts'

/** Sensitive values as everybody sees them: only their last four signs. */
export const masked = <T extends Partial<Record<string, unknown>>>(values: T): T => {
  const shown: Record<string, unknown> = { ...values }
  for (const field of sensitiveFields) if (typeof shown[field] === 'string') shown[field] = maskMiddle(shown[field])
  return shown as T
}

/** A contact as its page shows it. */
export const showContact = async (ctx: Context, record: ContactRecord): Promise<Contact> => {
  const { names, tags, further } = await surroundingsOf(ctx, record)
  const may = (action: string) => covers(ctx.actor, actorCan(ctx.actor, `contact.${action}`), record, further)
  const binned = record.deleted_at !== null
  const fields = Object.fromEntries(Object.keys(contactFields).map((key) => [key, record[key as keyof ContactRecord]])) as Pick<
    Contact,
    keyof typeof contactFields
  >
  return {
    ...masked(fields),
    ...names,
    id: record.id,
    code: record.code,
    name: record.name,
    agency_id: record.agency_id,
    owner_id: record.owner_id,
    account_id: names.account_name === null ? null : record.account_id,
    external_id: record.external_id,
    external_source: record.external_source,
    valid_until: record.valid_until,
    tags,
    issues: contactIssues(record).map((issue) => ({ field: issue.field, code: issue.code, message: ctx.say(issue.sentence) })),
    created_at: record.created_at,
    updated_at: record.updated_at,
    deleted_at: record.deleted_at,
    version: record.version,
    can: {
      edit: may('edit') && !binned,
      delete: may('delete') && !binned,
      assign: may('assign') && !binned,
      unmask: may('unmask'),
      comment: may('comment') && !binned,
      restore: may('delete') && binned,
    },
  }
}

/** One contact within reach, from the bin too for those who may restore it. */
export const getContact = async (ctx: Context, input: { id: string }): Promise<Contact> => {
  const record = await loadContact(ctx, input.id, 'view', { binned: ctx.can('contact.delete') !== null })
  return showContact(ctx, record)
}

import { sql } from 'kysely'
import { actorCan, type Context } from '#kernel/server/context.ts'
import { covers } from '#kernel/server/scope.ts'
import { todayIn } from '#kernel/shared/days.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import type { customerOperations, Similar } from '../contract.ts'
import { cleanContactFields, deriveContact, emptyContact, type ContactValues, withoutUndefined } from './normalise-contact.ts'
import { rankSimilar } from '../similar.ts'
import type { ContactRecord } from './load-contact.ts'

/** Enough for a person to look at; a name as common as «Mohamed Saadi» has thousands. */
const mostShown = 6
const mostPerWay = 40

type Candidate = Pick<
  ContactRecord,
  | 'id'
  | 'code'
  | 'name'
  | 'kind'
  | 'last_name'
  | 'first_name'
  | 'company_name'
  | 'birth_date'
  | 'email'
  | 'other_email'
  | 'mobile'
  | 'phone'
  | 'other_phone'
  | 'nin'
  | 'nif'
  | 'rc'
  | 'nis'
  | 'maiden_name'
  | 'name_ar'
  | 'document_number'
  | 'agency_id'
  | 'owner_id'
  | 'created_by'
> & { agency_name: string }

/** Contacts of the whole organization that share an identifier, a phone, an e-mail or a name with these values: each way by its own index. */
const candidates = async (ctx: Context, values: ContactValues, except: string | null): Promise<Candidate[]> => {
  const ways: ReturnType<typeof sql>[] = []
  const given = (list: (string | null)[]) => [...new Set(list.filter((value) => value !== null && value !== ''))]
  const phones = given([values.mobile, values.phone, values.other_phone])
  const emails = given([values.email, values.other_email])
  if (phones.length > 0) ways.push(sql`c.mobile = any(${phones}::text[])`, sql`c.phone = any(${phones}::text[])`)
  if (emails.length > 0) ways.push(sql`c.email = any(${emails}::text[])`)
  for (const field of ['nin', 'nif', 'rc'] as const) if (values[field]) ways.push(sql`${sql.ref(`c.${field}`)} = ${values[field]}`)
  const { name_key } = deriveContact(values)
  // A common name alone says little: with a birth date only those of that date are fetched, without one a handful.
  if (name_key.length >= 3 && values.birth_date !== null)
    ways.push(sql`c.name_key = ${name_key} and (c.birth_date = ${values.birth_date}::date or c.birth_date is null)`)
  else if (name_key.includes(' ') || (name_key.length >= 4 && values.company_name !== null)) ways.push(sql`c.name_key = ${name_key}`)
  if (ways.length === 0) return []
  const branches = ways.map(
    (way) =>
      sql`(select c.id from contact c where c.organization_id = ${ctx.organizationId}::uuid and c.deleted_at is null and c.id is distinct from ${except}::uuid and ${way} limit ${mostPerWay})`,
  )
  const found = await sql<Candidate>`
    select c.id, c.code, c.name, c.kind, c.last_name, c.first_name, c.company_name, c.birth_date, c.email, c.other_email, c.mobile, c.phone, c.other_phone, c.nin, c.nif, c.nis, c.rc, c.maiden_name, c.name_ar, c.document_number, c.agency_id, c.owner_id, c.created_by, a.name as agency_name
    from contact c join agency_card a on a.organization_id = c.organization_id and a.id = c.agency_id
    where c.organization_id = ${ctx.organizationId}::uuid and c.id in (${sql.join(branches, sql` union `)})`.execute(ctx.db)
  return found.rows
}

/** The contacts that look like these values, the surest first; of those out of reach only that they exist (docs/decisions.md 3). */
export const findSimilarContacts = async (ctx: Context, values: ContactValues, except: string | null): Promise<Similar[]> => {
  const found = await candidates(ctx, values, except)
  return rankSimilar(values, found)
    .slice(0, mostShown)
    .map(({ row: candidate, likeness }) => {
      const seen = covers(ctx.actor, actorCan(ctx.actor, 'contact.view'), candidate)
      return {
        certainty: likeness.certainty,
        reasons: seen ? likeness.reasons.map((reason) => ctx.say(reason)) : [],
        contact: seen
          ? {
              id: candidate.id,
              code: candidate.code,
              name: candidate.name,
              agency_name: candidate.agency_name,
              mobile: candidate.mobile,
              birth_date: candidate.birth_date,
            }
          : null,
      }
    })
}

/** Similar contacts while a form is filled. */
export const findSimilar = async (ctx: Context, input: ParsedOf<typeof customerOperations.findSimilar>): Promise<{ data: Similar[] }> => {
  const { except, agency_id: _, owner_id: __, account_id: ___, tags: ____, external_id: _____, ...given } = input
  const values = cleanContactFields({
    ...emptyContact(todayIn(ctx.actor.timeZone, new Date(ctx.now))),
    ...withoutUndefined(given),
  }) as ContactValues
  return { data: await findSimilarContacts(ctx, values, except ?? null) }
}

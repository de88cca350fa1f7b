import type { Context } from '#kernel/server/context.ts'
import { loadSubject } from '#kernel/server/subjects.ts'
import type { OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import { channels, purposeNames, type Consent, type messagingOperations } from '../contract.ts'
import { isAllowed } from '../rules.ts'

type Operations = typeof messagingOperations
type Register = OutputOf<Operations['listConsents']>

/** Where each purpose and channel stands: its latest statement, or none. */
const readRegister = async (ctx: Context, subjectId: string): Promise<Register> => {
  const latest = await ctx.db
    .selectFrom('consent_statement')
    .distinctOn(['purpose', 'channel'])
    .select(['purpose', 'channel', 'status', 'source', 'proof', 'recorded_at', 'recorded_by_name'])
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subjectId)
    .orderBy('purpose')
    .orderBy('channel')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const said = new Map(latest.map((row) => [`${row.purpose}/${row.channel}`, row]))
  return {
    data: purposeNames.flatMap((purpose) =>
      channels.map((channel): Consent => {
        const row = said.get(`${purpose}/${channel}`)
        return {
          purpose,
          channel,
          status: row?.status ?? null,
          allowed: isAllowed(purpose, row?.status ?? null),
          source: row?.source ?? null,
          proof: row?.proof ?? null,
          recorded_at: row?.recorded_at ?? null,
          recorded_by: row?.recorded_by_name ?? null,
        }
      }),
    ),
  }
}

/** What a person allowed, per purpose and channel, for whoever may see that person. */
export const listConsents = async (ctx: Context, input: { subject_id: string }): Promise<Register> => {
  const subject = await loadSubject(ctx, input.subject_id, 'view')
  return readRegister(ctx, subject.id)
}

/** Records what a person said. Every statement is kept, one that repeats the last too: it is a proof of its own. */
export const recordConsents = async (ctx: Context, input: ParsedOf<Operations['recordConsents']>): Promise<Register> => {
  const subject = await loadSubject(ctx, input.subject_id, 'edit')
  const places = input.statements.map(({ purpose, channel }) => `${purpose}.${channel}`)
  if (new Set(places).size < places.length)
    throw refuse(
      'consent.twice',
      /*i18n*/ { id: 'consent.twice', message: 'La même finalité est donnée deux fois pour un même canal.' },
      'statements',
    )
  const register = await readRegister(ctx, subject.id)
  const was = new Map(register.data.map((consent) => [`${consent.purpose}.${consent.channel}`, consent.status]))
  await ctx.db
    .insertInto('consent_statement')
    .values(
      input.statements.map((statement) => ({
        ...statement,
        organization_id: ctx.organizationId,
        id: newId(),
        subject_id: subject.id,
        source: input.source,
        proof: input.proof,
        text_version: null,
        recorded_by: ctx.actor.userId,
        recorded_by_name: ctx.actor.name,
        recorded_at: ctx.now,
      })),
    )
    .execute()
  ctx.audit({
    subject: { kind: subject.kind, id: subject.id, title: subject.title },
    before: Object.fromEntries(places.map((place) => [place, was.get(place) ?? null])),
    after: {
      ...Object.fromEntries(input.statements.map(({ purpose, channel, status }) => [`${purpose}.${channel}`, status])),
      source: input.source,
      proof: input.proof,
    },
  })
  ctx.emit({ name: 'contact.consents_recorded', subjectId: subject.id, agencyId: subject.agency_id, ownerId: subject.owner_id })
  return readRegister(ctx, subject.id)
}

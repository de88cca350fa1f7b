import { sql } from 'kysely'
import type { Context } from '#kernel/server/context.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { Claim, claimOperations } from '../contract.ts'
import { tellClaim } from './keep-claim.ts'
import { loadClaim, todayOf } from './load-claim.ts'
import { showClaim } from './show-claim.ts'

type Input = ParsedOf<typeof claimOperations.setPaper>

/** An expected paper came, was waived with a reason, or is awaited again. The file's version stays: nothing else is disturbed. */
export const setPaper = async (ctx: Context, input: Input): Promise<Claim> => {
  const record = await loadClaim(ctx, input.id, 'attach', { lock: true })
  const { code, received_on, document_id } = input
  const waived_reason = input.waived_reason === '' ? null : input.waived_reason
  if (received_on !== null && received_on > todayOf(ctx))
    throw refuse(
      'claim.received_in_future',
      /*i18n*/ { id: 'claim.received_in_future', message: 'La date de réception est dans le futur.' },
      'received_on',
    )
  if (document_id !== null) await demandDocument(ctx, document_id, record.contact_id)
  const values = { received_on: received_on ?? (document_id === null ? null : todayOf(ctx)), document_id, waived_reason }
  await ctx.db
    .insertInto('claim_document')
    .values({ organization_id: ctx.organizationId, claim_id: record.id, code, ...values })
    .onConflict((conflict) => conflict.columns(['organization_id', 'claim_id', 'code']).doUpdateSet(values))
    .execute()
  ctx.audit({
    subject: { kind: 'claim', id: record.id, title: record.number },
    after: { paper: code, ...values },
    ...(waived_reason !== null && { reason: waived_reason }),
  })
  tellClaim(ctx, 'updated', record)
  return showClaim(ctx, record)
}

/** The document must hang on the customer of the claim. */
const demandDocument = async (ctx: Context, id: string, contactId: string): Promise<void> => {
  const { rows } = await sql<{ subject_id: string }>`
    select d.subject_id from document_window d where d.organization_id = ${ctx.organizationId}::uuid and d.id = ${id}::uuid and d.deleted_at is null`.execute(
    ctx.db,
  )
  if (rows[0]?.subject_id !== contactId)
    throw refuse(
      'claim.document_elsewhere',
      /*i18n*/ { id: 'claim.document_elsewhere', message: 'Ce document n’est pas au dossier de ce client.' },
      'document_id',
    )
}

import type { Context } from '#kernel/server/context.ts'
import type { Call } from '#kernel/server/door.ts'
import { forbidden } from '#kernel/server/scope.ts'
import type { Services } from '#kernel/server/services.ts'
import { loadSubject } from '#kernel/server/subjects.ts'
import type { ParsedOf } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { refuse } from '#kernel/shared/problem.ts'
import type { documentOperations } from '../contract.ts'
import type { DocumentWithVersions } from '../fields.ts'
import { checkFile, type CheckedFile } from './files/check-file.ts'
import { filePath, moveIn, recordVersion } from './files/kept-file.ts'
import { announceDocument, loadDocument, readDocument } from './load-document.ts'
import { reachesSubject } from './reach.ts'

type Operations = typeof documentOperations

/** The sent file, looked at before the transaction opens; what is wrong with it is told only to who may attach there. */
export interface Sent {
  readonly services: Services
  readonly checked: CheckedFile | { readonly refusal: unknown }
  readonly fileId: string
}

export const prepareFile = async (services: Services, _input: unknown, call: Call): Promise<Sent> => ({
  services,
  checked: await checkFile(call.upload).catch((refusal: unknown) => ({ refusal })),
  fileId: newId(),
})

const fileOf = ({ checked }: Sent): CheckedFile => {
  if ('refusal' in checked) throw checked.refusal
  return checked
}

/** A file is kept under a record on which the actor may attach. Its title is its name unless given. */
export const attachDocument = async (
  ctx: Context,
  input: ParsedOf<Operations['attachDocument']>,
  sent: Sent,
): Promise<DocumentWithVersions> => {
  const subject = await loadSubject(ctx, input.subject_id, 'view')
  const about = await loadSubject(ctx, input.about_id ?? input.subject_id, 'attach')
  if (!(await reachesSubject(ctx, subject, 'document.attach'))) throw forbidden()
  const file = fileOf(sent)
  const id = newId()
  const title = input.title ?? (file.name.replace(/\.[^.\s]{1,12}$/, '').slice(0, 160) || file.name)
  await ctx.db
    .insertInto('document')
    .values({
      organization_id: ctx.organizationId,
      id,
      subject_id: subject.id,
      about_id: about.id === subject.id ? null : about.id,
      kind: input.kind,
      title,
      origin: 'upload',
      template: null,
      template_version: null,
      language: null,
      data: null,
      head_id: null,
      number: null,
      batch_id: null,
      batch_rank: null,
      created_by: ctx.actor.userId,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
      updated_at: ctx.now,
      deleted_at: null,
    })
    .execute()
  await keep(ctx, sent, id, 1)
  ctx.audit({
    subject: { kind: about.kind, id: about.id, title: about.title },
    after: { document_id: id, title, kind: input.kind, media_type: file.mediaType, bytes: file.bytes, sha256: file.sha256 },
  })
  announceDocument(ctx, 'created', { subject_id: subject.id, agency_id: subject.agency_id, owner_id: subject.owner_id })
  return readDocument(ctx, id)
}

/** A newer file takes the place of the one shown; the earlier ones stay. Letters have no other version than the one that was written. */
export const addVersion = async (ctx: Context, input: { id: string }, sent: Sent): Promise<DocumentWithVersions> => {
  const { record, document } = await loadDocument(ctx, input.id)
  const about = await loadSubject(ctx, document.about_id ?? document.subject_id, 'attach')
  if (!document.can.edit) throw forbidden()
  if (document.origin === 'template')
    throw refuse(
      'document.letter_fixed',
      /*i18n*/ { id: 'document.letter_fixed', message: 'Un courrier ne change plus une fois écrit. Écrivez-en un autre.' },
    )
  const file = fileOf(sent)
  // The row counts versions: two people who send one at once get two numbers.
  const { current_version: number } = await ctx.db
    .updateTable('document')
    .set((row) => ({ current_version: row('current_version', '+', 1), version: row('version', '+', 1), updated_at: ctx.now }))
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', input.id)
    .returning('current_version')
    .executeTakeFirstOrThrow()
  await keep(ctx, sent, input.id, number)
  ctx.audit({
    subject: { kind: about.kind, id: about.id, title: about.title },
    after: {
      document_id: input.id,
      title: document.title,
      current_version: number,
      media_type: file.mediaType,
      bytes: file.bytes,
      sha256: file.sha256,
    },
  })
  announceDocument(ctx, 'updated', record)
  return readDocument(ctx, input.id)
}

const keep = async (ctx: Context, sent: Sent, documentId: string, number: number): Promise<void> => {
  const file = fileOf(sent)
  await recordVersion(ctx, documentId, number, { ...file, fileId: sent.fileId })
  await moveIn(file.path, filePath(sent.services, ctx.organizationId, sent.fileId))
}

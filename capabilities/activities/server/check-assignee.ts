import { colleagueCan } from '#capabilities/identity/server/index.ts'
import type { Context } from '#kernel/server/context.ts'
import { forbidden } from '#kernel/server/scope.ts'
import type { LoadedSubject } from '#kernel/server/subjects.ts'
import { refuse } from '#kernel/shared/problem.ts'

/** Only who may assign gives a reminder to another; and only to a colleague who may see the record that it is about. */
export const checkAssignee = async (ctx: Context, subject: LoadedSubject, assigneeId: string): Promise<void> => {
  if (assigneeId === ctx.actor.userId) return
  if (ctx.can('reminder.assign') === null) throw forbidden()
  const further = await ctx.db
    .selectFrom('subject_agency')
    .select('agency_id')
    .where('organization_id', '=', ctx.organizationId)
    .where('subject_id', '=', subject.id)
    .execute()
  const agencies = further.map((place) => place.agency_id)
  if (!(await colleagueCan(ctx, assigneeId, `${subject.kind}.view`, subject, agencies)))
    throw refuse(
      'reminder.assignee_without_access',
      /*i18n*/ {
        id: 'reminder.assignee_without_access',
        message: 'Cette personne n’a pas accès à ce dossier : choisissez un collègue qui le suit.',
      },
      'assignee_id',
    )
}

import type { Context } from '#kernel/server/context.ts'
import { parametersOn } from '#capabilities/organization/server/index.ts'
import type { RecoveryDelays } from '../../recovery-rules.ts'

/** The schedule of recovery as it stands on a day in this organization. */
export const recoveryDelays = async (ctx: Context, day: string): Promise<RecoveryDelays> => {
  const { PAIEMENT_ECHEANCE, MISE_EN_DEMEURE, RESILIATION, RELANCES } = await parametersOn(ctx, day)
  const { sms, email, call } = RELANCES
  return {
    reminders: {
      ...(sms !== undefined && { reminder_sms: sms }),
      ...(email !== undefined && { reminder_email: email }),
      ...(call !== undefined && { reminder_call: call }),
    },
    payment: PAIEMENT_ECHEANCE,
    formalNotice: MISE_EN_DEMEURE,
    termination: RESILIATION,
  }
}

import type { Context, Language } from '#kernel/server/context.ts'
import type { Services } from '#kernel/server/services.ts'
import { getOrganization } from '#capabilities/organization/server/index.ts'

/** How long each link lives. */
export const linkHours = { verify_email: 48, reset_password: 2, invitation: 14 * 24 } as const

const head = async (ctx: Context) => {
  const organization = await getOrganization(ctx)
  return { name: organization.name, accent: organization.brand.light.accent }
}

/** «Confirmez votre adresse»: the account works once its e-mail is verified (G6). */
export const mailVerification = async (
  ctx: Context,
  services: Pick<Services, 'baseUrl'>,
  to: { email: string; name: string; language: Language; token: string },
): Promise<void> => {
  ctx.mail({
    to: to.email,
    language: to.language,
    purpose: 'verify_email',
    from: await head(ctx),
    subject: /*i18n*/ { id: 'mail.verify.subject', message: 'Confirmez votre adresse e-mail' },
    paragraphs: [
      { .../*i18n*/ { id: 'mail.hello', message: 'Bonjour {name},' }, values: { name: to.name } },
      {
        .../*i18n*/ {
          id: 'mail.verify.text',
          message: 'Il reste une étape : confirmez que cette adresse est bien la vôtre. Le lien reste valable {hours} heures.',
        },
        values: { hours: linkHours.verify_email },
      },
      /*i18n*/ { id: 'mail.not_you', message: 'Si vous n’êtes pas à l’origine de cette demande, ignorez ce message.' },
    ],
    action: {
      label: /*i18n*/ { id: 'mail.verify.action', message: 'Confirmer mon adresse' },
      url: `${services.baseUrl}/verify-email#${to.token}`,
    },
  })
}

/** «Choisissez un nouveau mot de passe». */
export const mailReset = async (
  ctx: Context,
  services: Pick<Services, 'baseUrl'>,
  to: { email: string; name: string; language: Language; token: string },
): Promise<void> => {
  ctx.mail({
    to: to.email,
    language: to.language,
    purpose: 'reset_password',
    from: await head(ctx),
    subject: /*i18n*/ { id: 'mail.reset.subject', message: 'Choisissez un nouveau mot de passe' },
    paragraphs: [
      { .../*i18n*/ { id: 'mail.hello', message: 'Bonjour {name},' }, values: { name: to.name } },
      {
        .../*i18n*/ {
          id: 'mail.reset.text',
          message: 'Vous pouvez choisir un nouveau mot de passe. Le lien sert une seule fois et reste valable {hours} heures.',
        },
        values: { hours: linkHours.reset_password },
      },
      /*i18n*/ { id: 'mail.not_you', message: 'Si vous n’êtes pas à l’origine de cette demande, ignorez ce message.' },
    ],
    action: {
      label: /*i18n*/ { id: 'mail.reset.action', message: 'Choisir un mot de passe' },
      url: `${services.baseUrl}/reset-password#${to.token}`,
    },
  })
}

/** «Vous êtes invité»: single use, expiring (G7). */
export const mailInvitation = async (
  ctx: Context,
  services: Pick<Services, 'baseUrl'>,
  to: { email: string; language: Language; token: string; invitedBy: string; agency: string },
): Promise<void> => {
  const from = await head(ctx)
  ctx.mail({
    to: to.email,
    language: to.language,
    purpose: 'invitation',
    from,
    subject: {
      .../*i18n*/ { id: 'mail.invitation.subject', message: '{inviter} vous invite à rejoindre {company}' },
      values: { inviter: to.invitedBy, company: from.name },
    },
    paragraphs: [
      /*i18n*/ { id: 'mail.hello_plain', message: 'Bonjour,' },
      {
        .../*i18n*/ {
          id: 'mail.invitation.text',
          message:
            '{inviter} vous ouvre un accès à l’espace de travail de {company}, agence {agency}. Choisissez votre mot de passe pour entrer. Le lien sert une seule fois et reste valable {days} jours.',
        },
        values: { inviter: to.invitedBy, company: from.name, agency: to.agency, days: linkHours.invitation / 24 },
      },
    ],
    action: {
      label: /*i18n*/ { id: 'mail.invitation.action', message: 'Rejoindre mon équipe' },
      url: `${services.baseUrl}/invitation#${to.token}`,
    },
  })
}

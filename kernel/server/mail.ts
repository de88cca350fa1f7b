import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type Transporter } from 'nodemailer'
import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '#kernel/shared/ids.ts'
import type { Sentence } from '#kernel/shared/problem.ts'
import type { Language } from './context.ts'
import type { Database, Db } from './database.ts'
import { job } from './jobs.ts'
import { say } from './language.ts'
import type { Services } from './services.ts'

/** A message in the product's own words: paragraphs, at most one button. Written in the reader's language when it is kept. */
export interface MailNote {
  readonly to: string
  readonly language: Language
  /** `verify_email`, `invitation` …: what the local outbox and the journal call it. */
  readonly purpose: string
  readonly subject: Sentence
  readonly paragraphs: readonly Sentence[]
  readonly action?: { readonly label: Sentence; readonly url: string }
  /** The company's name and colour, shown at the head. */
  readonly from: { readonly name: string; readonly accent: string }
}

/** Keeps messages beside the change that caused them and enqueues their sending. */
export const writeMail = async (
  db: Db,
  organizationId: string,
  now: string,
  mails: readonly MailNote[],
  services: Services,
): Promise<void> => {
  for (const mail of mails) {
    const id = newId()
    const rendered = renderMail(mail)
    await db
      .insertInto('mail_message')
      .values({
        organization_id: organizationId,
        id,
        recipient: mail.to,
        subject: rendered.subject,
        body_text: rendered.text,
        body_html: rendered.html,
        purpose: mail.purpose,
        status: 'waiting',
        last_error: null,
        created_at: now,
        sent_at: null,
      })
      .execute()
    await services.jobs.within(db).send(sendMail, { organization_id: organizationId, id })
  }
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The message as text and as HTML that old mail readers show alike: tables, inline styles, no image. */
export const renderMail = (mail: MailNote): { subject: string; text: string; html: string } => {
  const rightToLeft = mail.language === 'ar'
  const subject = say(mail.language, mail.subject)
  const paragraphs = mail.paragraphs.map((paragraph) => say(mail.language, paragraph))
  const action = mail.action && { label: say(mail.language, mail.action.label), url: mail.action.url }
  const text = [...paragraphs, ...(action ? [`${action.label} : ${action.url}`] : []), mail.from.name].join('\n\n')
  const body = paragraphs
    .map((paragraph) => `<p style="margin:0 0 16px;font-size:16px;line-height:1.55;color:#141821">${escapeHtml(paragraph)}</p>`)
    .join('')
  const button = action
    ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="display:inline-block;padding:12px 22px;border-radius:8px;background:${mail.from.accent};color:#ffffff;font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p><p style="margin:0 0 16px;font-size:13px;line-height:1.5;color:#4a5262;word-break:break-all">${escapeHtml(action.url)}</p>`
    : ''
  const html = `<!doctype html><html lang="${mail.language}" dir="${rightToLeft ? 'rtl' : 'ltr'}"><body style="margin:0;background:#f6f7f9;font-family:Inter,'IBM Plex Sans Arabic',Segoe UI,Arial,sans-serif"><table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 12px"><table role="presentation" width="560" cellpadding="0" cellspacing="0" style="max-width:560px;width:100%;background:#ffffff;border:1px solid #e3e6eb;border-radius:12px"><tr><td style="padding:20px 28px;border-bottom:1px solid #e3e6eb;font-size:16px;font-weight:600;color:${mail.from.accent}">${escapeHtml(mail.from.name)}</td></tr><tr><td style="padding:28px">${body}${button}</td></tr></table></td></tr></table></body></html>`
  return { subject, text, html }
}

/** Sends one kept message, or puts it into the local outbox when no mail server is set (docs/decisions.md 15). */
export const sendMail = job({
  name: 'mail.send',
  input: z.object({ organization_id: z.uuid(), id: z.uuid() }),
  // A mail server may be away for a night: tried every ten minutes for a day, longer than the links in messages last.
  retries: 150,
  longestWait: 600,
  // Beyond all the waits of one try, and short enough that a killed process keeps nobody waiting for their link.
  expireSeconds: 240,
  run: async (services, input) => {
    const claimed = await within(services.database, input.organization_id, (db) =>
      db
        .updateTable('mail_message')
        .set((row) => ({ status: 'sending', attempts: row('attempts', '+', 1) }))
        .where('organization_id', '=', input.organization_id)
        .where('id', '=', input.id)
        .where('status', 'in', ['waiting', 'sending', 'failed'])
        .returningAll()
        .executeTakeFirst(),
    )
    if (!claimed) return
    const settle = (status: 'sent' | 'local' | 'failed', error: string | null) =>
      within(services.database, input.organization_id, (db) =>
        db
          .updateTable('mail_message')
          .set({ status, last_error: error, sent_at: new Date().toISOString() })
          .where('organization_id', '=', input.organization_id)
          .where('id', '=', input.id)
          .execute(),
      )
    // The same Message-ID at every try: a receiver that got it before a crash can tell the second copy.
    const envelope = {
      from: senderOf(services),
      to: claimed.recipient,
      subject: claimed.subject,
      text: claimed.body_text,
      html: claimed.body_html,
      messageId: `<${claimed.id}@assura-crm>`,
    }
    if (services.smtpUrl === null) {
      await keepLocally(services, claimed.id, envelope, claimed.body_text)
      await settle('local', null)
      return
    }
    try {
      await transporterTo(services.smtpUrl).sendMail(envelope)
      await settle('sent', null)
    } catch (error) {
      await settle('failed', error instanceof Error ? error.message.slice(0, 500) : 'unknown')
      if (!isFinal(error)) throw error
      services.log.warn({ err: error, message: claimed.id }, 'the mail server refused a message for good')
    }
  },
})

/** The server's last word on this message (5xx to its recipient or content), unlike a wrong password or sender, which someone will mend. */
const isFinal = (error: unknown): boolean => {
  const { command, responseCode } = error as { command?: unknown; responseCode?: unknown }
  return (command === 'RCPT TO' || command === 'DATA') && typeof responseCode === 'number' && responseCode >= 500
}

const within = <T>(database: Database, organizationId: string, work: (db: Db) => Promise<T>): Promise<T> =>
  database.transaction().execute(async (db) => {
    await sql`select app_set_org(${organizationId}::uuid)`.execute(db)
    return work(db)
  })

const senderOf = (services: Services): string => {
  const user = services.smtpUrl === null ? '' : decodeURIComponent(new URL(services.smtpUrl).username)
  const host = new URL(services.baseUrl).hostname
  return `ASSURA-CRM <${user.includes('@') ? user : `ne-pas-repondre@${/^[\d.]+$|^localhost$/.test(host) ? 'assura-crm.local' : host}`}>`
}

/** Milliseconds for each step with a mail server that does not answer. */
const patience = { connectionTimeout: 20_000, greetingTimeout: 20_000, dnsTimeout: 20_000, socketTimeout: 60_000 }

const transporters = new Map<string, Transporter>()
const transporterTo = (url: string): Transporter => {
  const known = transporters.get(url)
  if (known) return known
  const made = createTransport({ url, ...patience })
  transporters.set(url, made)
  return made
}

/** Ends the pooled connections to mail servers. */
export const closeMail = (): void => {
  for (const transporter of transporters.values()) transporter.close()
  transporters.clear()
}

const keepLocally = async (services: Services, id: string, envelope: object, text: string): Promise<void> => {
  const folder = join(services.dataDir, 'outbox')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const built = await createTransport({ streamTransport: true, buffer: true }).sendMail(envelope)
  await writeFile(join(folder, `${id}.eml`), built.message as Buffer, { mode: 0o600 })
  const link = /https?:\/\/\S+/.exec(text)?.[0]
  // The console, not the log: a newcomer without a mail server must see the link (docs/decisions.md 15).
  console.log(`\n  Courriel gardé dans ${join(folder, `${id}.eml`)}${link ? `\n  Lien : ${link}` : ''}\n`)
}

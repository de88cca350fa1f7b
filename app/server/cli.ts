import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { systemActor } from '#kernel/server/authenticate.ts'
import { readConfig, type Config } from '#kernel/server/config.ts'
import { runAs } from '#kernel/server/door.ts'
import { openLog } from '#kernel/server/log.ts'
import type { OpenDatabase } from '#kernel/server/open-database.ts'
import { exitCodes, sayStartupError, StartupError } from '#kernel/server/startup-error.ts'
import { verifyJournal } from '#kernel/server/verify-journal.ts'
import { createApiKey, makeResetLink } from '#capabilities/identity/server/index.ts'
import { buildApp, type App } from './app.ts'
import { openInstallation, programVersion } from './installation.ts'

const usage = `Administration depuis la console : npm run cli -- COMMANDE

  migrate                                        met la base de données au niveau du programme
  doctor                                         dit si l’installation est saine
  verify-journal                                 vérifie le journal de chaque organisation
  user reset-password ADRESSE                    donne un lien pour choisir un nouveau mot de passe
  api-key create --user ADRESSE [--name NOM] [--read-only]
  outbox                                         liste les courriels gardés sur cette machine`

interface Frame {
  readonly config: Config
  readonly database: OpenDatabase
  readonly app: App
}

const withApp = async (work: (frame: Frame) => Promise<void>): Promise<void> => {
  const config = readConfig()
  const database = await openInstallation(config)
  try {
    const app = await buildApp({
      database,
      log: openLog('warn'),
      dataDir: config.dataDir,
      baseUrl: config.baseUrl,
      smtpUrl: config.smtpUrl,
      secret: config.secret,
      signUp: config.signup,
      version: programVersion,
      role: 'web',
      webFolder: null,
      sweepEveryMs: null,
    })
    try {
      await work({ config, database, app })
    } finally {
      await app.stop()
    }
  } finally {
    await database.stop()
  }
}

const accountOf = async ({ app }: Frame, email: string) => {
  const account = await app.services.database
    .selectFrom('sign_in')
    .select(['user_id', 'organization_id'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst()
  if (!account) throw new StartupError(`Aucun compte ne porte l’adresse ${email}.`, exitCodes.failure)
  return account
}

const actor = systemActor('Console')

const migrateOnly = () =>
  withApp(async ({ database }) =>
    console.log(database.applied.length === 0 ? 'La base de données est à jour.' : `Appliqué : ${database.applied.join(', ')}`),
  )

const doctor = () =>
  withApp(async ({ config, database, app }) => {
    const version = await sql<{
      version: string
      size: string
    }>`select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size`.execute(
      app.services.database,
    )
    const role = await sql<{
      safe: boolean
    }>`select not (rolsuper or rolbypassrls) as safe from pg_roles where rolname = current_user`.execute(app.services.database)
    const organizations = await app.services.database
      .selectFrom('organization_directory')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    console.log(`Programme            ${programVersion}, Node.js ${process.versions.node}`)
    console.log(
      `Base de données      PostgreSQL ${version.rows[0]?.version ?? '?'} ${database.embedded ? 'embarqué' : 'externe'}, ${version.rows[0]?.size ?? '?'}`,
    )
    console.log(
      `Cloison              ${role.rows[0]?.safe ? 'le rôle de l’application ne peut pas la contourner' : 'ATTENTION : le rôle de l’application peut la contourner'}`,
    )
    console.log(`Organisations        ${organizations.count}`)
    console.log(`Dossier de données   ${config.dataDir}`)
    console.log(`Courriel             ${config.smtpUrl === null ? 'gardé sur cette machine (SMTP_URL absent)' : 'par SMTP'}`)
    console.log(`Adresse              ${config.baseUrl}`)
  })

const verifyAll = () =>
  withApp(async ({ app }) => {
    const organizations = await app.services.database
      .selectFrom('organization_directory')
      .select(['organization_id', 'name'])
      .orderBy('name')
      .execute()
    let sound = true
    for (const organization of organizations) {
      const report = await app.services.database.transaction().execute(async (db) => {
        await sql`select app_set_org(${organization.organization_id}::uuid)`.execute(db)
        return verifyJournal(db, organization.organization_id)
      })
      console.log(
        `${organization.name} : ${report.entries} entrées scellées, ${report.unsealed} en attente, ${report.findings_total === 0 ? 'aucune anomalie' : `${report.findings_total} ANOMALIES`}`,
      )
      for (const finding of report.findings) console.log(`  n° ${finding.sequence} ${finding.entry_id ?? ''} ${finding.finding}`)
      sound &&= report.findings_total === 0
    }
    if (!sound) throw new StartupError('Le journal a été modifié hors du programme.', exitCodes.failure)
  })

const resetPassword = (email: string) =>
  withApp(async (frame) => {
    const account = await accountOf(frame, email)
    const link = await runAs(
      frame.app.services,
      { actor, organizationId: account.organization_id, operation: 'auth.reset_password_sent' },
      (ctx) => makeResetLink(ctx, { userId: account.user_id, email: email.toLowerCase() }),
    )
    console.log(`${frame.config.baseUrl}/reset-password#${link}`)
  })

const makeKey = (words: readonly string[]) => {
  const { values } = parseArgs({
    args: [...words],
    options: { user: { type: 'string' }, name: { type: 'string' }, 'read-only': { type: 'boolean' } },
  })
  if (values.user === undefined) throw new StartupError('Dites au nom de qui : --user ADRESSE.', exitCodes.setting)
  const email = values.user
  return withApp(async (frame) => {
    const account = await accountOf(frame, email)
    const made = await runAs(frame.app.services, { actor, organizationId: account.organization_id, operation: 'api_key.create' }, (ctx) =>
      createApiKey(ctx, {
        userId: account.user_id,
        name: values.name ?? 'Console',
        readOnly: values['read-only'] ?? false,
        expiresAt: null,
      }),
    )
    console.log(made.key)
  })
}

const listOutbox = async () => {
  const folder = join(readConfig().dataDir, 'outbox')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  if (names.length === 0) console.log('Aucun courriel gardé.')
  for (const name of names) console.log(`${(await stat(join(folder, name))).mtime.toISOString()}  ${join(folder, name)}`)
}

const run = async ([command, ...rest]: readonly string[]): Promise<void> => {
  if (command === 'migrate') return migrateOnly()
  if (command === 'doctor') return doctor()
  if (command === 'verify-journal') return verifyAll()
  if (command === 'outbox') return listOutbox()
  if (command === 'user' && rest[0] === 'reset-password' && rest[1] !== undefined) return resetPassword(rest[1])
  if (command === 'api-key' && rest[0] === 'create') return makeKey(rest.slice(1))
  console.error(usage)
  throw new StartupError(
    command === undefined ? 'Dites quelle commande.' : `Commande inconnue : ${[command, ...rest].join(' ')}.`,
    exitCodes.setting,
  )
}

run(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => process.exit(sayStartupError(error)),
)

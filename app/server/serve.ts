import { fileURLToPath } from 'node:url'
import { readConfig, withPort } from '#kernel/server/config.ts'
import { openLog } from '#kernel/server/log.ts'
import { exitCodes, sayStartupError, StartupError } from '#kernel/server/startup-error.ts'
import { buildApp, type App } from './app.ts'
import { openInstallation, programVersion } from './installation.ts'

const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url))
/** Requests under way get this long to finish when the server is asked to stop. */
const patienceMs = 9000

const listen = async (app: App, host: string, port: number): Promise<number> => {
  try {
    await app.http?.listen({ host, port })
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'EADDRINUSE')
      throw new StartupError(
        `Le port ${port} est déjà pris sur ${host} : arrêtez l’autre programme, ou choisissez-en un autre, par exemple PORT=${port + 1} npm start.`,
        exitCodes.unavailable,
      )
    if (code === 'EACCES')
      throw new StartupError(
        `Ce compte n’a pas le droit d’écouter sur le port ${port} : choisissez un port au-dessus de 1023.`,
        exitCodes.unavailable,
      )
    if (code === 'EADDRNOTAVAIL')
      throw new StartupError(`L’adresse ${host} n’est pas celle de cette machine : vérifiez HOST.`, exitCodes.setting)
    throw error
  }
  const address = app.http?.server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}

const sayReady = async (app: App, address: string): Promise<void> => {
  const organizations = await app.services.database
    .selectFrom('organization_directory')
    .select('organization_id')
    .where('is_demo', '=', false)
    .limit(1)
    .execute()
  console.log(`ASSURA-CRM ${programVersion} est prêt : ${address}`)
  if (organizations.length === 0)
    console.log(`  Aucune organisation n’est encore inscrite : ouvrez ${address}/sign-up, ou essayez avec « npm run demo ».`)
}

const start = async (): Promise<void> => {
  const config = readConfig()
  if (config.s3Url !== null) console.error(`S3_URL n’est pas encore pris en charge : les fichiers restent dans ${config.dataDir}.`)
  const database = await openInstallation(config)
  const log = openLog(process.env['LOG_LEVEL'] === undefined ? 'warn' : config.logLevel)
  let app: App | null = null
  let stopping = false
  const stop = async (code: number) => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(code), patienceMs).unref()
    await app?.stop().catch((error: unknown) => log.error({ err: error }, 'stopping'))
    await database.stop().catch((error: unknown) => log.error({ err: error }, 'stopping the database'))
    process.exit(code)
  }
  process.on('SIGINT', () => void stop(0))
  process.on('SIGTERM', () => void stop(0))
  try {
    app = await buildApp({
      database,
      log,
      dataDir: config.dataDir,
      baseUrl: config.baseUrl,
      smtpUrl: config.smtpUrl,
      secret: config.secret,
      signUp: config.signup,
      version: programVersion,
      role: config.role,
      webFolder,
    })
    const port = await listen(app, config.host, config.port)
    if (config.role === 'worker') console.log(`ASSURA-CRM ${programVersion} travaille en arrière-plan.`)
    else await sayReady(app, withPort(config, port).baseUrl)
  } catch (error) {
    const code = sayStartupError(error)
    await stop(code)
  }
}

/** Serves until it is asked to end; settles once it is ready. */
export const serve = (): Promise<void> => start().catch((error: unknown) => process.exit(sayStartupError(error)))

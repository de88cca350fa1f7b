import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { readConfig, withPort, type Config } from '#kernel/server/config.ts'
import { openLog } from '#kernel/server/log.ts'
import { exitCodes, sayStartupError, StartupError } from '#kernel/server/startup-error.ts'
import { buildApp, type App } from './app.ts'
import { openInstallation, programVersion } from './installation.ts'

const webFolder = fileURLToPath(new URL('../../dist/web', import.meta.url))
/** Requests under way get this long to finish when the server is asked to stop. */
const patienceMs = 9000

/** Why nothing can listen there, in one sentence. */
const listening = async (host: string, port: number, listen: () => Promise<unknown>): Promise<void> => {
  try {
    await listen()
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
}

/** A port that nobody has, when the system is to choose: links in messages name it, so it must be known before anything is sent. */
const chosenPort = async (config: Config): Promise<Config> => {
  if (config.port !== 0) return config
  const probe = createServer()
  const opened = () => new Promise<void>((resolve, reject) => probe.once('error', reject).listen(0, config.host, resolve))
  await listening(config.host, 0, opened)
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'object' && address !== null ? withPort(config, address.port) : config
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
  const config = await chosenPort(readConfig())
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
    const { http } = app
    await listening(config.host, config.port, async () => http?.listen({ host: config.host, port: config.port }))
    if (config.role === 'worker') console.log(`ASSURA-CRM ${programVersion} travaille en arrière-plan.`)
    else await sayReady(app, config.baseUrl)
  } catch (error) {
    const code = sayStartupError(error)
    await stop(code)
  }
}

/** Serves until it is asked to end; settles once it is ready. */
export const serve = (): Promise<void> => start().catch((error: unknown) => process.exit(sayStartupError(error)))

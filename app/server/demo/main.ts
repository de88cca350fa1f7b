import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readConfig } from '#kernel/server/config.ts'
import { openLog } from '#kernel/server/log.ts'
import { sayStartupError } from '#kernel/server/startup-error.ts'
import { buildApp, type App } from '../app.ts'
import { openInstallation, programVersion } from '../installation.ts'
import { makeDemo } from './make-demo.ts'
import { readDemoOptions } from './options.ts'

const start = async (): Promise<void> => {
  const options = readDemoOptions(process.argv.slice(2))
  const config = readConfig()
  const database = await openInstallation(config)
  let app: App | null = null
  try {
    app = await buildApp({
      database,
      log: openLog('warn'),
      dataDir: config.dataDir,
      baseUrl: config.baseUrl,
      smtpUrl: null,
      secret: config.secret,
      signUp: config.signup,
      version: programVersion,
      role: 'web',
      webFolder: null,
      sweepEveryMs: null,
    })
    const password = `Demo-${randomBytes(6).toString('base64url')}`
    const made = await makeDemo(app, database.owner, options, { password, say: (sentence) => console.log(sentence) })
    const out = options.out === null ? join(config.dataDir, 'demo.json') : resolve(options.out)
    await writeFile(out, JSON.stringify({ url: config.baseUrl, ...made }, null, 2) + '\n', { mode: 0o600 })
    console.log(
      `« ${options.name} » est prête : ${options.customers.toLocaleString('fr-FR')} clients, ${inGigabytes(made.size_on_disk_bytes)} sur le disque.`,
    )
    console.log(`  Connexion : ${made.users.administrator}, mot de passe ${made.password} (aussi dans ${out})`)
  } finally {
    await app?.stop()
    await database.stop()
  }
}

const inGigabytes = (bytes: number): string =>
  bytes < 1e9
    ? `${Math.round(bytes / 1e6).toLocaleString('fr-FR')} Mo`
    : `${(bytes / 1e9).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Go`

start().then(
  () => process.exit(0),
  (error: unknown) => process.exit(sayStartupError(error)),
)

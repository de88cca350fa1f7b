import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { StartupError } from '#kernel/server/startup-error.ts'

/** Where the tests find the browser's program. */
export const browserVariable = 'ASSURA_CHROMIUM'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** The path of a Chromium that starts; root gets Debian's installed if there is none. Throws a StartupError. */
export const ensureBrowser = (): string => {
  const given = process.env[browserVariable]
  if (given !== undefined && given !== '') {
    if (starts(given)) return given
    throw new StartupError(`${browserVariable} : ${given} ne démarre pas.`)
  }
  const present = find()
  if (present !== null) return present
  if (process.geteuid?.() === 0) {
    console.log('Installation de Chromium pour les tests…')
    const apt = (...args: string[]) =>
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
        .status === 0
    const installed = apt('update', '-q') && apt('install', '-q', '-y', '--no-install-recommends', 'chromium') ? find() : null
    if (installed !== null) return installed
  }
  throw new StartupError(
    `Les tests ont besoin d’un navigateur : installez Chromium (« sudo apt-get install chromium »), ou indiquez le vôtre par la variable ${browserVariable}.`,
  )
}

/** The full path of the first that starts: Playwright takes no bare name. */
const find = (): string | null => [...names.flatMap(inPath), chromium.executablePath()].find(starts) ?? null

const inPath = (name: string): string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .filter((path) => existsSync(path))

const starts = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0

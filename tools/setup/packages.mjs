// @ts-check
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { Refusal, diskFull, notWritable } from './refusal.mjs'
import { run } from './run.mjs'
import { nodeBinary } from './tree.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Locked
 * @typedef {{ platform: string, arch: string }} Machine
 */

/**
 * True when `installed` (npm's own record in node_modules) holds exactly what `wanted` (package-lock.json) asks for on
 * this machine, as after an `npm install` by hand: nothing need be fetched again then.
 * @param {Record<string, Locked>} wanted
 * @param {Record<string, Locked>} installed
 * @param {Machine} machine
 */
export function holdsAll(wanted, installed, machine) {
  const named = Object.keys(wanted).filter((path) => path !== '')
  if (Object.keys(installed).some((path) => wanted[path] === undefined)) return false
  return named.every((path) => {
    const want = /** @type {Locked} */ (wanted[path])
    const have = installed[path]
    if (have === undefined) return want.optional === true && !isMeantFor(want, machine)
    return have.version === want.version && have.integrity === want.integrity
  })
}

/**
 * An optional package that names no processor is a companion of another one, never the one this machine runs.
 * @param {Locked} pack
 * @param {Machine} machine
 */
function isMeantFor(pack, machine) {
  if (pack.cpu === undefined) return false
  return (pack.os?.includes(machine.platform) ?? true) && pack.cpu.includes(machine.arch) && (pack.libc?.includes('glibc') ?? true)
}

/** @param {string} folder with a package-lock.json */
function isInstalled(folder) {
  const record = join(folder, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  /** @param {string} file */
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
  return holdsAll(packages(join(folder, 'package-lock.json')), packages(record), { platform: process.platform, arch: process.arch })
}

/**
 * Installs the Node of tools/node when it is not there or not the one of its lockfile.
 * @param {string} root
 */
export async function installNode(root) {
  const binary = nodeBinary(root)
  const folder = join(root, 'tools/node')
  if (!existsSync(binary) || !isInstalled(folder)) {
    console.log('Installation de Node.js 24…')
    await replaceModules(folder, root, process.env)
  }
  const { code, output } = await run(binary, ['--version'], { cwd: root })
  if (code !== 0) {
    throw new Refusal(
      'Node.js 24 ne démarre pas sur ce système : il faut un Linux avec la glibc 2.28 ou plus récente (Debian 10 et suivantes).',
      output,
    )
  }
}

/**
 * Installs the packages of package-lock.json under Node 24: under an older Node, npm silently leaves out optional
 * packages that ask for a newer one.
 * @param {string} root
 */
export async function installPackages(root) {
  if (isInstalled(root)) return
  console.log('Installation des paquets (une minute environ)…')
  const path = [dirname(nodeBinary(root)), process.env['PATH'] ?? ''].join(delimiter)
  await replaceModules(root, root, { ...process.env, PATH: path })
}

/**
 * Puts a new node_modules in the place of the present one, which comes back when this fails.
 * @param {string} folder
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
async function replaceModules(folder, root, env) {
  const modules = join(folder, 'node_modules')
  const previous = join(folder, '.node_modules-previous')
  rmSync(previous, { recursive: true, force: true })
  if (existsSync(modules)) renameSync(modules, previous)
  try {
    await npmCi(folder, root, env)
    // npm counts an optional package that it could not fetch as a success.
    if (!isInstalled(folder)) throw noNetwork()
  } catch (error) {
    rmSync(modules, { recursive: true, force: true })
    if (existsSync(previous)) renameSync(previous, modules)
    throw error
  }
  rmSync(previous, { recursive: true, force: true })
}

/**
 * @param {string} folder
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
async function npmCi(folder, root, env) {
  // A machine without network must learn it in seconds: npm's own retries take more than a minute.
  const patience = ['--fetch-retries=3', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000']
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error', ...patience]
  const { code, output } = await run('npm', args, { cwd: folder, env })
  if (code !== 0) throw npmRefusal(code, output, root)
}

const noNetwork = () =>
  new Refusal(
    'Des paquets manquent et le réseau ne répond pas : reliez la machine à l’internet le temps de cette installation, puis relancez.',
  )

const network = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|EIDLETIMEOUT|ENOTCACHED/

/**
 * The sentence for a failed npm.
 * @param {number} code
 * @param {string} output
 * @param {string} root
 */
export function npmRefusal(code, output, root) {
  const named = /npm (?:error|ERR!) code (\S+)/.exec(output)?.[1] ?? ''
  if (code === 127) return new Refusal('npm est introuvable : installez Node.js 20 ou plus récent avec npm 10.')
  if (network.test(named) || (named === '' && network.test(output))) {
    return noNetwork()
  }
  if (/^(EACCES|EPERM|EROFS)$/.test(named)) {
    const path = /npm (?:error|ERR!) path (.+)/.exec(output)?.[1]
    return notWritable(path === undefined || path.startsWith(root) ? root : path)
  }
  if (/^(ENOSPC|EDQUOT)$/.test(named)) return diskFull(root)
  if (named === 'EINTEGRITY')
    return new Refusal('Un paquet reçu n’est pas celui attendu : videz le cache par « npm cache clean --force », puis relancez.', output)
  return new Refusal('npm n’a pas pu installer les paquets ; voici ce qu’il dit :', output)
}

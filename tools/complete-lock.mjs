// Run after every `npm i`: `npm ci` refuses a lockfile that lacks an optional package of another platform,
// while `npm i` drops it silently when the registry does not hold it. This adds such entries, without a hash,
// for platforms other than this one.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url))
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = ['android', 'darwin', 'freebsd', 'win32', 'openharmony', 'netbsd', 'openbsd', 'sunos', 'aix', 'linux']
const chips = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el']
let added = 0
for (const [path, pack] of Object.entries({ ...lock.packages })) {
  for (const [name, version] of Object.entries(pack.optionalDependencies ?? {})) {
    if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue
    const words = name.split(/[/-]/)
    const os = systems.find((system) => words.includes(system))
    const cpu = chips.find((chip) => words.includes(chip))
    const musl = words.some((word) => word.startsWith('musl'))
    if (os === process.platform && cpu === process.arch && !musl) throw new Error(`${name} is meant for this machine: install it instead`)
    lock.packages[`node_modules/${name}`] = {
      version,
      optional: true,
      ...(pack.dev && { dev: true }),
      ...(cpu && { cpu: [cpu] }),
      ...(os && { os: [os] }),
      ...(musl && { libc: ['musl'] }),
    }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, JSON.stringify(lock, null, 2) + '\n')
console.log(`${added} entries added`)

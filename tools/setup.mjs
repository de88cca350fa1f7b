// @ts-check
// Makes a fresh clone ready: the run time, the packages, the links PostgreSQL needs and, with `--web`, the interface.
// Runs on whatever Node the machine has (20 or later), and does nothing at all when everything is ready.
import { renameSync, writeFileSync } from 'node:fs'
import { folderMark, withMutex } from '../kernel/server/mutex.mjs'
import { linkNode, linkPostgres } from './setup/links.mjs'
import { installNode, installPackages } from './setup/packages.mjs'
import { Refusal, fileSystemRefusal } from './setup/refusal.mjs'
import { isReady, root, stampFile, wantedStamp } from './setup/tree.mjs'
import { buildWeb, isWebFresh } from './setup/web.mjs'

/** @param {{ web: boolean }} options */
async function setUp({ web }) {
  if (isReady(root) && (!web || isWebFresh(root))) return
  refuseForeignMachine()
  const waiting = () => console.log('Une autre commande installe déjà le programme dans ce dossier : attente…')
  await withMutex(
    `setup-${folderMark(root)}`,
    async () => {
      if (!isReady(root)) await install()
      if (web && !isWebFresh(root)) await buildWeb(root)
    },
    waiting,
  )
}

async function install() {
  const stamp = wantedStamp(root)
  await installNode(root)
  await installPackages(root)
  linkNode(root)
  linkPostgres(root)
  const fresh = `${stampFile(root)}.${process.pid}`
  writeFileSync(fresh, stamp)
  renameSync(fresh, stampFile(root))
}

function refuseForeignMachine() {
  const machine = `${process.platform} ${process.arch}`
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Refusal(`ASSURA-CRM tourne sous Linux, sur processeur x64 ou arm64 ; cette machine est « ${machine} ».`)
  }
  if (Number(process.versions.node.split('.')[0]) < 20) {
    throw new Refusal(`Il faut Node.js 20 ou plus récent pour installer ASSURA-CRM ; celui-ci est ${process.version}.`)
  }
}

try {
  await setUp({ web: process.argv.includes('--web') })
} catch (error) {
  const refusal = error instanceof Refusal ? error : fileSystemRefusal(error, root)
  if (refusal === null) throw error
  console.error(refusal.message)
  if (refusal.details !== '') console.error(refusal.details.trimEnd())
  process.exitCode = 1
}

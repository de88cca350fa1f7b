// @ts-check
// Plain JavaScript, because tools/setup.mjs needs it before the run time that reads TypeScript is installed.
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { createConnection, createServer } from 'node:net'

/**
 * A name for an existing folder that stays the same through symbolic links and mounts.
 * @param {string} folder
 * @returns {string} 16 hexadecimal digits
 */
export function folderMark(folder) {
  const { dev, ino } = statSync(folder, { bigint: true })
  return createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 16)
}

/**
 * Runs `work` while no other process of this machine runs work of the same name, and answers what it answers.
 * The mutex is a Linux abstract socket: the kernel frees it even after kill -9, and no file is left behind.
 * @template T
 * @param {string} name letters, digits and dashes, at most 80; usually a purpose and a `folderMark`
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the mutex
 * @returns {Promise<T>}
 */
export async function withMutex(name, work, onWait) {
  const address = `\0assura-${name}`
  let release = await acquire(address)
  if (release === null) onWait?.()
  while (release === null) {
    await holderGone(address)
    release = await acquire(address)
  }
  try {
    return await work()
  } finally {
    await release()
  }
}

/**
 * @param {string} address
 * @returns {Promise<(() => Promise<void>) | null>} null when another holds it
 */
function acquire(address) {
  return new Promise((resolve, reject) => {
    /** @type {Set<import('node:net').Socket>} */
    const waiting = new Set()
    const server = createServer((socket) => {
      waiting.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => waiting.delete(socket))
    })
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(address, () =>
      resolve(
        () =>
          new Promise((done) => {
            server.close(() => done())
            for (const socket of waiting) socket.destroy()
          }),
      ),
    )
  })
}

/**
 * Waits, without polling, until the holder lets go: its end closes the connection.
 * @param {string} address
 * @returns {Promise<void>}
 */
function holderGone(address) {
  return new Promise((resolve) => {
    const socket = createConnection(address)
    // Refused: the holder is just beginning or just ending; a short pause keeps two waiters from spinning.
    socket.on('error', () => setTimeout(resolve, 20))
    socket.on('connect', () => socket.on('close', () => resolve()))
    socket.resume()
  })
}

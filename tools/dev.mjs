// @ts-check
// `npm run dev`: the server, restarted when its files change, and the interface at http://127.0.0.1:5173, redrawn when its files change.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './setup/tree.mjs'

// Watches what the server imports, so a change of the interface alone leaves it running.
const server = ['--watch', '--watch-preserve-output', 'app/server/main.ts']
const children = [
  spawn(process.execPath, server, { cwd: root, stdio: 'inherit' }),
  spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js')], { cwd: root, stdio: 'inherit' }),
]

let ending = false
/** @param {number} code */
const end = (code) => {
  if (ending) return
  ending = true
  for (const child of children) child.kill('SIGTERM')
  process.exitCode = code
}
for (const child of children) child.on('exit', (code) => end(code ?? 0))
process.on('SIGINT', () => end(130))
process.on('SIGTERM', () => end(143))

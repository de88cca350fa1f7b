// @ts-check
// `npm run check`: everything that can be judged without a database, one line per check; what failed is shown below.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './setup/tree.mjs'

/** @param {string} name */
const tool = (name) => join(root, 'node_modules/.bin', name)
const node = process.execPath

/** The longest first, so that the short ones fill the time beside it. */
const checks = [
  { name: 'pure tests', command: node, args: ['tools/test.mjs', '--pure'] },
  { name: 'lint', command: tool('oxlint'), args: ['--deny-warnings'] },
  { name: 'types', command: tool('tsc'), args: ['--noEmit', '-p', '.'] },
  { name: 'format', command: tool('oxfmt'), args: ['--check'] },
  { name: 'directions', command: node, args: ['tools/check-directions.mjs'] },
  { name: 'schema', command: node, args: ['tools/check-schema.mjs'] },
  { name: 'texts', command: node, args: ['tools/check-texts.mjs'] },
]

/**
 * @param {{ name: string, command: string, args: string[] }} check
 * @returns {Promise<{ name: string, passed: boolean, output: string }>}
 */
const run = (check) =>
  new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(check.command, check.args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => (output += error.message))
    child.on('close', (code) => {
      const passed = code === 0
      const seconds = ((Date.now() - started) / 1000).toFixed(1)
      const summary = passed ? (output.trim().split('\n').at(-1) ?? '') : 'see below'
      console.log(`${passed ? '✓' : '✗'} ${check.name.padEnd(11)} ${seconds.padStart(5)} s  ${summary}`)
      resolve({ name: check.name, passed, output })
    })
  })

const failed = (await Promise.all(checks.map(run))).filter((result) => !result.passed)
for (const { name, output } of failed) console.log(`\n── ${name}\n${output.trimEnd()}`)
process.exitCode = failed.length === 0 ? 0 : 1

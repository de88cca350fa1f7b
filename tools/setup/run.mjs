// @ts-check
import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and answers its exit code with all it wrote.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>} code 127 when the program does not exist
 */
export function run(program, args, options) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve({ code: error.code === 'ENOENT' ? 127 : 126, output: error.message }),
    )
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

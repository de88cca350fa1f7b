import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Problem, refuse, type ProblemStatus } from '#kernel/shared/problem.ts'
import type { AnswerOf, ReaderMessage, ReaderTask } from './task.ts'

const entry = fileURLToPath(new URL('./reader-main.ts', import.meta.url))

/** Megabytes of heap: a workbook keeps its shared texts in memory, a text file streams. */
const heapOf = (path: { format: string } | undefined): number => (path?.format === 'csv' ? 256 : 900)

const outOfMemory = () =>
  refuse(
    'exchange.file.memory',
    /*i18n*/ {
      id: 'exchange.file.memory',
      message: 'Ce fichier demande trop de mémoire pour être lu. Enregistrez-le en CSV, ou partagez-le en plusieurs fichiers.',
    },
  )

/**
 * Reads a file in a process of its own: neither its work nor what a hostile file does to memory reaches the server. Refusals come
 * back as `Problem`; the process ends with the task, with `signal`, and with this process.
 */
export const readApart = <T extends ReaderTask>(
  task: T,
  on: { readonly signal: AbortSignal; readonly progress?: (at: { rows: number; progress: number }) => void },
): Promise<AnswerOf<T>> => {
  on.signal.throwIfAborted()
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${heapOf(task.kind === 'stage' ? task.plan : undefined)}`, '--disable-warning=ExperimentalWarning'],
    env: { TZ: 'UTC' },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const { promise, resolve, reject } = Promise.withResolvers<AnswerOf<T>>()
  const stop = () => child.kill('SIGKILL')
  on.signal.addEventListener('abort', stop)
  child.on('message', (message: ReaderMessage) => {
    if (message.kind === 'progress') on.progress?.(message)
    else if (message.kind === 'answer') resolve(message.answer as AnswerOf<T>)
    else if (message.kind === 'refusal') reject(new Problem(message.status as ProblemStatus, message.code, message.sentence))
    else reject(Object.assign(new Error(message.message), { stack: message.stack }))
  })
  child.on('error', reject)
  child.on('exit', (_code, signal) => {
    on.signal.removeEventListener('abort', stop)
    // Nothing of these is seen when an answer came first.
    if (on.signal.aborted) reject(on.signal.reason as Error)
    else if (signal === 'SIGABRT' || signal === 'SIGTRAP') reject(outOfMemory())
    else reject(new Error(`the reading process ended (${signal ?? _code})`))
  })
  child.send(task)
  return promise.finally(() => child.kill('SIGKILL'))
}

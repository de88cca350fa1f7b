import { Worker } from 'node:worker_threads'
import type { LetterToDraw } from './drawing/frame.ts'
import type { FromPress, Printed, PrintTask, ToPress } from './press-messages.ts'

/** A thread that prints one file after the other. */
export interface Press {
  /**
   * Writes one PDF. `next` gives further letters, none when there are no more; `drawn` learns how many are drawn. Ends with `signal`,
   * and the press with it.
   */
  print(
    task: PrintTask,
    from: {
      readonly next: () => Promise<readonly LetterToDraw[]>
      readonly drawn?: (letters: number) => void
      readonly signal?: AbortSignal
    },
  ): Promise<Printed>
  close(): Promise<void>
}

/** Megabytes of heap; drawing needs a fraction, whatever the number of letters. */
const mostHeap = 256

/** Opens a press. It does not keep the process alive by itself. */
export const openPress = (): Press => {
  const worker = new Worker(new URL('./press-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: mostHeap } })
  worker.unref()
  const send = (message: ToPress): void => worker.postMessage(message)
  return {
    print: async (task, { next, drawn, signal }) => {
      signal?.throwIfAborted()
      const { promise, resolve, reject } = Promise.withResolvers<Printed>()
      const stop = () => {
        reject(signal?.reason as Error)
        void worker.terminate()
      }
      const ended = () => reject(new Error('the press ended in the middle of a file'))
      const listen = (message: FromPress) => {
        if (message.kind === 'more') next().then((letters) => send({ kind: 'letters', letters }), reject)
        else if (message.kind === 'drawn') drawn?.(message.drawn)
        else if (message.kind === 'done') resolve(message.printed)
        else reject(Object.assign(new Error(message.message), { stack: message.stack }))
      }
      signal?.addEventListener('abort', stop)
      worker.on('message', listen)
      worker.on('error', reject)
      worker.on('exit', ended)
      worker.ref()
      send({ kind: 'print', task })
      try {
        return await promise
      } finally {
        signal?.removeEventListener('abort', stop)
        worker.off('message', listen)
        worker.off('error', reject)
        worker.off('exit', ended)
        worker.unref()
      }
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

/** How long the press of single letters stays open when nobody needs it. */
const idleMs = 60_000

let standing: { readonly press: Press; queue: Promise<unknown>; closing: NodeJS.Timeout | null } | null = null

/** Prints one letter, on a press that stays open for the next; letters wait for one another. */
export const printLetter = (task: PrintTask, letter: LetterToDraw): Promise<Printed> => {
  standing ??= { press: openPress(), queue: Promise.resolve(), closing: null }
  const here = standing
  if (here.closing) clearTimeout(here.closing)
  const close = () => {
    if (standing === here) standing = null
    void here.press.close()
  }
  const printed = here.queue.then(() => {
    const letters = [[letter], []]
    return here.press.print(task, { next: () => Promise.resolve(letters.shift() ?? []) })
  })
  here.queue = printed.then(
    () => {
      if (here.closing) clearTimeout(here.closing)
      here.closing = setTimeout(close, idleMs).unref()
    },
    // What went wrong once may have left the press in the middle of something.
    close,
  )
  return printed
}

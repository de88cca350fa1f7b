// The thread that draws letters, so that nobody waits for it: takes a file to write, asks for letters until none is left, and answers.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { parentPort } from 'node:worker_threads'
import { drawLetters } from './drawing/draw-letters.ts'
import type { LetterToDraw } from './drawing/frame.ts'
import type { FromPress, Printed, PrintTask, ToPress } from './press-messages.ts'

const port = parentPort
if (port === null) throw new Error('the press is a thread, not a program')

const toldEveryMs = 200
const tell = (message: FromPress): void => port.postMessage(message)

/** Letters as they are sent, until none is left. */
async function* letters(): AsyncGenerator<LetterToDraw> {
  for (;;) {
    tell({ kind: 'more' })
    const [message] = (await once(port as NonNullable<typeof port>, 'message')) as [ToPress]
    if (message.kind !== 'letters' || message.letters.length === 0) return
    yield* message.letters
  }
}

const print = async (task: PrintTask): Promise<Printed> => {
  await mkdir(dirname(task.path), { recursive: true, mode: 0o700 })
  const unfinished = `${task.path}.${process.pid}.part`
  const file = createWriteStream(unfinished, { mode: 0o600, flush: true })
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new PassThrough()
  counted.on('data', (piece: Buffer) => {
    bytes += piece.length
    hash.update(piece)
  })
  const written = once(file, 'finish')
  counted.pipe(file)
  let told = 0
  try {
    await drawLetters(letters(), counted, task, (drawn) => {
      if (Date.now() - told < toldEveryMs) return
      told = Date.now()
      tell({ kind: 'drawn', drawn })
    })
    await written
    await rename(unfinished, task.path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  return { bytes, sha256: hash.digest('hex') }
}

const work = async (): Promise<void> => {
  for (;;) {
    const [message] = (await once(port, 'message')) as [ToPress]
    if (message.kind !== 'print') continue
    try {
      tell({ kind: 'done', printed: await print(message.task) })
    } catch (error) {
      tell(
        error instanceof Error
          ? { kind: 'fault', message: error.message, stack: error.stack ?? '' }
          : { kind: 'fault', message: String(error), stack: '' },
      )
    }
  }
}

void work()

import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiProblem, call, randomKey } from '#kernel/web/api.ts'
import { exchangeOperations, type ImportRun } from '../../contract.ts'

/** How far the sending of a file is. */
export type Upload =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly sent: number; readonly total: number }
  | { readonly phase: 'refused'; readonly problem: ApiProblem }

interface Sending {
  readonly file: File
  readonly object: string
  readonly key: string
}

/**
 * Sends a file with what it holds. A file sent again after a cut carries the same key, so that it never makes two imports. Leaving
 * the page stops the sending.
 */
export const useUpload = (done: (run: ImportRun) => void) => {
  const [upload, setUpload] = useState<Upload>({ phase: 'idle' })
  const stop = useRef<AbortController | null>(null)
  const former = useRef<Sending | null>(null)
  useEffect(() => () => stop.current?.abort(), [])

  const send = useCallback(
    async (file: File, object: string) => {
      const again = former.current?.file === file && former.current.object === object
      const sending = again && former.current ? former.current : { file, object, key: randomKey() }
      former.current = sending
      const control = new AbortController()
      stop.current = control
      setUpload({ phase: 'sending', sent: 0, total: file.size })
      try {
        const run = await call(
          exchangeOperations.createImport,
          { object, start: false },
          {
            file,
            idempotencyKey: sending.key,
            signal: control.signal,
            onProgress: (sent, total) => setUpload({ phase: 'sending', sent, total }),
          },
        )
        done(run)
      } catch (error) {
        if (control.signal.aborted) setUpload({ phase: 'idle' })
        else {
          const problem = error instanceof ApiProblem ? error : new ApiProblem({ status: 0, code: 'network' })
          // What was refused may be sent again once it is mended; only an answer that never came is asked for by the same key.
          if (problem.status > 0) former.current = null
          setUpload({ phase: 'refused', problem })
        }
      } finally {
        if (stop.current === control) stop.current = null
      }
    },
    [done],
  )
  const cancel = useCallback(() => stop.current?.abort(), [])
  const clear = useCallback(() => setUpload({ phase: 'idle' }), [])
  return { upload, send, cancel, clear }
}

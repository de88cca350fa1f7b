import { useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call, randomKey } from '#kernel/web/api.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { documentOperations, mostDocumentBytes, type Document } from '../contract.ts'

/** Why a file did not arrive. */
export type UploadFault = 'empty' | 'too_large' | ApiProblem

/** A file on its way, or refused; gone from the list once it is kept. */
export interface Upload {
  readonly key: string
  readonly file: File
  /** The document whose newer version it is; null for a new document. */
  readonly replaces: Pick<Document, 'id' | 'title'> | null
  readonly state: 'waiting' | 'sending' | 'refused'
  readonly sent: number
  readonly fault: UploadFault | null
}

export interface Place {
  readonly subjectId: string
  readonly aboutId?: string | undefined
}

const faultOf = (file: File): UploadFault | null => (file.size === 0 ? 'empty' : file.size > mostDocumentBytes ? 'too_large' : null)

/** Sends files one after the other, so that each is told how far it is; what is refused stays, with why. */
export const useUploads = ({ subjectId, aboutId }: Place) => {
  const client = useQueryClient()
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const waiting = useRef<readonly Upload[]>([])
  const sending = useRef(false)
  const stops = useRef(new Map<string, AbortController>())
  const change = (key: string, what: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...what } : one)))
  const drop = (key: string) => setUploads((all) => all.filter((one) => one.key !== key))

  const sendOne = async ({ key, file, replaces }: Upload) => {
    const stop = new AbortController()
    stops.current.set(key, stop)
    change(key, { state: 'sending' })
    const onProgress = (sent: number) => change(key, { sent })
    const options = { file, signal: stop.signal, idempotencyKey: key, onProgress }
    const place = { subject_id: subjectId, ...(aboutId !== undefined && { about_id: aboutId }) }
    try {
      if (replaces) await call(documentOperations.addVersion, { id: replaces.id }, options)
      else await call(documentOperations.attachDocument, place, options)
      await refreshObjects(client, ['document'])
      drop(key)
    } catch (error) {
      if (stop.signal.aborted) return
      const problem = error instanceof ApiProblem ? error : new ApiProblem({ status: 0, code: 'network' })
      change(key, { state: 'refused', fault: problem })
    } finally {
      stops.current.delete(key)
    }
  }
  const sendAll = async () => {
    if (sending.current) return
    sending.current = true
    for (;;) {
      const [next, ...rest] = waiting.current
      if (!next) break
      waiting.current = rest
      await sendOne(next)
    }
    sending.current = false
  }
  const enqueue = (added: readonly Upload[]) => {
    waiting.current = [...waiting.current, ...added.filter(({ fault }) => fault === null)]
    void sendAll()
  }

  const add = (files: Iterable<File>, replaces: Upload['replaces'] = null) => {
    const added = Array.from(files, (file): Upload => {
      const fault = faultOf(file)
      return { key: randomKey(), file, replaces, state: fault === null ? 'waiting' : 'refused', sent: 0, fault }
    })
    setUploads((all) => [...all, ...added])
    enqueue(added)
  }
  const retry = (key: string) => {
    const again = uploads.find((one) => one.key === key)
    if (!again) return
    change(key, { state: 'waiting', sent: 0, fault: null })
    enqueue([{ ...again, state: 'waiting', sent: 0, fault: null }])
  }
  const remove = (key: string) => {
    waiting.current = waiting.current.filter((one) => one.key !== key)
    stops.current.get(key)?.abort()
    drop(key)
  }
  return { uploads, add, retry, remove }
}

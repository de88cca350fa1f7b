import type { Readable } from 'node:stream'

/** What an operation with `answer: 'file'` returns: bytes with their kind, shown or downloaded. */
export interface FileAnswer {
  readonly mediaType: string
  readonly content: Readable | Buffer
  /** The name under which it is saved; shown in the browser when absent. */
  readonly downloadAs?: string
  /** The name of what somebody else made and the browser shows: in a sandbox, where nothing of it runs. */
  readonly showAs?: string
  /** The bytes at this address never change: browsers may keep them for good. */
  readonly immutable?: boolean
}

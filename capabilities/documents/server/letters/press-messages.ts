import type { LetterToDraw } from './drawing/frame.ts'

/** One PDF to be written: where, and what it says of itself. */
export interface PrintTask {
  /** Absolute. The file is whole when it stands there. */
  readonly path: string
  readonly title: string
  /** Day that the file bears as its date: the same letters always give the same bytes. */
  readonly day: string
  readonly language?: string
}

/** A printed file. */
export interface Printed {
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

export type ToPress =
  | { readonly kind: 'print'; readonly task: PrintTask }
  | { readonly kind: 'letters'; readonly letters: readonly LetterToDraw[] }

export type FromPress =
  | { readonly kind: 'more' }
  | { readonly kind: 'drawn'; readonly drawn: number }
  | { readonly kind: 'done'; readonly printed: Printed }
  | { readonly kind: 'fault'; readonly message: string; readonly stack: string }

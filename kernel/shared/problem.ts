import { z } from 'zod'

/** One refused field of an input. `path` is dotted, `code` stable, `message` in the reader's language. */
export const fieldError = z.object({ path: z.string(), code: z.string(), message: z.string() })

/** RFC 9457 problem details, the one shape of every error answer (`application/problem+json`). */
export const problemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    errors: z.array(fieldError),
    request_id: z.string(),
    /** The record as it stands now, on a version conflict (409). */
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem' })

export type FieldError = z.infer<typeof fieldError>
export type ProblemDetails = z.infer<typeof problemDetails>

/** A sentence in the source language with its values, said in the reader's language at the door. */
export interface Sentence {
  readonly id: string
  readonly message: string
  readonly values?: Readonly<Record<string, string | number>>
}

export interface ProblemExtra {
  readonly current?: unknown
  readonly retryAfterSeconds?: number
  readonly keep?: boolean
}

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 431 | 500 | 503

/**
 * A refusal that a verb throws and the door turns into a problem answer. `code` is stable (`contact.has_policy`);
 * `sentence` is what the person reads; `errors` name the fields.
 */
export class Problem extends Error {
  readonly status: ProblemStatus
  readonly code: string
  readonly sentence: Sentence
  readonly errors: ReadonlyArray<{ path: string; code: string; sentence: Sentence }>
  /** `current`: the record as it stands, on a conflict; `keep`: commit what was written before the refusal. */
  readonly extra: ProblemExtra

  constructor(
    status: ProblemStatus,
    code: string,
    sentence: Sentence,
    errors: ReadonlyArray<{ path: string; code: string; sentence: Sentence }> = [],
    extra: ProblemExtra = {},
  ) {
    super(`${code}: ${sentence.message}`)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.sentence = sentence
    this.errors = errors
    this.extra = extra
  }
}

/** A business rule said no (422), on one field when `path` is given. */
export const refuse = (code: string, sentence: Sentence, path?: string): Problem =>
  new Problem(422, code, sentence, path === undefined ? [] : [{ path, code, sentence }])

import type { z } from 'zod'

/**
 * Who may call an operation: anybody, any signed-in person, or whoever holds a permission such as `contact.edit`
 * (object, then action; docs/decisions/0005-rights.md).
 */
export type Access = 'public' | 'signed-in' | `${string}.${string}`

/** What an operation sends back besides JSON: a stream of bytes, as a download or for display. */
export type Answer = 'json' | 'file' | 'events'

/**
 * One operation of the product: the only description from which the server's route, the OpenAPI document, the web
 * client's types, the audit entry and the generated rights test are made.
 */
export interface Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  /** Stable name in the trade's words, `object.verb`; also the audit name and the OpenAPI operationId. */
  readonly name: `${string}.${string}`
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Below `/api/v1`, with `:parameters`. Parameters are part of `input`. */
  readonly path: `/${string}`
  readonly access: Access
  /** One sentence for the API document. */
  readonly summary: string
  /** Path parameters, query and body in one object. */
  readonly input: I
  readonly output: O
  /** 200 unless said: 201 made, 202 accepted for later. */
  readonly status?: 200 | 201 | 202
  readonly answer?: Answer
  /** `multipart`: one file in the field `file`; the other fields are `input`. */
  readonly body?: 'json' | 'multipart'
  /** Bytes of the largest file of a multipart operation, when narrower than the general bound; more is refused as it arrives (413). */
  readonly mostFileBytes?: number
  /** A POST that only reads (a check, a preview): runs read-only and owes no journal entry. */
  readonly readOnly?: boolean
}

/** Declares an operation; the identity function, for its types. */
export const operation = <const I extends z.ZodType, const O extends z.ZodType>(spec: Operation<I, O>): Operation<I, O> => spec

/** What the verb receives: the validated input. */
export type ParsedOf<T> = T extends Operation<infer I> ? z.output<I> : never
/** What a caller sends. */
export type InputOf<T> = T extends Operation<infer I> ? z.input<I> : never
/** What the operation answers. Instants and days are strings on both sides, so nothing is converted on the way. */
export type OutputOf<T> = T extends Operation<z.ZodType, infer O> ? z.output<O> : never

/** True when the operation changes something and therefore owes the journal an entry. */
export const writes = (op: Operation): boolean => op.method !== 'GET' && !op.readOnly

/** The answer of an operation that has nothing to say but that it is done. */
export type Nothing = Record<string, never>

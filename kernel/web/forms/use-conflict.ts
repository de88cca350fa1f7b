import { useState } from 'react'
import { ApiProblem } from '#kernel/web/api.ts'
import { merged, type Changed } from './conflict.ts'

interface Versioned {
  readonly version: number
}

interface ConflictSpec<R extends Versioned | null, V extends object> {
  /** The record as its form was opened; null for one that is yet to be made. */
  readonly opened: R
  readonly valuesOf: (record: NonNullable<R>) => V
  readonly changed: Changed<V>
  /** Saves what `values` changes of `over`, at its version. */
  readonly save: (values: V, over: R, options?: { idempotencyKey: string }) => Promise<NonNullable<R>>
}

/** The record that the refusal brings along, as it stands now. */
const currentOf = (error: unknown): unknown => {
  const current = error instanceof ApiProblem && error.status === 409 ? error.current : null
  return typeof current === 'object' && current !== null && 'version' in current ? current : null
}

/**
 * Saving a record that others may change meanwhile: what they changed in other fields is kept and the save goes through; where both
 * changed the same field, the refusal stands and `theirs` is what they saved, for a `ConflictDialog`.
 */
export const useConflict = <R extends Versioned | null, V extends object>(spec: ConflictSpec<R, V>) => {
  const [base, setBase] = useState(spec.opened)
  const [theirs, setTheirs] = useState<NonNullable<R> | null>(null)
  const send = async (values: V, options: { idempotencyKey: string }): Promise<NonNullable<R>> => {
    try {
      return await spec.save(values, base, options)
    } catch (error) {
      const now = currentOf(error) as NonNullable<R> | null
      if (now === null || base === null) throw error
      const joined = merged({ base: spec.valuesOf(base), mine: values, theirs: spec.valuesOf(now) }, spec.changed)
      if (joined !== null) return spec.save(joined, now)
      setTheirs(now)
      throw error
    }
  }
  return {
    base,
    theirs,
    send,
    /** Begins again from a record: a save of one's own, or what others saved while nothing was typed. */
    rebase: (record: NonNullable<R>) => {
      setBase(record)
      setTheirs(null)
    },
    /** Back to the form, undecided. */
    leave: () => setTheirs(null),
  }
}

import { useCallback, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { keyOf } from '#kernel/web/query.ts'
import type { InputOf } from '#kernel/shared/contract.ts'
import { exchangeOperations, type ImportPreview, type ImportRun } from '../../contract.ts'
import { mappingOf, withField, type Match } from './mapping.ts'

type Changes = Omit<InputOf<typeof exchangeOperations.changeImport>, 'id' | 'mapping'> & { readonly mapping?: Match[] }
export type Settings = ImportPreview['settings']

/** The settings of an import as they are chosen, and how to change them. */
export interface SettingsHand {
  readonly settings: Settings
  readonly mapping: readonly Match[]
  readonly change: (changes: Changes) => void
  readonly fill: (column: number, field: string | null) => void
  /** True while a choice is on its way, or the file is read again under it. */
  readonly saving: boolean
  readonly problem: ApiProblem | null
}

/**
 * Every choice is kept at once, on the server: a reload, another tab or tomorrow finds it. What was chosen is on screen before the
 * answer; choices are sent one after the other.
 */
export const useSettings = (run: ImportRun, preview: ImportPreview, fresh: boolean): SettingsHand => {
  const client = useQueryClient()
  const [own, setOwn] = useState<Changes>({})
  const [onTheWay, setOnTheWay] = useState(0)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const settled = onTheWay === 0 && fresh && run.state !== 'reading'
  // The answer has caught up with what was chosen.
  if (settled && Object.keys(own).length > 0) setOwn({})

  const { mapping: ownMapping, ...others } = own
  const mapping = ownMapping ?? mappingOf(preview.columns)
  const { id } = run
  const change = useCallback(
    (changes: Changes) => {
      setOwn((before) => ({ ...before, ...changes }))
      setOnTheWay((count) => count + 1)
      setProblem(null)
      line.current = line.current
        .then(() => call(exchangeOperations.changeImport, { id, ...changes }))
        .then(
          (answer) => client.setQueryData(keyOf(exchangeOperations.getImport, { id }), answer),
          (error: unknown) => {
            setOwn({})
            setProblem(error instanceof ApiProblem ? error : new ApiProblem({ status: 0, code: 'network' }))
            return client.invalidateQueries({ queryKey: keyOf(exchangeOperations.getImport, { id }) })
          },
        )
        .finally(() => setOnTheWay((count) => count - 1))
    },
    [client, id],
  )
  const fill = (column: number, field: string | null) => change({ mapping: [...withField(mapping, column, field)] })
  return {
    settings: { ...preview.settings, ...withoutAbsent(others) },
    mapping,
    change,
    fill,
    saving: onTheWay > 0 || run.state === 'reading',
    problem,
  }
}

const withoutAbsent = (changes: Omit<Changes, 'mapping'>): Partial<Settings> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))

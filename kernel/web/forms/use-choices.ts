import { useEffect, useState } from 'react'
import { fold } from '#kernel/shared/fold.ts'

/** One of many values: what is kept, what is read, and what tells it from its namesakes. */
export interface Choice {
  readonly value: string
  readonly label: string
  readonly detail?: string | undefined
}

/** Finds choices for a text, on the server. */
export type ChoiceSearch = (text: string, signal: AbortSignal) => Promise<readonly Choice[]>

/** Where choices come from: a whole list, or a search. */
export type ChoiceSource = { readonly options: readonly Choice[] } | { readonly search: ChoiceSearch }

const pauseMs = 160
const mostShown = 100

/** The choices whose words match a text, accents and case apart; those that begin with it first. */
export const choicesFor = (options: readonly Choice[], text: string): readonly Choice[] => {
  const wanted = fold(text)
  if (wanted === '') return options.slice(0, mostShown)
  const found = options
    .map((option) => ({ option, words: fold(`${option.label} ${option.value.length <= 6 ? option.value : ''}`) }))
    .filter(({ words }) => words.includes(wanted))
  const first = found.filter(({ words }) => words.startsWith(wanted))
  return [...first, ...found.filter(({ words }) => !words.startsWith(wanted))].map(({ option }) => option).slice(0, mostShown)
}

interface Found {
  readonly choices: readonly Choice[]
  readonly state: 'ready' | 'waiting' | 'failed'
}

/** The choices for what is typed, while `open`; a search waits for a pause in typing and drops the one before. */
export const useChoices = (source: ChoiceSource, text: string, open: boolean): Found => {
  const [asked, setAsked] = useState<Found & { text: string | null }>({ choices: [], state: 'waiting', text: null })
  const search = 'search' in source ? source.search : null
  useEffect(() => {
    if (!search || !open) return undefined
    const stop = new AbortController()
    const timer = setTimeout(
      () =>
        void search(text, stop.signal).then(
          (choices) => stop.signal.aborted || setAsked({ choices, state: 'ready', text }),
          () => stop.signal.aborted || setAsked({ choices: [], state: 'failed', text }),
        ),
      text === '' ? 0 : pauseMs,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [search, text, open])
  if ('options' in source) return { choices: open ? choicesFor(source.options, text) : [], state: 'ready' }
  // What was found for the text before stays in sight until the next answer.
  return asked.text === text ? asked : { choices: asked.choices, state: 'waiting' }
}

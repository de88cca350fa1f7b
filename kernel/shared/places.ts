import { fold } from '#kernel/shared/fold.ts'

/** Between the folded names of a commune, none of which can hold it. */
export const nameSeparator = '|'

/**
 * Wilayas and communes as the reading process gets them: plain data; `folded` holds all names and other names, those of a commune each
 * apart, for it is found by a whole name only.
 */
export interface PlacesFrame {
  readonly wilayas: readonly { readonly code: string; readonly names: readonly string[]; readonly folded: string }[]
  readonly communes: readonly {
    readonly code: string
    readonly wilaya: string
    readonly names: readonly string[]
    readonly folded: string
  }[]
}

export interface Place {
  readonly wilaya: string
  readonly commune: string
}

/** Finds wilayas and communes by code or by name, French or Arabic. */
export interface Places {
  wilaya(text: string): string | null
  /** A commune of this wilaya; without one, a commune whose name no other bears. */
  commune(text: string, wilaya: string | null): Place | null
}

// `16`, `9`, `16 - Alger`.
const codeFirst = /^(\d{1,2})(?:\s*[-–:.]\s*\D.*)?$/
/** Names shorter than this are found whole only. */
const shortestPart = 4

/** Makes the places quick to find. */
export const openPlaces = (frame: PlacesFrame): Places => {
  const codes = new Set(frame.wilayas.map(({ code }) => code))
  const wilayas = new Map(frame.wilayas.flatMap(({ code, names }) => names.map((name) => [fold(name), code] as const)))
  const byCode = new Map(frame.communes.map((commune) => [commune.code, commune]))
  const communes = Map.groupBy(
    frame.communes.flatMap(({ code, wilaya, names, folded }) =>
      [...new Set([...names.map(fold), ...folded.split(nameSeparator)])].map((name) => ({ name, wilaya, commune: code })),
    ),
    ({ name }) => name,
  )
  // The same few hundred texts come back a million times.
  const known = new Map<string, string | null>()
  const findWilaya = (text: string): string | null => {
    const digits = codeFirst.exec(text.trim())?.[1]?.padStart(2, '0')
    if (digits !== undefined) return codes.has(digits) ? digits : null
    const folded = fold(text).replace(/^(?:wilaya (?:de |d )?|ولايه )/, '')
    const named = wilayas.get(folded)
    if (named !== undefined || folded.length < shortestPart) return named ?? null
    const holding = frame.wilayas.filter((wilaya) => ` ${wilaya.folded} `.includes(` ${folded} `))
    return holding.length === 1 ? (holding[0]?.code ?? null) : null
  }
  return {
    wilaya: (text) => {
      const before = known.get(text)
      if (before !== undefined) return before
      const found = findWilaya(text)
      known.set(text, found)
      return found
    },
    commune: (text, wilaya) => {
      const numbered = byCode.get(text.trim())
      if (numbered) return { commune: numbered.code, wilaya: numbered.wilaya }
      const named = communes.get(fold(text).replace(/^(?:commune (?:de |d )?|بلديه )/, '')) ?? []
      const [only, ...others] = wilaya === null ? named : named.filter((one) => one.wilaya === wilaya)
      return only && others.length === 0 ? { commune: only.commune, wilaya: only.wilaya } : null
    },
  }
}

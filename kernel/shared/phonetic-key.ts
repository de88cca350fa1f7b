import { nameSounds } from './name-sounds.ts'

// Names come back so often that their keys are kept; all are dropped at once when there are too many.
const kept = new Map<string, string>()
const mostKept = 20_000

const keyOf = (name: string): string => {
  const { sounds } = nameSounds(name)
  if (sounds === '') return ''
  const first = /^[aeiu.]/.test(sounds) ? 'A' : (/^[WY]/.exec(sounds)?.[0] ?? '')
  const ending = /[aeiu.]$/.test(sounds) && /[^aeiu.WY]/.test(sounds) ? sounds.slice(-1) : ''
  const last = ending === '' ? '' : ending === 'u' ? 'U' : ending === 'i' || ending === 'e' ? 'I' : 'A'
  const consonants = sounds.replace(/[aeiu.WY]+/g, '').replace(/(.)\1+/gsu, '$1')
  return first + consonants + last
}

/**
 * The key under which a name is found in whatever spelling: Latin or Arabic, `Mohamed`, `Mouhammed`, `محمد`;
 * `Abdelkader`, `Abd El Kader`, `عبد القادر`; `Ben Ali`, `Benali`. First letter if a vowel, consonants, last vowel.
 * Made to find, not to decide: different names may share a key, as Hassan and Hocine do (`soundAlike` tells them apart).
 * Empty when the name has no letter.
 */
export const phoneticKey = (name: string): string => {
  const known = kept.get(name)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const key = keyOf(name)
  kept.set(name, key)
  return key
}

/** One key for a person, whichever of the two names was written first: to find those whose names were swapped. */
export const nameKey = (lastName: string, firstName: string): string =>
  [phoneticKey(lastName), phoneticKey(firstName)]
    .filter((key) => key !== '')
    .sort()
    .join(' ')

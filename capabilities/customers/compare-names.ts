import { editDistance } from '#kernel/shared/edit-distance.ts'
import { fold, foldedWords } from '#kernel/shared/fold.ts'
import { phoneticKey } from '#kernel/shared/phonetic-key.ts'
import { soundAlike } from '#kernel/shared/sound-alike.ts'

type Text = string | null | undefined

/** The names of a person, as contacts bear them. */
export interface PersonNames {
  readonly last_name?: Text
  readonly first_name?: Text
  readonly maiden_name?: Text
  /** Whole name in Arabic letters, in either order. */
  readonly name_ar?: Text
}

/** How near two single names are; `unknown` when one is missing. */
export type NameLikeness = 'same' | 'alike' | 'part' | 'near' | 'different' | 'unknown'

const particles = new Set([
  'ben',
  'bel',
  'el',
  'al',
  'ait',
  'ould',
  'bou',
  'abd',
  'si',
  'sidi',
  'hadj',
  'بن',
  'ال',
  'ايت',
  'ولد',
  'بو',
  'عبد',
])

const meaningful = (name: string): string[] => foldedWords(name).filter((word) => word.length > 2 && !particles.has(word))

/** A slip of the hand: one letter in a name of five, two in one of nine. A last vowel is none: it makes Amina of Amine. */
const isSlip = (one: string, other: string): boolean => {
  const [a, b] = [fold(one).replaceAll(' ', ''), fold(other).replaceAll(' ', '')]
  const length = Math.min(a.length, b.length)
  const most = length >= 9 ? 2 : length >= 5 ? 1 : 0
  if (most === 0 || a.replace(/[aeiouyهاي]$/, '') === b.replace(/[aeiouyهاي]$/, '')) return false
  return /[AIU]$/.exec(phoneticKey(one))?.[0] === /[AIU]$/.exec(phoneticKey(other))?.[0] && editDistance(a, b, most) <= most
}

/** How near two last names, or two first names, are. */
export const compareNames = (one: Text, other: Text): NameLikeness => {
  const [a, b] = [one ?? '', other ?? '']
  const [foldedA, foldedB] = [fold(a).replaceAll(' ', ''), fold(b).replaceAll(' ', '')]
  if (foldedA === '' || foldedB === '') return 'unknown'
  if (foldedA === foldedB) return 'same'
  if (soundAlike(a, b)) return 'alike'
  const [shorter = [], longer = []] = [meaningful(a), meaningful(b)].sort((x, y) => x.length - y.length)
  if (shorter.length > 0 && shorter.length < longer.length && shorter.every((word) => longer.some((same) => soundAlike(word, same))))
    return 'part'
  return isSlip(a, b) ? 'near' : 'different'
}

/** What the names of two persons say: `family` when only the last names agree, `unknown` when too little is written. */
export type PersonLikeness = 'same' | 'alike' | 'swapped' | 'maiden' | 'part' | 'near' | 'family' | 'different' | 'unknown'

const agree = (likeness: NameLikeness): boolean => likeness === 'same' || likeness === 'alike'
const partly = (likeness: NameLikeness): boolean => likeness === 'part' || likeness === 'near'

const wholeName = ({ last_name, first_name }: PersonNames): string => [last_name, first_name].filter(Boolean).join(' ')

/** Whether the Arabic name of one is the written name of the other, or both Arabic names are one, in either order. */
const arabicAgrees = (one: PersonNames, other: PersonNames): boolean => {
  if (!one.name_ar) return false
  if (other.name_ar && soundAlike(one.name_ar, other.name_ar)) return true
  const both = other.last_name && other.first_name
  return (
    Boolean(both) &&
    (soundAlike(one.name_ar, wholeName(other)) || soundAlike(one.name_ar, `${other.first_name ?? ''} ${other.last_name ?? ''}`))
  )
}

/** Compares two persons by all the names that are written. */
export const comparePersons = (one: PersonNames, other: PersonNames): PersonLikeness => {
  const last = compareNames(one.last_name, other.last_name)
  const first = compareNames(one.first_name, other.first_name)
  if (last === 'same' && first === 'same') return 'same'
  if (agree(last) && agree(first)) return 'alike'
  if (arabicAgrees(one, other) || arabicAgrees(other, one)) return 'alike'
  if (agree(compareNames(one.last_name, other.first_name)) && agree(compareNames(one.first_name, other.last_name))) return 'swapped'
  // The whole name in one field.
  if ((!one.first_name || !other.first_name) && agree(compareNames(wholeName(one), wholeName(other)))) {
    return one.first_name || other.first_name ? 'alike' : 'unknown'
  }
  const maiden = [compareNames(one.maiden_name, other.last_name), compareNames(one.last_name, other.maiden_name)]
  if (agree(first) && maiden.some(agree)) return 'maiden'
  if ((agree(last) && partly(first)) || (agree(first) && partly(last))) return last === 'near' || first === 'near' ? 'near' : 'part'
  if (last === 'unknown' || first === 'unknown') return last === 'different' || first === 'different' ? 'different' : 'unknown'
  return agree(last) ? 'family' : 'different'
}

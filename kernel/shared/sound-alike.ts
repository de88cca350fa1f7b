import { nameSounds, type NameSounds } from './name-sounds.ts'
import { phoneticKey } from './phonetic-key.ts'

interface Syllables {
  readonly consonants: string
  /** The vowels before, between and after the consonants. */
  readonly vowels: readonly string[]
}

const syllablesOf = ({ sounds, arabic }: NameSounds): Syllables => {
  // The glides are vowels here; what Latin doubles, Arabic does not write.
  const spoken = sounds.replaceAll('W', 'u').replaceAll('Y', 'i')
  const parts = (arabic ? spoken : spoken.replace(/([B-Z])\1+/g, '$1')).split(/([^aeiu.])/)
  return { consonants: parts.filter((_, at) => at % 2 === 1).join(''), vowels: parts.filter((_, at) => at % 2 === 0) }
}

const sameVowel = (one: string, other: string): boolean =>
  one === other || (one === 'e' && 'ai'.includes(other)) || (other === 'e' && 'ai'.includes(one))

/** The vowels of `longer` that stand for none of `shorter`, or null when one of `shorter` has no counterpart. */
const leftOver = (shorter: string, longer: string): string | null => {
  let left = ''
  let at = 0
  for (const vowel of longer) {
    const wanted = shorter.charAt(at)
    if (wanted !== '' && sameVowel(vowel, wanted)) at += 1
    else left += vowel
  }
  return at === shorter.length ? left : null
}

/** Where a group of vowels stands: `closing` when it is the one before a last consonant, `afterLong` when an ا stands before it. */
interface Place {
  readonly closing: boolean
  readonly afterLong: boolean
}

/** Whether two groups of vowels can be one. A point, the Arabic letter of any vowel, may be nothing or anything. */
const agree = (one: string, other: string, arabicOne: boolean, arabicOther: boolean, place: Place): boolean => {
  if (one.length > other.length) return agree(other, one, arabicOther, arabicOne, place)
  const [shorter, longer] = [one.replaceAll('.', ''), other.replaceAll('.', '')]
  const left = shorter.length <= longer.length ? leftOver(shorter, longer) : leftOver(longer, shorter)
  if (left === null) return false
  if (/^[ae]*$/.test(left) || one.includes('.') || other.includes('.')) return true
  // Arabic leaves short vowels out, Latin now and then a whole group; but a u or i that closes a name is long and written, save after an ا (القادر).
  if (arabicOther || (place.closing && !(arabicOne && place.afterLong && left === 'i'))) return false
  return arabicOne || shorter === ''
}

/**
 * Whether two writings can be those of one name: the same consonants, and vowels that spelling exchanges (`Mohamed`,
 * `Mouhammad`, `محمد`; `Rachid`, `Rachide`). Hassan and Hocine, Amine and Amina, Omar and Amar can't.
 */
export const soundAlike = (one: string, other: string): boolean => {
  const key = phoneticKey(one)
  if (key === '' || key !== phoneticKey(other)) return false
  const [soundsOne, soundsOther] = [nameSounds(one), nameSounds(other)]
  const [a, b] = [syllablesOf(soundsOne), syllablesOf(soundsOther)]
  if (a.consonants !== b.consonants) return false
  const last = a.vowels.length - 1
  const closed = a.vowels[last] === ''
  return a.vowels.every((vowels, at) => {
    // The end is settled by the key: a last a, e or ah are one.
    if (at === last && last > 0) return true
    const before = soundsOne.arabic ? a.vowels[at - 1] : b.vowels[at - 1]
    const place = { closing: closed && at === last - 1, afterLong: before?.includes('a') ?? false }
    return agree(vowels, b.vowels[at] ?? '', soundsOne.arabic, soundsOther.arabic, place)
  })
}

const pairUp = (letters: string, sounds: string): Map<string, string> =>
  new Map(letters.split('').map((letter, at) => [letter, sounds.charAt(at)]))

const arabicLetters = pairUp('اعويبتثجحخدذرزسشصضطظغفقكلمنه', 'a.uiBTTJHXDDRZSCSDTDGFKKLMNH').set('ء', '')
const latinLetters = pairUp('aeiouywbcdfghjklmnpqrstvz', 'aeiuuiWBKDFKHJKLMNBKRSTFZ').set('x', 'KS')

// Several letters for one sound, the longest first; a look ahead decides c, g, y, w and «ou».
const groups: readonly (readonly [RegExp, string])[] = [
  [/aou(?=[aeiy])/y, 'aW'],
  [/aou|ao|au/y, 'u'],
  [/a[iy](?![aeou])/y, 'ai'],
  [/ch/y, 'C'],
  [/ck/y, 'K'],
  [/c(?=[eiy])/y, 'S'],
  [/dj/y, 'J'],
  [/dh/y, 'D'],
  [/e[iy](?![aeou])/y, 'ai'],
  [/ee/y, 'i'],
  [/eu/y, 'e'],
  [/gh/y, 'G'],
  [/gu(?=[eiy])/y, 'K'],
  [/g(?=[eiy])/y, 'J'],
  [/kh/y, 'X'],
  [/ou(?=[aeiy])/y, 'W'],
  [/o[uo]/y, 'u'],
  [/ph/y, 'F'],
  [/qu(?=[eia])/y, 'K'],
  [/sh/y, 'C'],
  [/tch/y, 'C'],
  [/th/y, 'T'],
  [/w(?![aeiouy])/y, 'u'],
  [/y(?=[aeou])/y, 'Y'],
]
const groupsFrom = (letter: string) => groups.filter(([form]) => form.source.startsWith(letter))
const latinGroups = new Map('acdegkopqstwy'.split('').map((letter) => [letter, groupsFrom(letter)]))

/** The sounds of one folded word in Latin letters, in the alphabet of `NameSounds`. */
export const latinSounds = (word: string): string => {
  // A last e after a consonant is silent; «ou» before a consonant is a vowel, save in Ould; a first i before a vowel is a y.
  const text = word
    .replace(/yy+/g, 'y')
    .replace(/^i(?=[aeou])/, 'y')
    .replace(/(?<=.[^aeiouy]|i)e$/, '')
  const ould = text.startsWith('ould')
  let sounds = ould ? 'W' : ''
  for (let at = ould ? 2 : 0; at < text.length;) {
    const letter = text.charAt(at)
    let length = 1
    let sound = latinLetters.get(letter) ?? letter
    for (const [form, written] of latinGroups.get(letter) ?? []) {
      form.lastIndex = at
      const found = form.exec(text)
      if (!found) continue
      length = found[0].length
      sound = written
      break
    }
    sounds += sound
    at += length
  }
  // A last h is not heard: Salah, Saleh and Sala end alike.
  return sounds.replace(/([B-Z])\1+/g, '$1').replace(/[aeiu]+H$/, 'a')
}

/** The sounds of one folded word in Arabic letters; `lastIsTied` when it was written with ة, heard as t after ا. */
export const arabicSounds = (word: string, lastIsTied: boolean): string => {
  let sounds = ''
  for (const letter of word) sounds += arabicLetters.get(letter) ?? letter
  if (lastIsTied && sounds.endsWith('aH')) sounds = sounds.replace(/H$/, 'T')
  return sounds
    .replace(/^u/, 'W')
    .replace(/^i/, 'Y')
    .replace(/^a/, '.')
    .replace(/(?<=[aiu])\.$/, '')
    .replace(/\.$/, 'a')
    .replace(/[aiu]?H$/, 'a')
    .replace(/uu|ii/g, (twice) => twice.charAt(0))
}

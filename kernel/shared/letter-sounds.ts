const arabicLetters: ReadonlyMap<string, string> = new Map(
  [
    'ءـ',
    'اa',
    'ع.',
    'وu',
    'يi',
    'بB',
    'تT',
    'ثT',
    'جJ',
    'حH',
    'خX',
    'دD',
    'ذD',
    'رR',
    'زZ',
    'سS',
    'شC',
    'صS',
    'ضD',
    'طT',
    'ظD',
    'غG',
    'فF',
    'قK',
  ]
    .concat(['كK', 'لL', 'مM', 'نN', 'هH'])
    .map((pair) => [pair.charAt(0), pair.charAt(1) === 'ـ' ? '' : pair.charAt(1)]),
)

const latinLetters: ReadonlyMap<string, string> = new Map(
  [
    'aa',
    'ee',
    'ii',
    'ou',
    'uu',
    'yi',
    'wW',
    'bB',
    'cK',
    'dD',
    'fF',
    'gK',
    'hH',
    'jJ',
    'kK',
    'lL',
    'mM',
    'nN',
    'pB',
    'qK',
    'rR',
    'sS',
    'tT',
    'vF',
    'xKS',
    'zZ',
  ].map((pair) => [pair.charAt(0), pair.slice(1)]),
)

// Several letters for one sound, the longest first, by their first letter; a look ahead decides c, g, y, w and «ou».
const latinGroups: ReadonlyMap<string, readonly (readonly [RegExp, string])[]> = new Map([
  [
    'a',
    [
      [/aou(?=[aeiy])/y, 'aW'],
      [/(?:aou|ao|au)/y, 'u'],
      [/a[iy](?![aeou])/y, 'ai'],
    ],
  ],
  [
    'c',
    [
      [/ch/y, 'C'],
      [/ck/y, 'K'],
      [/c(?=[eiy])/y, 'S'],
    ],
  ],
  [
    'd',
    [
      [/dj/y, 'J'],
      [/dh/y, 'D'],
    ],
  ],
  [
    'e',
    [
      [/e[iy](?![aeou])/y, 'ai'],
      [/ee/y, 'i'],
      [/eu/y, 'e'],
    ],
  ],
  [
    'g',
    [
      [/gh/y, 'G'],
      [/gu(?=[eiy])/y, 'K'],
      [/g(?=[eiy])/y, 'J'],
    ],
  ],
  ['k', [[/kh/y, 'X']]],
  [
    'o',
    [
      [/ou(?=[aeiy])/y, 'W'],
      [/o[uo]/y, 'u'],
    ],
  ],
  ['p', [[/ph/y, 'F']]],
  ['q', [[/qu(?=[eia])/y, 'K']]],
  ['s', [[/sh/y, 'C']]],
  [
    't',
    [
      [/tch/y, 'C'],
      [/th/y, 'T'],
    ],
  ],
  ['w', [[/w(?![aeiouy])/y, 'u']]],
  ['y', [[/y(?=[aeou])/y, 'Y']]],
])

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

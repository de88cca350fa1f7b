import { fold } from './fold.ts'
import { arabicSounds, latinSounds } from './letter-sounds.ts'
import { nameWords } from './name-words.ts'

/**
 * How a name sounds, letter by letter: capitals are consonants (X kh خ, C ch ش, G gh غ), small letters vowels, a point
 * a vowel that Arabic does not tell (ا or ع), W and Y the glides.
 */
export interface NameSounds {
  readonly sounds: string
  /** True when a word was Arabic, where short vowels are not written. */
  readonly arabic: boolean
}

const isArabic = (word: string): boolean => /[\u0621-\u064a]/.test(word)
const latinArticles = new Set(['el', 'al', 'l'])
const sunArticles = /^e(?:d|r|s|z|t|n|ch|dd|rr|ss|zz|tt|nn)$/
const sun = /^[SZTDRNCL]/
const sons = new Set(['ben', 'bin', 'ibn', 'بن', 'ابن'])
const fathers = new Set(['abou', 'abu', 'abi', 'aba', 'ابو', 'ابي', 'ابا'])

interface Word {
  readonly text: string
  readonly article: boolean
  readonly arabic: boolean
  /** The word ended in ة, which folding makes ه. */
  readonly tied: boolean
}

/** The words of a name, folded, with their articles taken off and compounds parted where spelling varies. */
const wordsOf = (name: string): Word[] => {
  const raw = name.replace(/[çÇ]/g, 's').split(/[^\p{L}\p{M}\p{N}]+/u)
  const texts: { text: string; raw: string }[] = raw.flatMap((part) => {
    const folded = fold(part)
    const known = nameWords.get(folded)
    // A last ى sounds as ا; folding made it ي.
    const text = known ?? (part.endsWith('ى') ? folded.replace(/ي$/, 'ا') : folded)
    return text.split(' ').map((word) => ({ text: word, raw: known === undefined ? part : word }))
  })
  const words: Word[] = []
  let article = false
  const add = (text: string, tied = false) => {
    words.push({ text, article, arabic: isArabic(text), tied })
    article = false
  }
  texts
    .filter(({ text }) => text !== '')
    .forEach(({ text, raw: written }, at, all) => {
      const last = at === all.length - 1
      const next = all[at + 1]?.text ?? ''
      if (!last && (latinArticles.has(text) || text === 'ال')) article = true
      else if (!last && sunArticles.test(text) && next.startsWith(text.slice(1, 2))) article = false
      else if (!last && fathers.has(text)) add('bou')
      else if (!last && sons.has(text)) add('ben')
      else addWord(text, written)
    })
  return words

  function addWord(text: string, written: string): void {
    const rest = text
      .replace(/^abou(?=[^aeiouy]..)/, 'bou')
      .replace(/^ابو(?=...)/, 'بو')
      .replace(/^abd(?:ou|[aou])(?=([a-z])\1)/, 'abde')
    const servant = /^(?:abd[aeou]{1,2}l|عبدال)(.*)$/.exec(rest)
    const faith = /^(.{3,}?)[eai]?dd?ine?$/.exec(rest)
    if (servant) {
      add('abd')
      article = true
      if (servant[1] !== undefined && servant[1] !== '') add(servant[1], written.endsWith('ة'))
    } else if (faith?.[1] !== undefined) {
      add(faith[1])
      add('din')
    } else if (/^e?dd?ine?$/.test(rest)) add('din')
    else if (/^el...+/.test(rest)) {
      article = true
      add(rest.slice(2))
    } else if (/^ال../.test(rest) && !/^[إأ]/.test(written)) {
      article = true
      add(rest.slice(2), written.endsWith('ة'))
    } else add(rest, written.endsWith('ة'))
  }
}

/** The sounds of a name, its words run together: spacing, articles and their assimilation do not matter. */
export const nameSounds = (name: string): NameSounds => {
  const words = wordsOf(name)
  let sounds = ''
  words.forEach((word, at) => {
    const own = word.arabic ? arabicSounds(word.text, word.tied) : latinSounds(word.text)
    const takesArticle = word.article && (at === 0 ? /^[aeiu.]/.test(own) : !sun.test(own))
    // Ben El Hadj is said Belhadj.
    if (takesArticle && words[at - 1]?.text === 'ben') sounds = sounds.replace(/N$/, '')
    sounds += (takesArticle ? 'L' : '') + own
  })
  return { sounds, arabic: words.some((word) => word.arabic) }
}

import { fold, foldedWords } from '#kernel/shared/fold.ts'
import { phoneticKey } from '#kernel/shared/phonetic-key.ts'

/** Words that say what a company is, not which: legal forms and their like, folded. */
const formWords = new Set(
  (
    'sarl eurl spa snc scs sa sas epe epic ets etab etablissement etablissements ste societe soc entreprise sn ' +
    'de du des la le les l d et and and co cie compagnie شركه مءسسه موسسه ذمم شذمم ذات المسووليه المحدوده'
  ).split(' '),
)

/** Initials written apart (`S.A.R.L`) are one word. */
const joinedInitials = (folded: string): string => folded.replace(/(?<!\S)\S(?: \S)+(?!\S)/gu, (initials) => initials.replaceAll(' ', ''))

/** Particles of family names run into the name they open: `Ben Ali` is one word. */
const joinedParticles = (folded: string): string => folded.replace(/(?<!\S)(ben|bel|ait|ould|bou|بن|ايت|ولد|بو) (?=\S)/gu, '$1')

/** The words by which a company is known, folded, without its legal form; all its words when nothing else is left. */
export const companyWords = (name: string): string[] => {
  const words = joinedParticles(joinedInitials(fold(name)))
    .split(' ')
    .filter((word) => word !== '')
  const known = words.filter((word) => !formWords.has(word))
  return known.length > 0 ? known : words
}

const wordKey = (word: string): string => (/\d/.test(word) ? word : phoneticKey(word.replace(/(?<=....)s$/, '')) || word)

/**
 * The key under which a company is found whatever the order of its words, its legal form and its spelling: `SARL
 * Transports Benali`, `BENALI Transport S.A.R.L`. Empty when the name has no letter.
 */
export const companyKey = (name: string): string => [...new Set(companyWords(name).map(wordKey))].sort().join(' ')

/** How near two company names are: `same` words, `alike` by key, `part` when the words of one are among the other's, or `different`. */
export const compareCompanies = (one: string, other: string): 'same' | 'alike' | 'part' | 'different' => {
  const [a, b] = [companyWords(one), companyWords(other)]
  if (a.length === 0 || b.length === 0) return 'different'
  if (a.join('') === b.join('')) return 'same'
  if (companyKey(one) === companyKey(other)) return 'alike'
  const [shorter, longer] = [a, b].map((words) => new Set(words.map(wordKey))).sort((x, y) => x.size - y.size)
  return shorter && longer && shorter.size > 1 && [...shorter].every((word) => longer.has(word)) ? 'part' : 'different'
}

/** True when a text is nothing but a legal form, as an import may find in the wrong column. */
export const isLegalForm = (text: string): boolean => {
  const words = foldedWords(joinedInitials(fold(text)))
  return words.length > 0 && words.every((word) => formWords.has(word))
}

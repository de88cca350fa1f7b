import { headerTokens, normaliseHeader } from './header-words.ts'

/** True when two words differ by one letter added, dropped, changed or swapped with its neighbour. */
const differByOne = (a: string, b: string): boolean => {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let [endA, endB] = [a.length, b.length]
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1]
  const [left, right] = [endA - start, endB - start]
  return (left <= 1 && right <= 1) || (left === 2 && right === 2 && a[start] === b[start + 1] && a[start + 1] === b[start])
}

/** Words that stand in the names of many fields: alone they make no likeness. */
const generic = new Set([
  'date',
  'dat',
  'code',
  'numero',
  'num',
  'nom',
  'name',
  'type',
  'id',
  'client',
  'contact',
  'customer',
  'valeur',
  'value',
  'تاريخ',
  'رقم',
  'اسم',
])
const weightOf = (word: string): number => (generic.has(word) ? 0.4 : /^\d+$/.test(word) ? 0.2 : 1)
const weigh = (words: Iterable<string>): number => Array.from(words, weightOf).reduce((sum, weight) => sum + weight, 0)

/** How alike the word of a header is to one of a name: the same, shortened (`tél` for `téléphone`), a slip, or not at all. */
const wordLikeness = (word: string, wanted: string): number => {
  if (word === wanted) return 1
  if (/\d/.test(word + wanted)) return 0
  if (word.length >= 3 && wanted.startsWith(word)) return 0.8
  return Math.min(word.length, wanted.length) >= 5 && differByOne(word, wanted) ? 0.8 : 0
}

/**
 * How much a header says the same as a name, from 0 to 1: words compared one by one whatever their order. Words on
 * either side without partner weigh against it.
 */
export const headerSimilarity = (header: string, name: string): number => {
  const [normal, wanted] = [normaliseHeader(header), normaliseHeader(name)]
  if (normal === '' || wanted === '') return 0
  if (normal === wanted || normal.replaceAll(' ', '') === wanted.replaceAll(' ', '')) return 1
  const words = headerTokens(header)
  const left = new Set(headerTokens(name))
  const total = weigh(words) + weigh(left)
  let common = 0
  for (const word of words) {
    let [best, likeness] = ['', 0]
    for (const other of left) {
      const alike = wordLikeness(word, other)
      if (alike > likeness) [best, likeness] = [other, alike]
    }
    if (likeness === 0) continue
    left.delete(best)
    common += likeness * Math.min(weightOf(word), weightOf(best))
  }
  return Math.min(0.95, (2 * common) / total)
}

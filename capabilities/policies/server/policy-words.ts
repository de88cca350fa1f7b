import { fold } from '#kernel/shared/fold.ts'
import { searchDigits } from '#kernel/shared/phone.ts'
import { plateKey } from '#kernel/shared/plates.ts'

interface Named {
  readonly number: string
  readonly holder: string
  readonly objects: readonly { readonly label: string; readonly plate: string | null; readonly chassis: string | null }[]
}

/** A fleet has thousands of words: enough of its vehicles are found by plate, and all of them in its own list. */
const mostObjects = 400

/** Figures in the ways in which they are asked for: whole, as the search takes numbers, and from their end. */
const figures = (text: string): string[] => {
  const digits = text.replace(/\D/g, '')
  if (digits.length < 4) return []
  const asked = searchDigits(digits)
  return [digits, ...(asked === '' || asked === digits ? [] : [asked]), `~${[...digits].reverse().join('')}`]
}

/**
 * All by which a policy is found: its number, plates with and without dashes, chassis, the words of what it insures, its holder's name. The
 * same word is written once.
 */
export const policySearchText = ({ number, holder, objects }: Named): string => {
  const words = [
    ...fold(number).split(' '),
    ...figures(number),
    ...objects
      .slice(0, mostObjects)
      .flatMap(({ label, plate, chassis }) => [
        ...fold(plate ?? '').split(' '),
        fold(plateKey(plate) ?? ''),
        ...figures(plate ?? ''),
        fold(chassis ?? ''),
        ...fold(label).split(' '),
      ]),
    ...fold(holder).split(' '),
  ]
  return [...new Set(words.filter((word) => word !== ''))].join(' ')
}

/** What stands under the number where a policy is found: whose it is, what it insures. */
export const policySubtitle = (holder: string, insured: string | null): string =>
  [holder, insured].filter((part) => part !== null && part !== '').join(' · ')

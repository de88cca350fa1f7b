import { fold } from '#kernel/shared/fold.ts'
import { platesOf } from './cover-of.ts'

/** By which a claim is found: its number, and the plates of the vehicles opposite, as written and without signs. */
export const claimSearchText = (number: string, parties: ReadonlyArray<{ readonly plate?: string | null | undefined }>): string =>
  [fold(number), ...parties.map((party) => fold(party.plate ?? '')), ...platesOf(parties.map((party) => party.plate)).map(fold)]
    .filter((part) => part !== '')
    .join(' ')

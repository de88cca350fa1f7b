import type { z } from 'zod'
import type { Day } from '#kernel/shared/days.ts'

/** Letters are written in French or in Arabic; Arabic ones are laid out from right to left. */
export type LetterLanguage = 'fr' | 'ar'

/** Words that stand out, inside a text. */
export interface StrongWords {
  readonly strong: string
}

/** A text, or its pieces one behind the other: `['Le montant de ', { strong: '12 400,00 DA' }, ' reste dû.']`. */
export type LetterText = string | readonly (string | StrongWords)[]

/** One column of a table of a letter; `end` for amounts and counts. `share` of the width, 1 unless said. */
export interface LetterColumn {
  readonly label: string
  readonly align?: 'start' | 'end'
  readonly share?: number
}

/** Something in the body of a letter, one under the other. No layout here: how each looks is settled once, by documents. */
export type LetterBlock =
  /** Text over the whole width. `soft` for what matters less. */
  | { readonly kind: 'paragraph'; readonly text: LetterText; readonly soft?: boolean }
  | { readonly kind: 'heading'; readonly text: string }
  /** Points one under the other; `numbered` when their order matters. */
  | { readonly kind: 'points'; readonly items: readonly LetterText[]; readonly numbered?: boolean }
  /** Names and values: the policy, its object, its dates. Lines whose value is null are left out. */
  | {
      readonly kind: 'facts'
      readonly title?: string
      readonly rows: readonly { readonly label: string; readonly value: LetterText | null }[]
    }
  /** A table, with totals under it: the last of several totals is the strongest. */
  | {
      readonly kind: 'table'
      readonly title?: string
      readonly columns: readonly LetterColumn[]
      readonly rows: readonly (readonly string[])[]
      readonly totals?: readonly { readonly label: string; readonly value: string }[]
    }
  /** What must not be overlooked, in a frame: a delay, a consequence, the text of a law. */
  | { readonly kind: 'notice'; readonly title?: string; readonly text: LetterText }
  /** Who signs; `room` leaves the place of a stamp and a hand. */
  | { readonly kind: 'signature'; readonly function: string; readonly name?: string | null; readonly room?: boolean }
  /** A line to be cut and sent back, with what stands under it. */
  | { readonly kind: 'coupon'; readonly title: string; readonly rows: readonly { readonly label: string; readonly value: string | null }[] }

/** To whom a letter goes: name, then the lines of the address as they stand on an envelope. */
export interface LetterRecipient {
  readonly name: string
  readonly lines: readonly string[]
}

/** A letter as it is written, before anybody draws it. The head of the organization and of its agency are put above it. */
export interface Letter {
  readonly recipient: LetterRecipient
  /** Where it is written, «Alger»; the place of the agency unless said. */
  readonly place?: string
  readonly date: Day
  /** «Nos références»: what whoever answers should quote. */
  readonly references: readonly { readonly label: string; readonly value: string }[]
  /** How it is sent: «Lettre recommandée avec accusé de réception». */
  readonly delivery?: string
  readonly object: string
  readonly blocks: readonly LetterBlock[]
  /** Small, at the foot of the last page: the law, how data are used. */
  readonly footnote?: LetterText
}

/** What stands at the head and at the foot of every letter; frozen with each letter, so that none changes with the company. */
export interface LetterHead {
  readonly organization: {
    readonly name: string
    readonly address: string | null
    /** Name of the place in the language of the letter. */
    readonly town: string | null
    readonly phone: string | null
    readonly email: string | null
    readonly website: string | null
    readonly rc: string | null
    readonly nif: string | null
    /** File of the logo among those of the brand, or null. */
    readonly logo: string | null
    /** `#rrggbb`, readable on white. */
    readonly accent: string
  }
  /** The agency that writes; null when the company itself does. */
  readonly agency: {
    readonly number: string
    readonly name: string
    readonly address: string | null
    readonly town: string | null
    readonly phone: string | null
    readonly email: string | null
  } | null
}

/**
 * How one kind of letter is written. Pure: the same data and head give the same letter, today and in ten years. Whoever changes what
 * a template says adds one of the next `version` beside it: letters that were made keep theirs.
 */
export interface LetterTemplate<T extends z.ZodType = z.ZodType> {
  /** `policy.renewal_notice`: object, then the letter. */
  readonly key: `${string}.${string}`
  readonly version: number
  /** The kind under which the document is filed and shown: `renewal_notice`, `formal_notice`. */
  readonly kind: string
  /** Everything that is merged; kept as it is for good. */
  readonly data: T
  render(data: z.output<T>, language: LetterLanguage, head: LetterHead): Letter
}

/** Declares a template; the identity function, for its types. */
export const letterTemplate = <const T extends z.ZodType>(template: LetterTemplate<T>): LetterTemplate<T> => template

import { formatter } from '@lingui/format-po'

/** One text of a catalogue. */
interface Text {
  readonly message?: string
  readonly translation?: string
  readonly obsolete?: boolean
}

/** A catalogue by its text (PO), as the texts by identifier. */
export const readCatalogue = async (po: string, locale: string): Promise<Readonly<Record<string, Text>>> =>
  formatter({ lineNumbers: false }).parse(po, { locale, sourceLocale: 'fr', filename: `${locale}.po` })

/** The catalogues in which a text is missing, not translated, or lost or gained a placeholder; one line each. */
export const checkTexts = async (french: string, translations: Readonly<Record<string, string>>): Promise<string[]> => {
  const source = await readCatalogue(french, 'fr')
  const wanted = Object.entries(source).filter(([, text]) => text.obsolete !== true)
  const breaches: string[] = []
  for (const [locale, po] of Object.entries(translations)) {
    const catalogue = await readCatalogue(po, locale)
    for (const [id, text] of wanted) {
      const said = text.translation || text.message || id
      const translated = catalogue[id]?.translation ?? ''
      if (translated === '') breaches.push(`${locale}.po: «${said}» (${id}) is not translated`)
      else if (placeholdersOf(translated) !== placeholdersOf(said)) breaches.push(`${locale}.po: «${said}» (${id}): other placeholders`)
    }
  }
  return breaches
}

/** `{name}`, `{count, plural` and `<0>` of a text, each once, in one line; the word of a plural's branch (`=0 {Personne}`) is none. */
const placeholdersOf = (text: string): string =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:=\d+|\b(?:zero|one|two|few|many|other))\s)\{\s*(\w+)\s*(?=[},])|<\/?(\d+)\/?>/g)].map(
        (match) => match[1] ?? `<${match[2]}>`,
      ),
    ),
  ]
    .toSorted()
    .join(' ')

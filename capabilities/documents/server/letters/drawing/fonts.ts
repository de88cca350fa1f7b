import { fileURLToPath } from 'node:url'
import { create } from 'fontkit'
import type { PDFDocument } from 'pdfkit'
import { readFont } from './font-file.ts'

/** The families of letters: Latin, names from further away (Turkish, Polish, Kabyle), and Arabic. */
export type Family = 'latin' | 'further' | 'arabic'
export type Weight = 400 | 600
/** A family in a weight, the name under which a document knows it. */
export type Face = `${Family} ${Weight}`

const packages: Readonly<Record<Family, string>> = {
  latin: 'inter/files/inter-latin',
  further: 'inter/files/inter-latin-ext',
  arabic: 'ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic',
}
const families = Object.keys(packages) as Family[]

const pathOf = (family: Family, weight: Weight): string =>
  fileURLToPath(import.meta.resolve(`@fontsource/${packages[family]}-${weight}-normal.woff`))

const read = new Map<Face, Buffer>()

/** The bytes of a face, read when a letter first needs it. */
const bytesOf = (family: Family, weight: Weight): Buffer => {
  const face: Face = `${family} ${weight}`
  const known = read.get(face) ?? readFont(pathOf(family, weight))
  read.set(face, known)
  return known
}

/** Makes the types known to a document; only those that it uses go into it. */
export const registerFaces = (document: PDFDocument): void => {
  for (const family of families)
    for (const weight of [400, 600] as const) document.registerFont(`${family} ${weight}`, bytesOf(family, weight))
}

let coverage: ReadonlyMap<number, Family> | null = null

/** The family that draws a character, or null when none does. Figures and spaces are Latin in both languages. */
export const familyOf = (codePoint: number): Family | null => {
  coverage ??= new Map(
    families.toReversed().flatMap((family) => create(bytesOf(family, 400)).characterSet.map((character) => [character, family] as const)),
  )
  return coverage.get(codePoint) ?? null
}

/** Parts of an em above and below the line of writing, by which lines of every family stand alike. */
export const rise = 0.97
export const fall = 0.24

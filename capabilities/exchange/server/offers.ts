import type { Attachment, Capability } from '#kernel/server/capability.ts'
import type { Exportable } from '#kernel/server/exportable.ts'
import { isFileImport, type ImportKindOffer } from '#kernel/server/file-import.ts'
import type { ImportRelation } from '#kernel/server/importable.ts'
import { refuse } from '#kernel/shared/problem.ts'

/** What the capabilities of the program offer to import and export. */
export interface Offers {
  readonly importables: readonly ImportKindOffer[]
  readonly exportables: readonly Exportable[]
  /** Tables whose rows hang on records. */
  readonly attachments: readonly Attachment[]
}

export const offersOf = (capabilities: readonly Capability[]): Offers => ({
  importables: capabilities.flatMap((capability) => capability.importables ?? []),
  exportables: capabilities.flatMap((capability) => capability.exportables ?? []),
  attachments: capabilities.flatMap((capability) => capability.attachments ?? []),
})

/** The importable object of this name; a 422 for one that nobody offers. */
export const importableOf = (offers: Offers, object: string): ImportKindOffer => {
  const found = offers.importables.find((one) => one.object === object)
  if (found) return found
  const sentence = /*i18n*/ { id: 'exchange.unknown_object', message: 'Ce type de données ne s’importe pas.' }
  throw refuse('exchange.unknown_object', sentence, 'object')
}

/** The exportable object of this name; a 422 for one that nobody offers. */
export const exportableOf = (offers: Offers, object: string): Exportable => {
  const found = offers.exportables.find((one) => one.object === object)
  if (found) return found
  const sentence = /*i18n*/ { id: 'exchange.unknown_list', message: 'Cette liste ne s’exporte pas.' }
  throw refuse('exchange.unknown_list', sentence, 'object')
}

/** The relation that a field of the file names, with the ways in which it is looked up. */
export const relationOf = (offer: ImportKindOffer, field: string): ImportRelation | undefined => {
  if (!isFileImport(offer)) return offer.target.relations.find((relation) => relation.field === field)
  for (const filled of offer.fields.find(({ key }) => key === field)?.fills ?? []) {
    const [name, own] = filled.split('.')
    const found = offer.parts.find((part) => part.name === name)?.importable.target.relations.find((relation) => relation.field === own)
    if (found) return found
  }
  return undefined
}

/** The objects whose right to import an import of this needs: of a file of several kinds, each of them. */
export const permissionsOf = (offer: ImportKindOffer): string[] =>
  isFileImport(offer) ? offer.parts.map((part) => part.importable.permission) : [offer.permission]

/** The objects whose records an import of this makes, in the order of making. */
export const objectsOf = (offer: ImportKindOffer): string[] =>
  isFileImport(offer) ? offer.parts.map((part) => part.importable.object) : [offer.object]

import type { Capability } from '#kernel/server/capability.ts'
import type { Exportable } from '#kernel/server/exportable.ts'
import type { Importable } from '#kernel/server/importable.ts'
import { refuse } from '#kernel/shared/problem.ts'

/** What the capabilities of the program offer to import and export. */
export interface Offers {
  readonly importables: readonly Importable[]
  readonly exportables: readonly Exportable[]
  /** Tables and views with a `subject_id`, whose rows hang on records. */
  readonly attachments: readonly string[]
}

export const offersOf = (capabilities: readonly Capability[]): Offers => ({
  importables: capabilities.flatMap((capability) => capability.importables ?? []),
  exportables: capabilities.flatMap((capability) => capability.exportables ?? []),
  attachments: capabilities.flatMap((capability) => capability.attachments ?? []),
})

/** The importable object of this name; a 422 for one that nobody offers. */
export const importableOf = (offers: Offers, object: string): Importable => {
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

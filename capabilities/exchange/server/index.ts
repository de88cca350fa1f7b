import type { Capability } from '#kernel/server/capability.ts'
import type { Context } from '#kernel/server/context.ts'
import { implement, type Implementation } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import type { Operation, OutputOf, ParsedOf } from '#kernel/shared/contract.ts'
import { exchangeOperations as operations } from '../contract.ts'
import { beginImport, prepareBegin } from './begin-import.ts'
import { askExport, cancelExport, getExport, listExportObjects, listExports } from './export/ask-export.ts'
import { downloadExport, journalDownload } from './export/download-export.ts'
import { exportJobOf } from './export/run-export.ts'
import { cleanUp } from './clean-up.ts'
import { offersOf, type Offers } from './offers.ts'
import { previewImport } from './preview-import.ts'
import { getImport, listImportObjects, listImportRows, listImports } from './read-imports.ts'
import { rejectedFile } from './rejected-file.ts'
import { resumeWork, sweepWork } from './resume-work.ts'
import { importJobOf } from './run/run-import.ts'
import { fileNamer } from './file-namer.ts'
import { cancelImport, changeImport, checkImport, resumeImport, revertImport, startImport } from './steer-import.ts'
import './tables.ts'

const withServices = { prepare: async (services: Services): Promise<Services> => services }

/** Import and export of whatever `capabilities` offer; they are asked when the first call comes, so this one may be among them. */
export const exchangeServer = (capabilities: () => readonly Capability[]): Capability => {
  let known: Offers | null = null
  const offers = (): Offers => (known ??= offersOf(capabilities()))
  const offering = <O extends Operation>(
    operation: O,
    verb: (ctx: Context, input: ParsedOf<O>, offers: Offers) => Promise<OutputOf<O>>,
  ): Implementation => implement(operation, (ctx, input) => verb(ctx, input, offers()))
  return {
    name: 'exchange',
    implementations: [
      offering(operations.listImportObjects, listImportObjects),
      implement(operations.createImport, (ctx, input, services) => beginImport(ctx, input, offers(), services), { prepare: prepareBegin }),
      offering(operations.listImports, listImports),
      offering(operations.getImport, getImport),
      offering(operations.previewImport, previewImport),
      offering(operations.changeImport, changeImport),
      offering(operations.checkImport, checkImport),
      offering(operations.startImport, startImport),
      offering(operations.cancelImport, cancelImport),
      offering(operations.resumeImport, resumeImport),
      offering(operations.revertImport, revertImport),
      offering(operations.listImportRows, listImportRows),
      implement(operations.downloadRejected, (ctx, input, services) => rejectedFile(ctx, input, offers(), services), withServices),
      offering(operations.listExportObjects, listExportObjects),
      offering(operations.createExport, askExport),
      offering(operations.listExports, listExports),
      offering(operations.getExport, getExport),
      offering(operations.cancelExport, cancelExport),
      implement(operations.downloadExport, downloadExport, { prepare: journalDownload }),
    ],
    jobs: [importJobOf(offers), exportJobOf(offers), sweepWork, cleanUp],
    resume: resumeWork,
    namers: [fileNamer],
  }
}

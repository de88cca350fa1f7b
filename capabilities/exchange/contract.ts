import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { byId, id, instant, listOf, listQuery } from '#kernel/shared/paging.ts'

/** A value that a form sends as JSON text and a program as it is. */
const json = <const T extends z.ZodType>(schema: T) =>
  z.union([
    schema,
    z
      .string()
      .max(200_000)
      .transform((text, check): unknown => {
        try {
          return JSON.parse(text)
        } catch {
          check.issues.push({ code: 'custom', message: 'not JSON', input: text })
          return z.NEVER
        }
      })
      .pipe(schema),
  ])

/** Yes or no, as a form or a program says it. */
const flag = z.union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1')])

/** The largest file that is taken, in bytes. */
export const mostFileBytes = 512 * 1024 * 1024

export const importModes = ['create', 'update', 'upsert'] as const
export type ImportMode = (typeof importModes)[number]

/**
 * Which column fills which field: `[{ "column": 0, "field": "last_name" }]`, or by header `{ "Nom": "last_name" }`. A relation may say by
 * what it is looked up: `account.external_id`. Columns not named are left out.
 */
export const columnMatch = z.object({
  /** Rank of the column from 0, or its header. */
  column: z.union([z.int().min(0).max(20_000), z.string().max(1000)]),
  field: z.string().max(80),
})
const mappingInput = z.union([z.array(columnMatch).max(500), z.record(z.string().max(1000), z.string().max(1000).nullable())])
export type MappingInput = z.output<typeof mappingInput>

/** How the file is read, where a person knows better than the detection. */
const readingFields = {
  encoding: z.enum(['utf-8', 'windows-1252', 'windows-1256', 'utf-16le', 'utf-16be', 'macintosh', 'cp850']).nullable(),
  separator: z.string().length(1).nullable(),
  /** '' for a file without quotation marks. */
  quote: z.string().max(1).nullable(),
  sheet: z.string().max(100).nullable(),
  /** Line of the header; 0 for a file without one. */
  header_line: z.coerce.number<number | string>().int().min(0).max(1_048_576).nullable(),
  /** For columns of dates that do not tell it. */
  date_order: z.enum(['day-first', 'month-first']).nullable(),
  /** For columns of numbers that do not tell it. */
  decimal_mark: z.enum([',', '.']).nullable(),
} as const

const rowFields = {
  mode: z.enum(importModes),
  /** The key by which rows are recognised as records that exist; null to recognise none. */
  match_on: z.string().max(60).nullable(),
  /** What an empty cell does to a record that exists. */
  empty_cells: z.enum(['keep', 'clear']),
  /** What a cell that can't be read or related does: refuse its row, or stay empty. */
  bad_cells: z.enum(['reject', 'blank']),
  /** Where the records come from: external identifiers are unique within it. */
  source: z.string().trim().max(60).nullable(),
  agency_id: id.nullable(),
  owner_id: id.nullable(),
  role: z.enum(['administrator', 'supervisor', 'editor', 'user']).nullable(),
  /** For policies of rows that name no product. */
  product_id: id.nullable(),
  /** Bills of which the file does not say whether they were paid. */
  bills: z.enum(['due', 'settled']),
} as const

export const importStates = [
  'reading',
  'needs_answer',
  'ready',
  'queued',
  'checking',
  'checked',
  'staging',
  'applying',
  'done',
  'cancelling',
  'cancelled',
  'failed',
  'reverting',
  'reverted',
] as const
export type ImportState = (typeof importStates)[number]

/** Of source rows; `rows_read` is always the sum of the four others. */
export const importCounts = z.object({
  rows_read: z.int(),
  created: z.int(),
  updated: z.int(),
  skipped: z.int(),
  rejected: z.int(),
})
export type ImportCounts = z.output<typeof importCounts>

/** One reason with the number of rows it concerns. */
export const reasonCount = z.object({
  outcome: z.enum(['rejected', 'skipped', 'flagged', 'kept']),
  code: z.string(),
  field: z.string().nullable(),
  column: z.string().nullable(),
  message: z.string(),
  count: z.int(),
  /** A few of the values concerned. */
  examples: z.array(z.string()),
})
export type ReasonCount = z.output<typeof reasonCount>

/** Something that must be settled before the import can run. */
export const importQuestion = z.object({
  kind: z.enum(['mapping', 'date_order', 'decimal_mark', 'match']),
  column: z.string().nullable(),
  message: z.string(),
  examples: z.array(z.string()),
  proposal: z.string().nullable(),
})

/** In centimes: `read` is the sum of what was imported, skipped (repetitions, records that exist) and rejected. */
const moneyOf = z.object({
  rows: z.int(),
  read_centimes: z.int(),
  imported_centimes: z.int(),
  skipped_centimes: z.int(),
  rejected_centimes: z.int(),
})
export type ImportMoney = z.output<typeof moneyOf>

export const importRun = z
  .object({
    id,
    object: z.string(),
    object_label: z.string(),
    state: z.enum(importStates),
    file_name: z.string(),
    file_bytes: z.int(),
    counts: importCounts,
    /** Records made and changed, by kind of record in the order of making; of the trial while nothing is imported yet. */
    per_object: z.array(z.object({ object: z.string(), label: z.string(), created: z.int(), updated: z.int() })),
    /** Where the money went of which the rows speak, by kind and in all; null for objects that speak of none. */
    money: z.object({ kinds: z.array(moneyOf.extend({ kind: z.string(), label: z.string() })), total: moneyOf }).nullable(),
    /** Rows of the file once it is read to its end. */
    rows_total: z.int().nullable(),
    /** From 0 to 1 within the state. */
    progress: z.number(),
    rows_per_second: z.int().nullable(),
    questions: z.array(importQuestion),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    reasons: z.array(reasonCount),
    /** What the latest dry run found. */
    trial: importCounts.nullable(),
    reverted: z.object({ removed: z.int(), binned: z.int(), restored: z.int(), kept: z.int() }).nullable(),
    settings: z.object({ mode: z.enum(importModes), match_on: z.string().nullable(), source: z.string().nullable() }),
    made_by: z.object({ id, name: z.string() }),
    created_at: instant,
    started_at: instant.nullable(),
    finished_at: instant.nullable(),
    reverted_at: instant.nullable(),
    version: z.int(),
    can: z.object({
      edit: z.boolean(),
      start: z.boolean(),
      cancel: z.boolean(),
      resume: z.boolean(),
      revert: z.boolean(),
      see_rows: z.boolean(),
    }),
  })
  .meta({ id: 'Import' })
export type ImportRun = z.output<typeof importRun>

const choice = z.object({ value: z.string(), label: z.string() })
const importField = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.string(),
  help: z.string().nullable(),
  choices: z.array(choice),
  /** Ways in which a relation is looked up. */
  by: z.array(z.string()),
})
export const importObject = z
  .object({
    object: z.string(),
    /** The kind of record, `contact`; where they are listed, `/contacts`, or null. */
    record: z.string(),
    path: z.string().nullable(),
    label: z.string(),
    /** What the file is expected to hold, where its name does not say it. */
    about: z.string().nullable(),
    /** Of files whose rows speak of several records: what these are. */
    parts: z.array(z.object({ object: z.string(), label: z.string() })),
    /** True where records are known by identifiers of their source, whatever columns the file has. */
    from_source: z.boolean(),
    fields: z.array(importField),
    /** Of each group one field must be filled. */
    needs: z.array(z.array(z.string())),
    match_keys: z.array(z.object({ key: z.string(), label: z.string(), fields: z.array(z.string()) })),
    defaults: z.array(z.string()),
  })
  .meta({ id: 'ImportObject' })
export type ImportObject = z.output<typeof importObject>

const columnPreview = z.object({
  index: z.int(),
  header: z.string(),
  kind: z.string(),
  filled: z.int(),
  blank: z.int(),
  distinct: z.int().nullable(),
  samples: z.array(z.string()),
  /** What each sample becomes in the field, or why it is refused: money in centimes, days ISO. Null for a column left out. */
  readings: z
    .array(z.object({ value: z.union([z.string(), z.number(), z.boolean()]).nullable(), problem: z.string().nullable() }))
    .nullable(),
  date_order: z.string().nullable(),
  decimal_mark: z.string().nullable(),
  notices: z.array(
    z.object({ code: z.string(), message: z.string(), count: z.int(), examples: z.array(z.object({ line: z.int(), text: z.string() })) }),
  ),
  /** The field that it fills, and how sure the proposal is; 1 for what a person chose. */
  field: z.string().nullable(),
  confidence: z.number().nullable(),
  because: z.enum(['preset', 'name', 'similar', 'kind', 'remembered', 'chosen']).nullable(),
})

/** What was understood of a file. */
export const importPreview = z
  .object({
    format: z.enum(['csv', 'xlsx', 'xls']),
    encoding: z.string().nullable(),
    separator: z.string().nullable(),
    quote: z.string().nullable(),
    line_ends: z.string().nullable(),
    sheet: z.string().nullable(),
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: z.int() })),
    header_line: z.int().nullable(),
    /** What was decided without certainty. */
    doubts: z.array(z.string()),
    rows_total: z.int().nullable(),
    /** The program whose export this is. */
    preset: z.string().nullable(),
    columns: z.array(columnPreview),
    rows: z.array(z.object({ line: z.int(), cells: z.array(z.string()) })),
    flaws: z.array(z.object({ code: z.string(), message: z.string(), rows: z.int() })),
    settings: z.object({ ...rowFields, ...readingFields, header_line: z.int().nullable() }),
    missing: z.array(z.array(z.string())),
  })
  .meta({ id: 'ImportPreview' })
export type ImportPreview = z.output<typeof importPreview>

/** A source row that was not applied as it stood. */
export const importRowAnswer = z.object({
  row: z.int(),
  line: z.int(),
  outcome: z.enum(['rejected', 'skipped', 'kept']),
  reasons: z.array(z.object({ code: z.string(), field: z.string().nullable(), column: z.string().nullable(), message: z.string() })),
  cells: z.array(z.string()).nullable(),
  record: z.object({ id, path: z.string() }).nullable(),
})

const settings = z.object({ ...rowFields, ...readingFields }).partial()

export const exportStates = ['queued', 'running', 'done', 'cancelled', 'failed', 'expired'] as const
export const exportRun = z
  .object({
    id,
    object: z.string(),
    object_label: z.string(),
    state: z.enum(exportStates),
    format: z.enum(['csv', 'xlsx']),
    file_name: z.string(),
    file_bytes: z.int().nullable(),
    rows_total: z.int().nullable(),
    rows_written: z.int(),
    progress: z.number(),
    failure: z.object({ code: z.string(), message: z.string() }).nullable(),
    columns: z.array(z.string()),
    created_at: instant,
    finished_at: instant.nullable(),
    expires_at: instant.nullable(),
  })
  .meta({ id: 'Export' })
export type ExportRun = z.output<typeof exportRun>

export const exportObject = z
  .object({
    object: z.string(),
    /** The kind of record, `contact`. */
    record: z.string(),
    label: z.string(),
    columns: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        masked: z.boolean(),
        usual: z.boolean(),
        /** The fields of the list on screen whose content it is. */
        on_screen: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'ExportObject' })
export type ExportObject = z.output<typeof exportObject>

export const exchangeOperations = {
  listImportObjects: operation({
    name: 'import.objects',
    method: 'GET',
    path: '/imports/objects',
    access: 'import.view',
    summary: 'What may be imported, with the fields that a file can fill.',
    input: z.object({}),
    output: z.object({ data: z.array(importObject) }),
  }),
  createImport: operation({
    name: 'import.create',
    method: 'POST',
    path: '/imports',
    access: 'import.create',
    status: 202,
    body: 'multipart',
    summary:
      'Send a CSV or Excel file. It is read in the background and, unless `start` is false, imported to the end when nothing is left to ask; otherwise its state is `needs_answer`.',
    input: z
      .object({
        object: z.string().max(60),
        mapping: json(mappingInput).optional(),
        dry_run: flag.default(false),
        start: flag.default(true),
      })
      .extend(settings.shape),
    output: importRun,
  }),
  listImports: operation({
    name: 'import.list',
    method: 'GET',
    path: '/imports',
    access: 'import.view',
    summary: 'The imports of the organization, newest first.',
    input: listQuery,
    output: listOf(importRun),
  }),
  getImport: operation({
    name: 'import.get',
    method: 'GET',
    path: '/imports/:id',
    access: 'import.view',
    summary: 'How far an import is, its counts and its reasons.',
    input: byId,
    output: importRun,
  }),
  previewImport: operation({
    name: 'import.preview',
    method: 'GET',
    path: '/imports/:id/preview',
    access: 'import.create',
    summary: 'What was understood of the file: columns, first rows, proposed mapping. For whoever sent it.',
    input: byId,
    output: importPreview,
  }),
  changeImport: operation({
    name: 'import.edit',
    method: 'PATCH',
    path: '/imports/:id',
    access: 'import.edit',
    summary: 'Choose how the file is read, which column fills which field and how rows are treated, before it starts.',
    input: settings.extend({ id, object: z.string().max(60).optional(), mapping: json(mappingInput).optional() }),
    output: importRun,
  }),
  checkImport: operation({
    name: 'import.dry_run',
    method: 'POST',
    path: '/imports/:id/dry-run',
    access: 'import.create',
    status: 202,
    summary: 'Go through all rows without changing anything.',
    input: byId,
    output: importRun,
  }),
  startImport: operation({
    name: 'import.start',
    method: 'POST',
    path: '/imports/:id/start',
    access: 'import.create',
    status: 202,
    summary: 'Import the file.',
    input: byId,
    output: importRun,
  }),
  cancelImport: operation({
    name: 'import.cancel',
    method: 'POST',
    path: '/imports/:id/cancel',
    access: 'import.edit',
    status: 202,
    summary:
      'Stop between two chunks; what was imported stays, or is taken back with `revert`. A dry run that is stopped is `ready` again.',
    input: z.object({ id, revert: flag.default(false) }),
    output: importRun,
  }),
  resumeImport: operation({
    name: 'import.resume',
    method: 'POST',
    path: '/imports/:id/resume',
    access: 'import.create',
    status: 202,
    summary: 'Go on with an import that was stopped or failed, where it stood.',
    input: byId,
    output: importRun,
  }),
  revertImport: operation({
    name: 'import.revert',
    method: 'POST',
    path: '/imports/:id/revert',
    access: 'import.edit',
    status: 202,
    summary: 'Take a whole import back: what it made goes away, what it changed returns unless it was edited since.',
    input: byId,
    output: importRun,
  }),
  listImportRows: operation({
    name: 'import.rows',
    method: 'GET',
    path: '/imports/:id/rows',
    access: 'import.create',
    summary: 'Rows that were refused, skipped or kept, with the reasons. For whoever sent the file.',
    input: z.object({
      id,
      outcome: z.enum(['rejected', 'skipped', 'kept']).default('rejected'),
      limit: z.coerce.number<number | string>().int().min(1).max(200).default(50),
      cursor: z.string().max(20).optional(),
    }),
    output: z.object({ data: z.array(importRowAnswer), next_cursor: z.string().nullable() }),
  }),
  downloadRejected: operation({
    name: 'import.rejected',
    method: 'GET',
    path: '/imports/:id/rejected.csv',
    access: 'import.create',
    summary: 'The refused rows as they stood in the file, with the line and the reasons. For whoever sent the file.',
    input: byId,
    output: z.unknown(),
    answer: 'file',
  }),

  listExportObjects: operation({
    name: 'export.objects',
    method: 'GET',
    path: '/exports/objects',
    access: 'export.view',
    summary: 'What may be exported, with its columns.',
    input: z.object({}),
    output: z.object({ data: z.array(exportObject) }),
  }),
  createExport: operation({
    name: 'export.create',
    method: 'POST',
    path: '/exports',
    access: 'export.create',
    status: 202,
    summary: 'Write a list to a file in the background, within reach and masked as on screen.',
    input: z.object({
      object: z.string().max(60),
      q: listQuery.shape.q,
      filter: z.union([z.string().max(8000), z.record(z.string(), z.unknown())]).optional(),
      sort: listQuery.shape.sort,
      columns: z.array(z.string().max(60)).min(1).max(200).optional(),
      format: z.enum(['csv', 'xlsx']).default('csv'),
    }),
    output: exportRun,
  }),
  listExports: operation({
    name: 'export.list',
    method: 'GET',
    path: '/exports',
    access: 'export.view',
    summary: 'One’s own exports, newest first.',
    input: listQuery,
    output: listOf(exportRun),
  }),
  getExport: operation({
    name: 'export.get',
    method: 'GET',
    path: '/exports/:id',
    access: 'export.view',
    summary: 'How far one’s own export is.',
    input: byId,
    output: exportRun,
  }),
  cancelExport: operation({
    name: 'export.cancel',
    method: 'POST',
    path: '/exports/:id/cancel',
    access: 'export.create',
    summary: 'Stop one’s own export.',
    input: byId,
    output: exportRun,
  }),
  downloadExport: operation({
    name: 'export.file',
    method: 'GET',
    path: '/exports/:id/file',
    access: 'export.view',
    summary: 'The file of one’s own export, for seven days.',
    input: byId,
    output: z.unknown(),
    answer: 'file',
  }),
} as const

import { mostFileBytes } from '../../contract.ts'

/** What an uploaded file may measure. A file beyond one of these is refused with a sentence, never half read. */
export const readingLimits = {
  /** Bytes of the file itself. */
  bytes: mostFileBytes,
  /** Characters of one cell; an unclosed quotation mark is given up after them. */
  cell: 1_000_000,
  /** Characters of one line of a text file. */
  line: 16_000_000,
  /** Columns of a row, as in Excel. */
  columns: 16_384,
  /** Entries of the archive that an .xlsx is. */
  entries: 20_000,
  /** Bytes of a small part of an .xlsx (workbook, styles, relations) once unpacked. */
  part: 64 * 1024 * 1024,
  /** Bytes of a sheet once unpacked; sheets are streamed, so this bounds time and not memory. */
  sheet: 8 * 1024 * 1024 * 1024,
  /** Bytes of the shared texts of a workbook, which have to stay in memory. */
  sharedText: 400 * 1024 * 1024,
  /** A part that unpacks to more than `packedSlack` bytes and this many times its packed size is a bomb. */
  ratio: 250,
  packedSlack: 100 * 1024 * 1024,
  /** Merged ranges of a sheet that are followed. */
  merges: 200_000,
} as const

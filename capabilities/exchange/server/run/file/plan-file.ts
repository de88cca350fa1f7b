import type { Context } from '#kernel/server/context.ts'
import type { FileImport, PartFields } from '#kernel/server/file-import.ts'
import type { StagedColumns } from '#kernel/server/importable.ts'
import type { FileTask } from '../../reader/task.ts'
import { partColumn, type ImportPlan } from '../work.ts'
import { atColumn, keyColumn, lineKeyColumn } from './group-rows.ts'

/** The columns that the readings of a module fill when these fields are mapped. */
export const stagedOf = async (rowModule: string, fields: readonly string[]): Promise<readonly string[]> =>
  ((await import(rowModule)) as { stagedColumns: StagedColumns }).stagedColumns(fields)

const fieldsOf = async (file: FileImport, mapped: readonly string[]): Promise<Readonly<Record<string, readonly string[]>>> =>
  ((await import(file.rowModule)) as { partFields: PartFields }).partFields(mapped)

/** The staged columns of a file of several kinds: those of each part under its name, and by what its rows belong together. */
export const stagedOfFile = async (file: FileImport, mapped: readonly string[]): Promise<string[]> => {
  const fields = await fieldsOf(file, mapped)
  const staged: string[] = []
  for (const part of file.parts) {
    const columns = await stagedOf(part.importable.rowModule, fields[part.name] ?? [])
    staged.push(...[keyColumn, ...columns, 'if_created'].map((column) => partColumn(part, column)))
  }
  return [...staged, atColumn, lineKeyColumn]
}

/** How the process that reads the file parts its rows. */
export const fileTask = async (ctx: Context, file: FileImport, plan: ImportPlan): Promise<FileTask> => {
  const fields = await fieldsOf(
    file,
    plan.columns.map(({ field }) => field),
  )
  const parts: FileTask['parts'][number][] = []
  for (const part of file.parts) {
    const own = fields[part.name] ?? []
    const frame = (await part.importable.frame?.(ctx, plan.settings)) ?? null
    parts.push({ name: part.name, rowModule: part.importable.rowModule, frame, fields: own })
  }
  return {
    parts,
    fieldOf: Object.fromEntries(file.fields.flatMap(({ key, fills }) => fills.map((filled) => [filled, key]))),
    beside: plan.columns.filter(({ field }) => file.beside.includes(field)).map(({ index }) => index),
  }
}

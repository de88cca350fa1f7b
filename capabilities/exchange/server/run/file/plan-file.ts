import type { Context } from '#kernel/server/context.ts'
import type { FileImport } from '#kernel/server/file-import.ts'
import type { StagedColumns } from '#kernel/server/importable.ts'
import type { FileTask } from '../../reader/task.ts'
import { partColumn, type ImportPlan } from '../work.ts'
import { atColumn, keyColumn, lineKeyColumn } from './group-rows.ts'

/** The columns that the readings of a module fill when these fields are mapped. */
export const stagedOf = async (rowModule: string, fields: readonly string[]): Promise<readonly string[]> =>
  ((await import(rowModule)) as { stagedColumns: StagedColumns }).stagedColumns(fields)

/** The fields of each part that its rows fill when these fields of the file are mapped. */
const fieldsOf = (file: FileImport, mapped: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const filled = file.fields.filter(({ key }) => mapped.includes(key)).flatMap(({ fills }) => fills)
  return new Map(
    file.parts.map(({ name, derives }) => {
      const own = filled.filter((field) => field.startsWith(`${name}.`)).map((field) => field.slice(name.length + 1))
      return [name, [...new Set([...own, ...(derives ?? [])])]]
    }),
  )
}

/** The staged columns of a file of several kinds: those of each part under its name, and by what its rows belong together. */
export const stagedOfFile = async (file: FileImport, mapped: readonly string[]): Promise<string[]> => {
  const fields = fieldsOf(file, mapped)
  const staged: string[] = []
  for (const part of file.parts) {
    const columns = await stagedOf(part.importable.rowModule, fields.get(part.name) ?? [])
    staged.push(...[keyColumn, ...columns, 'if_created'].map((column) => partColumn(part, column)))
  }
  return [...staged, atColumn, lineKeyColumn]
}

/** How the process that reads the file parts its rows. */
export const fileTask = async (ctx: Context, file: FileImport, plan: ImportPlan): Promise<FileTask> => {
  const mapped = plan.columns.map(({ field }) => field)
  const fields = fieldsOf(file, mapped)
  const parts: FileTask['parts'][number][] = []
  for (const part of file.parts) {
    const own = fields.get(part.name) ?? []
    const frame = (await part.importable.frame?.(ctx, plan.settings)) ?? null
    parts.push({ name: part.name, rowModule: part.importable.rowModule, frame, fields: own })
  }
  return {
    parts,
    fills: Object.fromEntries(file.fields.filter(({ key }) => mapped.includes(key)).map(({ key, fills }) => [key, fills])),
    beside: plan.columns.filter(({ field }) => file.beside.includes(field)).map(({ index }) => index),
  }
}

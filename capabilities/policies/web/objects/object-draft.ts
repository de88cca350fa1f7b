import { parseCentimes } from '#kernel/shared/money.ts'
import { isDay } from '#kernel/shared/days.ts'
import { objectInput, type ObjectInput, type ObjectKind } from '../../fields.ts'
import { detailsOf } from '../../insured-objects.ts'
import { objectFields, type ObjectField } from './object-fields.ts'

/** A thing as it is typed: texts by path, «yes» for what is ticked. `id` of one that is known. */
export interface ObjectDraft {
  readonly id?: string | undefined
  readonly kind: ObjectKind
  readonly texts: Readonly<Record<string, string>>
}

const whole = /^\d{1,12}$/

const valueOf = (field: ObjectField, typed: string): unknown => {
  const text = typed.trim()
  if (field.kind === 'boolean') return text === 'yes'
  if (text === '') return null
  if (field.kind === 'integer') {
    const digits = text.replace(/[\s\u00a0\u202f]/g, '')
    return whole.test(digits) ? Number(digits) : text
  }
  if (field.kind === 'money') return parseCentimes(text) ?? text
  return text
}

/** What a field of a thing holds, as it is typed. */
const textOf = (field: ObjectField, value: unknown, amount: (centimes: number) => string): string => {
  if (value === null || value === undefined) return ''
  if (field.kind === 'boolean') return value === true ? 'yes' : ''
  if (field.kind === 'money' && typeof value === 'number') return amount(value)
  return String(value as string | number)
}

const at = (object: ObjectInput, path: string): unknown =>
  path.startsWith('details.') ? object.details[path.slice(8)] : object[path as keyof ObjectInput]

/** Amounts in a form that is read again whatever the language. */
const plainAmount = (centimes: number): string => (centimes % 100 === 0 ? String(centimes / 100) : (centimes / 100).toFixed(2))

/** A known thing, ready to be typed over. */
export const draftOfObject = (object: ObjectInput & { readonly id?: string | undefined }): ObjectDraft => ({
  id: object.id,
  kind: object.kind,
  texts: Object.fromEntries(objectFields[object.kind].map((field) => [field.path, textOf(field, at(object, field.path), plainAmount)])),
})

/** A thing of which nothing is known yet, with the usual values of its kind. */
export const newDraft = (kind: ObjectKind, wilaya: string | null): ObjectDraft => {
  const details = detailsOf[kind].parse({}) as Record<string, unknown>
  return draftOfObject({ ...objectInput.parse({ kind, details }), wilaya })
}

/** The thing as it is sent, and the fields that can't be read (an amount with letters, a day that is none). */
export const readDraft = (draft: ObjectDraft): { object: ObjectInput; unreadable: string[] } => {
  const unreadable: string[] = []
  const own: Record<string, unknown> = {}
  const details: Record<string, unknown> = {}
  for (const field of objectFields[draft.kind]) {
    const typed = draft.texts[field.path] ?? ''
    let value = valueOf(field, typed)
    const wrong =
      ((field.kind === 'integer' || field.kind === 'money') && typeof value === 'string') ||
      (field.kind === 'day' && typeof value === 'string' && !isDay(value))
    if (wrong) {
      unreadable.push(field.path)
      value = null
    }
    // What has a usual value goes back to it when it is emptied.
    if (value === null && field.kind === 'choice' && field.path.startsWith('details.')) continue
    if (field.path.startsWith('details.')) details[field.path.slice(8)] = value
    else own[field.path] = value
  }
  return { object: objectInput.parse({ kind: draft.kind, ...own, details }), unreadable }
}

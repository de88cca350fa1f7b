/** How values are said to this reader; `choices` are the words of the field at hand, `names` of the records that the entry names. */
export interface ValueWords {
  readonly empty: string
  readonly yes: string
  readonly no: string
  readonly unknown: string
  readonly choices: Readonly<Record<string, string>> | undefined
  readonly names: Readonly<Record<string, string>>
  readonly field: (name: string) => string
  readonly wilaya: (code: string) => string | null
  readonly phone: (e164: string) => string
  /** A browser's own words about itself, as its owner knows it. */
  readonly device: (userAgent: string) => string
  /** Null for what is no day. */
  readonly day: (text: string) => string | null
  readonly instant: (text: string) => string
  readonly amount: (centimes: number) => string
  readonly count: (value: number) => string
}

const phones: ReadonlySet<string> = new Set(['mobile', 'phone', 'other_phone'])
const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

const isNothing = (raw: unknown): boolean => raw === null || raw === undefined || raw === '' || (Array.isArray(raw) && raw.length === 0)

/** A filter travels as the text of an object. */
const asObject = (text: string): object | null => {
  if (!text.startsWith('{')) return null
  try {
    return JSON.parse(text) as object
  } catch {
    return null
  }
}

const sayText = (field: string, text: string, words: ValueWords): string => {
  if (identifier.test(text)) return words.names[text] ?? words.unknown
  const chosen = words.choices !== undefined && Object.hasOwn(words.choices, text) ? words.choices[text] : undefined
  if (chosen !== undefined) return chosen
  if (field === 'wilaya') return words.wilaya(text) ?? text
  if (field === 'columns') return words.field(text)
  if (phones.has(field)) return words.phone(text)
  if (field === 'device') return words.device(text)
  if (instant.test(text)) return words.instant(text)
  const object = asObject(text)
  return object === null ? (words.day(text) ?? text) : sayValue(field, object, words)
}

/** A value of the journal as people read it: names for identifiers, words for choices, no codes, whatever its shape. */
export const sayValue = (field: string, raw: unknown, words: ValueWords): string => {
  if (isNothing(raw)) return words.empty
  if (Array.isArray(raw)) return raw.map((one) => sayValue(field, one, words)).join(', ')
  if (typeof raw === 'boolean') return raw ? words.yes : words.no
  if (typeof raw === 'number') return field.endsWith('_centimes') ? words.amount(raw) : words.count(raw)
  if (typeof raw === 'string') return sayText(field, raw, words)
  if (typeof raw !== 'object' || raw === null) return words.empty
  if ('name' in raw && typeof raw.name === 'string') return raw.name
  return Object.entries(raw)
    .filter(([, held]) => !isNothing(held))
    .map(([key, held]) => `${words.field(key)}: ${sayValue(key, held, words)}`)
    .join(', ')
}

/**
 * What a number format makes of a number: a plain number, a share, a day, a time, or digits in a fixed pattern (`00000`
 * for postcodes, `0#" "##" "##" "##" "##` for phones).
 */
export type CellShape =
  | { readonly kind: 'number' | 'percent' | 'day' | 'instant' | 'time' | 'elapsed' }
  | { readonly kind: 'digits'; readonly pattern: readonly PatternMark[] }

/** A place for a digit (`0` is filled with a zero, `#` is not), or a character that is shown as it is. */
export interface PatternMark {
  readonly place: '0' | '#' | null
  readonly literal: string
}

const [number, percent, day, instant, time, elapsed] = (['number', 'percent', 'day', 'instant', 'time', 'elapsed'] as const).map(
  (kind) => ({ kind }),
) as [CellShape, CellShape, CellShape, CellShape, CellShape, CellShape]

/** The shape of a cell that has no format. */
export const plainShape: CellShape = number

const builtIn = new Map<number, CellShape>([
  [9, percent],
  [10, percent],
  [14, day],
  [15, day],
  [16, day],
  [17, day],
  [18, time],
  [19, time],
  [20, time],
  [21, time],
  [22, instant],
  [45, time],
  [46, elapsed],
  [47, time],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, day] as const),
  ...[32, 33, 34, 35, 55, 56].map((id) => [id, time] as const),
])

/** Literal characters of a format: in quotes, after a backslash; `_x` and `*x` only take room. */
const literals = /"([^"]*)"|\\(.)|[_*]./g

const firstSection = (code: string): string => /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)?.[0] ?? ''

const digitPattern = (section: string): CellShape | null => {
  const pattern: PatternMark[] = []
  for (const [whole, quoted, escaped] of section.replace(/\[[^\]]*\]/g, '').matchAll(/"([^"]*)"|\\(.)|[_*].|./g)) {
    if (quoted !== undefined || escaped !== undefined) pattern.push({ place: null, literal: quoted ?? escaped ?? '' })
    else if (whole === '0' || whole === '#') pattern.push({ place: whole, literal: '' })
    else if (' -()+/'.includes(whole)) pattern.push({ place: null, literal: whole })
    else if (whole.length === 1) return null
  }
  const places = pattern.filter((mark) => mark.place !== null)
  return places.length >= 2 && places[0]?.place === '0' ? { kind: 'digits', pattern } : null
}

/** The shape that a format code (as stored, in its American writing) or the number of a built-in format gives. */
export const shapeOfFormat = (id: number, code: string | undefined): CellShape => {
  if (code === undefined) return builtIn.get(id) ?? number
  const section = firstSection(code)
  if (/\[(?:h+|m+|s+)\]/i.test(section)) return elapsed
  const letters = section
    .replace(literals, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
  if (letters.includes('general') || letters.trim() === '@') return number
  const clock = /[hs]|am\/pm|a\/p/.test(letters)
  const calendar = /[yd]/.test(letters) || (!clock && letters.includes('m'))
  if (calendar || clock) return calendar && clock ? instant : calendar ? day : time
  if (letters.includes('%')) return percent
  return digitPattern(section) ?? number
}

/** A whole number in a pattern of digits, filled from the right: 1000 in `00000` is `01000`. */
export const fillPattern = (pattern: readonly PatternMark[], digits: string): string => {
  let text = ''
  let left = digits.length
  const first = pattern.findIndex((mark) => mark.place !== null)
  for (let at = pattern.length - 1; at >= 0; at--) {
    const mark = pattern[at] as PatternMark
    if (mark.place === null) text = mark.literal + text
    else if (at === first) text = (left > 0 ? digits.slice(0, left) : mark.place === '0' ? '0' : '') + text
    else if (left > 0) text = digits.charAt(--left) + text
    else if (mark.place === '0') text = '0' + text
  }
  return text
}

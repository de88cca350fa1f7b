const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** The counter has 42 bits: 12 beside the version, 30 beside the variant. */
const counterSpan = 2 ** 42
const lowerSpan = 2 ** 30

// Random bytes are drawn in one go for many identifiers: a draw costs far more than the bytes it brings.
const pool = new Uint8Array(4096)
let drawn = pool.length

const random32 = (): number => {
  if (drawn + 4 > pool.length) {
    crypto.getRandomValues(pool)
    drawn = 0
  }
  const at = drawn
  drawn += 4
  return ((pool[at] ?? 0) * 0x1000000 + ((pool[at + 1] ?? 0) << 16) + ((pool[at + 2] ?? 0) << 8) + (pool[at + 3] ?? 0)) >>> 0
}

const hex8 = (n: number): string =>
  `${hex[(n >>> 24) & 255] ?? ''}${hex[(n >>> 16) & 255] ?? ''}${hex[(n >>> 8) & 255] ?? ''}${hex[n & 255] ?? ''}`
const hex4 = (n: number): string => `${hex[(n >>> 8) & 255] ?? ''}${hex[n & 255] ?? ''}`

/**
 * A UUID v7 from its parts: milliseconds since 1970 (48 bits), a counter (42 bits), a random word (32 bits). The same
 * parts always give the same identifier, in the order instant, then counter.
 */
export const composeId = (milliseconds: number, counter: number, word: number): string => {
  const time = Math.floor(milliseconds).toString(16).padStart(12, '0')
  const upper = Math.floor(counter / lowerSpan) % 4096
  const lower = counter % lowerSpan
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex4(0x7000 | upper)}-${hex4(0x8000 | (lower >>> 16))}-${hex4(lower & 0xffff)}${hex8(word)}`
}

// One counter for the life of the process, from a random start in the lower half, so that it never turns over and two processes do not meet.
let counter = (random32() % 2 ** 9) * 2 ** 32 + random32()
let latest = 0

/**
 * A new UUID v7, in lower case. Within a process, identifiers of the same instant sort in the order they were made, and
 * those made without `now` sort so always, even when the clock steps back. Works on server and web.
 */
export const newId = (now?: Date): string => {
  if (now === undefined) latest = Math.max(latest, Date.now())
  counter = (counter + 1) % counterSpan
  return composeId(now === undefined ? latest : now.getTime(), counter, random32())
}

/** The instant carried by a UUID v7, to the millisecond. */
export const instantOfId = (id: string): Date => new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16))

import type { Page } from '#kernel/shared/paging.ts'

/** One page of a list that keyset paging can give: those after `cursor`. */
export interface PageRequest {
  readonly cursor: string | undefined
  readonly limit: number
  readonly total: 'exact' | 'capped' | 'none'
}
type ReadPage<Row> = (request: PageRequest, options: { signal: AbortSignal }) => Promise<Page<Row>>

interface Stretch {
  /** Where its reading began. */
  readonly cursor: string | undefined
  readonly start: number
  readonly count: number
}

const firstLimit = 100
const nextLimit = 200

const aborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

/**
 * The rows of one question, read page after page as they come into sight and kept for the way back. Rows are appended in place, so
 * that the hundred-thousandth costs no more than the first.
 */
export class RowStore<Row extends { readonly id: string }> {
  readonly rows: Row[] = []
  /** Null past the cap; undefined until known. */
  total: number | null | undefined = undefined
  complete = false
  error: unknown = null
  /** Where the list was scrolled to, in pixels, and which row was active, for the way back. */
  readonly left: { scrolledTo: number; activeId: string | null } = { scrolledTo: 0, activeId: null }
  readonly #read: ReadPage<Row>
  readonly #places = new Map<string, number>()
  readonly #watchers = new Set<() => void>()
  #stretches: Stretch[] = []
  #cursor: string | undefined = undefined
  #wanted = 0
  #version = 0
  #stop: AbortController | null = null

  constructor(read: ReadPage<Row>) {
    this.#read = read
  }

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }
  /** Grows with every change. */
  readonly version = (): number => this.#version

  get loading(): boolean {
    return this.#stop !== null
  }

  indexOf(id: string): number {
    return this.#places.get(id) ?? -1
  }

  /** Notes where the reader is; shows nothing. */
  note(place: Partial<RowStore<Row>['left']>): void {
    Object.assign(this.left, place)
  }

  /** Reads on until the row at `index` is there, or there are no more. */
  want(index: number): void {
    this.#wanted = Math.max(this.#wanted, index)
    if (this.#stop || this.complete || this.error || this.rows.length > index) return
    void this.#readOn()
  }

  /** Tries again after a failure. */
  retry(): void {
    this.error = null
    this.want(this.#wanted)
    this.#tell()
  }

  /** Drops what is on its way, as when another question is asked. */
  pause(): void {
    this.#stop?.abort()
    this.#stop = null
  }

  /** Begins anew from the top, the rows in sight staying until the new ones are there. */
  async restart(): Promise<void> {
    this.pause()
    const stop = new AbortController()
    this.#stop = stop
    this.error = null
    this.#tell()
    try {
      const page = await this.#read({ cursor: undefined, limit: firstLimit, total: 'capped' }, { signal: stop.signal })
      this.rows.length = 0
      this.#stretches = []
      this.#places.clear()
      this.#wanted = 0
      this.left.scrolledTo = 0
      this.total = page.total
      this.#append(undefined, page)
    } catch (error) {
      if (aborted(error)) return
      this.error = error
    }
    this.#stop = null
    this.#tell()
  }

  /** Asks for the exact number. */
  async countExactly(): Promise<void> {
    const page = await this.#read({ cursor: undefined, limit: 1, total: 'exact' }, { signal: new AbortController().signal })
    this.total = page.total
    this.#tell()
  }

  /** Reads again the pages that hold these rows, so that what changed shows and what left the list leaves it. */
  async refresh(ids: Iterable<string>): Promise<void> {
    const places = [...ids].map((id) => this.indexOf(id)).filter((place) => place >= 0)
    await this.refreshBetween(...places)
  }

  /** Reads again the pages of these places. */
  async refreshBetween(...places: readonly number[]): Promise<void> {
    const cursors = new Set(
      this.#stretches
        .filter(({ start, count }) => places.some((place) => place >= start && place < start + count))
        .map(({ cursor }) => cursor),
    )
    // One after the other: each may end the pages after it.
    for (const cursor of cursors) await this.#readAgain(cursor)
  }

  /** Takes rows out at once, before the server has answered. */
  remove(ids: ReadonlySet<string>): void {
    let kept = 0
    this.#stretches = this.#stretches.map(({ cursor, start, count }) => {
      const begin = kept
      for (let at = start; at < start + count; at += 1) {
        const row = this.rows[at]
        if (row && !ids.has(row.id)) this.rows[kept++] = row
      }
      return { cursor, start: begin, count: kept - begin }
    })
    const gone = this.rows.length - kept
    this.rows.length = kept
    if (typeof this.total === 'number') this.total -= gone
    this.#placeFrom(0)
    this.#tell()
  }

  async #readOn(): Promise<void> {
    const stop = new AbortController()
    this.#stop = stop
    this.#tell()
    try {
      while (!this.complete && this.rows.length <= this.#wanted) {
        const cursor = this.#cursor
        const first = cursor === undefined
        const page = await this.#read(
          { cursor, limit: first ? firstLimit : nextLimit, total: first ? 'capped' : 'none' },
          { signal: stop.signal },
        )
        if (stop.signal.aborted) return
        if (first) this.total = page.total
        this.#append(cursor, page)
        this.#tell()
      }
    } catch (error) {
      if (aborted(error) || stop.signal.aborted) return
      this.error = error
    }
    this.#stop = null
    this.#tell()
  }

  #append(cursor: string | undefined, page: Page<Row>): void {
    const start = this.rows.length
    for (const row of page.data) {
      if (this.#places.has(row.id)) continue
      this.#places.set(row.id, this.rows.length)
      this.rows.push(row)
    }
    this.#stretches.push({ cursor, start, count: this.rows.length - start })
    this.#cursor = page.next_cursor ?? undefined
    this.complete = page.next_cursor === null
    if (this.complete && typeof this.total !== 'number') this.total = this.rows.length
  }

  async #readAgain(cursor: string | undefined): Promise<void> {
    const page = await this.#read({ cursor, limit: nextLimit, total: 'none' }, { signal: new AbortController().signal })
    const at = this.#stretches.findIndex((stretch) => stretch.cursor === cursor)
    const stretch = this.#stretches[at]
    if (!stretch) return
    const end = stretch.start + stretch.count
    const following = this.rows[end]
    const meets = following ? page.data.findIndex((row) => row.id === following.id) : -1
    // The next page follows on where its first row is met; otherwise there may be a hole, and the pages after are read again when wanted.
    const joins = following !== undefined && meets >= 0
    const fresh = joins ? page.data.slice(0, meets) : page.data
    const before = this.rows.length
    const others = joins ? this.rows.slice(end) : []
    const known = new Set<string>()
    for (let place = 0; place < stretch.start; place += 1) known.add(this.rows[place]?.id ?? '')
    for (const row of others) known.add(row.id)
    const unique = fresh.filter((row) => !known.has(row.id))
    this.rows.length = stretch.start
    for (const row of unique) this.rows.push(row)
    for (const row of others) this.rows.push(row)
    const moved = unique.length - stretch.count
    this.#stretches = [
      ...this.#stretches.slice(0, at),
      { ...stretch, count: unique.length },
      ...(joins ? this.#stretches.slice(at + 1).map((later) => ({ ...later, start: later.start + moved })) : []),
    ]
    if (!joins) {
      const ended = this.complete && page.next_cursor === null
      this.#cursor = page.next_cursor ?? undefined
      this.complete = page.next_cursor === null
      if (ended && typeof this.total === 'number') this.total += this.rows.length - before
      else if (this.complete) this.total = this.rows.length
    } else if (typeof this.total === 'number') this.total += moved
    this.#places.clear()
    this.#placeFrom(0)
    this.#tell()
    this.want(this.#wanted)
  }

  #placeFrom(start: number): void {
    if (start === 0) this.#places.clear()
    for (let place = start; place < this.rows.length; place += 1) {
      const row = this.rows[place]
      if (row) this.#places.set(row.id, place)
    }
  }

  #tell(): void {
    this.#version += 1
    for (const watcher of this.#watchers) watcher()
  }
}

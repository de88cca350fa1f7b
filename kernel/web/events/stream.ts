/** What the server tells a browser: a name (`contact.updated`), the record, small facts that are no one's personal data. */
export interface ServerEvent {
  readonly name: string
  readonly id: string
  readonly subject_id?: string
  readonly facts?: Readonly<Record<string, string | number | boolean>>
}

/** What every tab hears: an event, the state of the line, or that the session has ended. */
export type StreamMessage =
  | { readonly kind: 'event'; readonly event: ServerEvent }
  | { readonly kind: 'line'; readonly up: boolean; readonly missed: boolean }
  | { readonly kind: 'ended' }

const address = '/api/v1/events'
const shortest = 1_000
const longest = 30_000

/** The text of a server-sent event stream, piece by piece, into the values of its `data:` lines. */
export const dataOf = (): ((piece: string) => string[]) => {
  let rest = ''
  let data: string[] = []
  return (piece) => {
    const ready: string[] = []
    const lines = (rest + piece).split('\n')
    rest = lines.pop() ?? ''
    for (const whole of lines) {
      const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole
      if (line === '') {
        if (data.length > 0) ready.push(data.join('\n'))
        data = []
      } else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''))
    }
    return ready
  }
}

const readOnce = async (tell: (message: StreamMessage) => void, signal: AbortSignal, missed: boolean): Promise<'ended' | 'lost'> => {
  const response = await fetch(address, { headers: { Accept: 'text/event-stream' }, credentials: 'same-origin', cache: 'no-store', signal })
  if (response.status === 401) return 'ended'
  if (!response.ok || !response.body) return 'lost'
  tell({ kind: 'line', up: true, missed })
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
  const take = dataOf()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return 'lost'
    for (const data of take(value)) {
      const event = JSON.parse(data) as Partial<ServerEvent>
      if (typeof event.name === 'string') tell({ kind: 'event', event: event as ServerEvent })
    }
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    const now = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', now, { once: true })
    globalThis.addEventListener?.('online', now, { once: true })
  })

/**
 * Keeps one event stream open until `signal`: reconnects with growing pauses (1 to 30 s, at once when the network comes back)
 * and says `missed` on every line after the first, since what happened meanwhile is unknown. Ends by itself when the session has.
 */
export const listen = async (tell: (message: StreamMessage) => void, signal: AbortSignal): Promise<void> => {
  let wait = shortest
  let missed = false
  while (!signal.aborted) {
    const started = Date.now()
    const outcome = await readOnce(tell, signal, missed).catch(() => 'lost' as const)
    if (signal.aborted) return
    if (outcome === 'ended') {
      tell({ kind: 'ended' })
      return
    }
    missed = true
    tell({ kind: 'line', up: false, missed })
    wait = Date.now() - started > longest ? shortest : Math.min(wait * 2, longest)
    await pause(wait * (0.75 + Math.random() / 2), signal)
  }
}

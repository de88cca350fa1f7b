/* oxlint-disable unicorn/require-post-message-target-origin -- ports and channels have no origin to name */
import { listen, type StreamMessage } from './stream.ts'

type Tell = (message: StreamMessage) => void

const byWorker = (tell: Tell): (() => void) => {
  const worker = new SharedWorker(new URL('./shared-worker.ts', import.meta.url), { type: 'module', name: 'assura-events' })
  worker.port.addEventListener('message', (message: MessageEvent<StreamMessage>) => tell(message.data))
  worker.port.start()
  const bye = () => worker.port.postMessage('bye')
  const back = (event: PageTransitionEvent) => {
    if (event.persisted) worker.port.postMessage('open')
  }
  addEventListener('pagehide', bye)
  addEventListener('pageshow', back)
  return () => {
    removeEventListener('pagehide', bye)
    removeEventListener('pageshow', back)
    bye()
    worker.port.close()
  }
}

/** The tab that holds the lock listens and passes on; the lock goes to another tab when this one closes. */
const byElection = (tell: Tell): (() => void) => {
  const stop = new AbortController()
  const channel = new BroadcastChannel('assura-events')
  channel.addEventListener('message', (message: MessageEvent<StreamMessage>) => tell(message.data))
  const lead = () =>
    listen((message) => {
      tell(message)
      channel.postMessage(message)
    }, stop.signal)
  navigator.locks.request('assura-events', { signal: stop.signal }, lead).catch(() => undefined)
  return () => {
    stop.abort()
    channel.close()
  }
}

const alone = (tell: Tell): (() => void) => {
  const stop = new AbortController()
  void listen(tell, stop.signal)
  return () => stop.abort()
}

/**
 * Hears the server's events through one stream for all tabs of the browser: a shared worker, else an elected tab, else (no lock
 * on a plain HTTP address in a browser without shared workers) each tab its own. Returns how to stop.
 */
export const hearEvents = (tell: Tell): (() => void) => {
  if (typeof SharedWorker === 'function') return byWorker(tell)
  if (typeof BroadcastChannel === 'function' && navigator.locks) return byElection(tell)
  return alone(tell)
}

import { listen, type StreamMessage } from './stream.ts'

interface Connecting extends Event {
  readonly ports: readonly MessagePort[]
}

// One stream for all tabs of this browser. A tab says «bye» when it leaves; the last one out closes the line.
const ports = new Set<MessagePort>()
let line: AbortController | null = null
let last: StreamMessage | null = null

const tell = (message: StreamMessage) => {
  if (message.kind !== 'event') last = message
  if (message.kind === 'ended') line = null
  for (const port of ports) port.postMessage(message)
}
const open = () => {
  if (line) return
  line = new AbortController()
  void listen(tell, line.signal)
}
const close = (port: MessagePort) => {
  ports.delete(port)
  if (ports.size > 0) return
  line?.abort()
  line = null
  last = null
}

addEventListener('connect', (event) => {
  const port = (event as Connecting).ports[0]
  if (!port) return
  ports.add(port)
  port.addEventListener('message', (message: MessageEvent<string>) => {
    if (message.data === 'bye') close(port)
    if (message.data === 'open') {
      ports.add(port)
      open()
    }
  })
  port.start()
  open()
  if (last) port.postMessage(last)
})

const headersOf = (text: string): Headers => {
  const headers = new Headers()
  for (const line of text.trim().split(/[\r\n]+/)) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim())
  }
  return headers
}

const withoutBody = new Set([101, 204, 205, 304])

/**
 * `fetch` that tells how much of the body has left (`fetch` itself cannot): bytes sent and bytes in all. Rejects as `fetch` does when
 * nothing answers or `signal` says stop.
 */
export const sendWithProgress = (address: string, init: RequestInit, told: (sent: number, total: number) => void): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const stop = () => request.abort()
    request.open(init.method ?? 'POST', address)
    new Headers(init.headers).forEach((value, name) => request.setRequestHeader(name, value))
    request.upload.addEventListener('progress', (event) => told(event.loaded, event.total))
    request.addEventListener('load', () => {
      const body = withoutBody.has(request.status) ? null : request.responseText
      resolve(new Response(body, { status: request.status, headers: headersOf(request.getAllResponseHeaders()) }))
    })
    request.addEventListener('error', () => reject(new TypeError('Failed to fetch')))
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
    request.addEventListener('loadend', () => init.signal?.removeEventListener('abort', stop))
    if (init.signal?.aborted) return reject(new DOMException('Aborted', 'AbortError'))
    init.signal?.addEventListener('abort', stop)
    request.send(init.body as XMLHttpRequestBodyInit | null)
  })

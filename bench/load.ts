import { Agent, request } from 'node:http'

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
}

const connections = 10

/** Runs `one` again and again on ten connections for some seconds, after a warm-up; every failure ends the measure. */
export const measure = async (seconds: number, one: (turn: number) => Promise<void>): Promise<Measured> => {
  let turn = 0
  const times: number[] = []
  const runFor = async (length: number, keep: boolean) => {
    const end = performance.now() + length * 1000
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < end) {
          const began = performance.now()
          turn += 1
          await one(turn)
          if (keep) times.push(performance.now() - began)
        }
      }),
    )
  }
  await runFor(1.5, false)
  const began = performance.now()
  await runFor(seconds, true)
  const lasted = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / lasted,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  }
}

const agent = new Agent({ keepAlive: true, maxSockets: connections })

/** One request of the API; its body as text. Anything but a success throws. */
export const callApi = (url: string, key: string, method = 'GET', body?: unknown): Promise<string> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, agent, headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) } },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const text = Buffer.concat(parts).toString()
          if ((answer.statusCode ?? 500) >= 400) reject(new Error(`${method} ${url}: ${answer.statusCode} ${text.slice(0, 300)}`))
          else resolve(text)
        })
      },
    )
    sent.on('error', reject)
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })

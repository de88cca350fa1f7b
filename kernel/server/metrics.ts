import { isIP } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Authenticate } from './authenticate.ts'
import { actorCan } from './context.ts'
import { callerOf } from './http-call.ts'
import { sendProblem } from './http-problem.ts'
import { notFound } from './scope.ts'
import type { Services } from './services.ts'

/** One figure at this moment, or a sum since the start, with its labels. */
export interface Measure {
  readonly name: string
  readonly help: string
  readonly kind: 'gauge' | 'counter'
  readonly values: ReadonlyArray<readonly [labels: Readonly<Record<string, string>>, value: number]>
}

/** Upper bounds of the durations that are counted apart, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

interface Tally {
  readonly labels: Readonly<Record<string, string>>
  readonly within: number[]
  count: number
  seconds: number
}

const escaped = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const labelled = (labels: Readonly<Record<string, string>>): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`
}

/** Measures in the text format of Prometheus. */
export const measuresAsText = (measures: readonly Measure[]): string =>
  measures
    .flatMap(({ name, help, kind, values }) => [
      `# HELP ${name} ${help}`,
      `# TYPE ${name} ${kind}`,
      ...values.map(([labels, value]) => `${name}${labelled(labels)} ${value}`),
    ])
    .join('\n')

/** Durations of calls by operation and outcome, as a Prometheus histogram; one number added per call. */
export class CallTimes {
  readonly #tallies = new Map<string, Tally>()

  add(operation: string, status: number, seconds: number): void {
    const outcome = `${Math.floor(status / 100)}xx`
    const key = `${operation} ${outcome}`
    let tally = this.#tallies.get(key)
    if (tally === undefined) {
      tally = { labels: { operation, outcome }, within: bounds.map(() => 0), count: 0, seconds: 0 }
      this.#tallies.set(key, tally)
    }
    tally.count += 1
    tally.seconds += seconds
    const place = bounds.findIndex((bound) => seconds <= bound)
    if (place >= 0) tally.within[place] = (tally.within[place] ?? 0) + 1
  }

  text(): string {
    const name = 'assura_call_duration_seconds'
    const lines = [`# HELP ${name} Durations of calls to the API, by operation and outcome.`, `# TYPE ${name} histogram`]
    for (const { labels, within, count, seconds } of this.#tallies.values()) {
      let sum = 0
      for (const [place, bound] of bounds.entries()) {
        sum += within[place] ?? 0
        lines.push(`${name}_bucket${labelled({ ...labels, le: String(bound) })} ${sum}`)
      }
      lines.push(`${name}_bucket${labelled({ ...labels, le: '+Inf' })} ${count}`)
      lines.push(`${name}_sum${labelled(labels)} ${seconds}`, `${name}_count${labelled(labels)} ${count}`)
    }
    return lines.join('\n')
  }
}

const ofProcess = (version: string): Measure[] => {
  const memory = process.memoryUsage()
  const cpu = process.cpuUsage()
  const delay = performance.eventLoopUtilization().utilization
  return [
    { name: 'assura_info', help: 'The program, by version.', kind: 'gauge', values: [[{ version }, 1]] },
    { name: 'process_resident_memory_bytes', help: 'Memory held.', kind: 'gauge', values: [[{}, memory.rss]] },
    { name: 'nodejs_heap_size_used_bytes', help: 'Memory in use by objects.', kind: 'gauge', values: [[{}, memory.heapUsed]] },
    { name: 'process_cpu_seconds_total', help: 'Processor time used.', kind: 'counter', values: [[{}, (cpu.user + cpu.system) / 1e6]] },
    { name: 'process_start_time_seconds', help: 'When it started.', kind: 'gauge', values: [[{}, performance.timeOrigin / 1000]] },
    {
      name: 'nodejs_eventloop_utilization',
      help: 'Share of time since the start in which it worked.',
      kind: 'gauge',
      values: [[{}, delay]],
    },
  ]
}

/** Asked on this machine itself, not passed on by a proxy for somebody else. */
const isLocal = (request: FastifyRequest): boolean => {
  const { remoteAddress = '' } = request.socket
  const direct = request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined
  return direct && isIP(remoteAddress) !== 0 && (remoteAddress === '::1' || /^(?:::ffff:)?127\./.test(remoteAddress))
}

/** `/metrics`, for a program on this machine or for who may see the settings (a session, or an API key as bearer); not found for others. */
export const mountMetrics = (
  http: FastifyInstance,
  options: { readonly services: Services; readonly authenticate: Authenticate; readonly measure: () => Promise<readonly Measure[]> },
): void => {
  const { services, authenticate, measure } = options
  const times = new CallTimes()
  http.addHook('onResponse', (request, reply, done) => {
    const { operation } = request.routeOptions.config as { operation?: string }
    if (operation !== undefined) times.add(operation, reply.statusCode, reply.elapsedTime / 1000)
    done()
  })
  http.get('/metrics', async (request, reply) => {
    try {
      if (!isLocal(request) && actorCan((await callerOf(request, services, authenticate, true)).actor, 'setting.view') === null)
        throw notFound()
      const text = [measuresAsText([...ofProcess(services.version), ...(await measure())]), times.text()].join('\n')
      return reply.header('content-type', 'text/plain; version=0.0.4; charset=utf-8').header('cache-control', 'no-store').send(`${text}\n`)
    } catch (error) {
      return sendProblem(request, reply, error)
    }
  })
}

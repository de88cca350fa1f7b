import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Operation } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { staleCaller, type Authenticate } from './authenticate.ts'
import { sqlState } from './database.ts'
import { passDoor, type Answered, type Implementation } from './door.ts'
import { openEventStream } from './event-stream.ts'
import type { FileAnswer } from './file-answer.ts'
import { callerOf, deviceCookie, inputOf, readUpload, refuseCrossSite, sessionCookie } from './http-call.ts'
import { sendClientError, sendProblem } from './http-problem.ts'
import type { Hub } from './hub.ts'
import type { Services } from './services.ts'
import { mountMetrics, type Measure } from './metrics.ts'
import { mountWeb } from './web-files.ts'
import { describeApi } from './openapi.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { notFound } from './scope.ts'

/** Uploads stop here; the exchange and documents set narrower bounds of their own. */
const mostUploadBytes = 512 * 1024 * 1024
const mostBodyBytes = 2 * 1024 * 1024
/** A runaway program is slowed here; people never come near. */
const mostCallsPerMinute = 120_000
const mostVisitsPerMinute = 600

export interface HttpOptions {
  readonly services: Services
  readonly implementations: readonly Implementation[]
  readonly authenticate: Authenticate
  readonly hub: Hub | null
  /** Answers `/api/ready`: what is up, and whether all of it is. */
  readonly readiness: () => Promise<Record<string, boolean>>
  /** What `/metrics` tells beside what the process itself knows. */
  readonly measure: () => Promise<readonly Measure[]>
  /** The built web, or null for an API alone. */
  readonly webFolder: string | null
}

/** The HTTP outside of the door: routes from contracts, cookies, limits, headers, files. Not yet listening. */
export const buildHttp = async (options: HttpOptions): Promise<FastifyInstance> => {
  const { services } = options
  const secure = services.baseUrl.startsWith('https:')
  const http: FastifyInstance = Fastify({
    loggerInstance: services.log as never,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    bodyLimit: mostBodyBytes,
    trustProxy: 'loopback',
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: true,
    // An address that can't be read, or with a part too long, never comes to a route.
    clientErrorHandler: sendClientError as never,
    frameworkErrors: (error, request, reply) => void sendProblem(request as FastifyRequest, reply as FastifyReply, error),
  }) as never
  http.setErrorHandler((error, request, reply) => void sendProblem(request, reply, error))
  // JSON or a form with a file; plain text is what a page of another site could send unasked.
  http.removeContentTypeParser('text/plain')
  await http.register(cookie)
  await http.register(multipart, { limits: { fileSize: mostUploadBytes, files: 1 } })
  await http.register(compress, { global: true, threshold: 1400, encodings: ['br', 'gzip'] })
  await http.register(helmet, {
    global: true,
    enableCSPNonces: true,
    hsts: secure,
    crossOriginEmbedderPolicy: false,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
  })
  http.addHook('onRequest', async (_request, reply) => {
    void reply.header('permissions-policy', 'camera=(self), geolocation=(self), microphone=(), payment=()')
  })
  await http.register(rateLimit, {
    global: true,
    max: (request) =>
      request.cookies[sessionCookie] !== undefined || request.headers.authorization !== undefined
        ? mostCallsPerMinute
        : mostVisitsPerMinute,
    timeWindow: 60_000,
    keyGenerator: (request) => request.cookies[sessionCookie] ?? request.headers.authorization ?? request.ip,
    allowList: (request) => !request.url.startsWith('/api/v1'),
    errorResponseBuilder: (_request, context) =>
      Object.assign(new Error('rate limit'), { statusCode: 429, retryAfter: Math.ceil(context.ttl / 1000) }),
  })

  mountMetrics(http, options)
  for (const implementation of options.implementations) mountOperation(http, implementation, options, secure)
  http.get('/api/health', async () => ({ status: 'ok' }))
  http.get('/api/ready', async (_request, reply) => {
    const parts = await options.readiness()
    const ready = Object.values(parts).every(Boolean)
    return reply.status(ready ? 200 : 503).send({ ready, parts })
  })
  if (options.hub) openEventStream(http, options.hub, services, options.authenticate)
  describeApi(
    http,
    options.implementations.map((implementation) => implementation.operation),
  )
  if (options.webFolder !== null) await mountWeb(http, options.webFolder)
  http.setNotFoundHandler((request, reply) => void sendProblem(request, reply, notFound()))
  return http
}

const mountOperation = (http: FastifyInstance, implementation: Implementation, options: HttpOptions, secure: boolean): void => {
  const { operation } = implementation
  const guarded = operation.access === 'public' && operation.method === 'POST'
  // Counted by address alone: a guesser may send another cookie each time.
  const guard = guarded ? { rateLimit: { max: 240, timeWindow: 60_000, keyGenerator: (request: FastifyRequest) => request.ip } } : {}
  http.route({
    method: operation.method,
    url: `/api/v1${operation.path}`,
    config: { ...guard, operation: operation.name },
    handler: (request, reply) => answer(request, reply, implementation, options, secure),
  })
}

const answer = async (
  request: FastifyRequest,
  reply: FastifyReply,
  implementation: Implementation,
  options: HttpOptions,
  secure: boolean,
): Promise<FastifyReply> => {
  const { operation } = implementation
  const { services } = options
  refuseCrossSite(request, services.baseUrl)
  let caller = await callerOf(request, services, options.authenticate, operation.body === 'multipart')
  const multi = operation.body === 'multipart' ? await readUpload(request, services.dataDir, operation.mostFileBytes) : null
  try {
    const key = request.headers['idempotency-key']
    const pass = () =>
      passDoor(services, implementation, {
        ...caller,
        input: inputOf(request, operation, multi?.fields),
        requestId: request.id,
        idempotencyKey: typeof key === 'string' && key !== '' ? key.slice(0, 200) : undefined,
        upload: multi?.upload ?? null,
        caller: { device: (request.headers['user-agent'] ?? '').slice(0, 300), deviceMark: request.cookies[deviceCookie] ?? null },
      })
    const answered = await pass().catch(async (error: unknown) => {
      if (!mayBeStale(error)) throw error
      caller = await callerOf(request, services, options.authenticate, true)
      return pass()
    })
    setCookies(reply, answered, secure)
    return sendAnswer(reply, operation, answered)
  } catch (error) {
    return sendProblem(request, reply, error, caller.actor.language)
  } finally {
    await multi?.done()
  }
}

/** The caller has changed since they were looked up, or was refused for what they may since have been given. */
const mayBeStale = (error: unknown): boolean =>
  sqlState(error) === staleCaller || (error instanceof Problem && error.status === 403 && error.extra.keep !== true)

const setCookies = (reply: FastifyReply, answered: Answered, secure: boolean): void => {
  const base = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  if (answered.credential) {
    const { token, expiresAt } = answered.credential
    if (token === null) void reply.clearCookie(sessionCookie, base)
    else void reply.setCookie(sessionCookie, token, { ...base, ...(expiresAt !== null && { expires: new Date(expiresAt) }) })
  }
  if (answered.deviceMark !== undefined) void reply.setCookie(deviceCookie, answered.deviceMark, { ...base, maxAge: 365 * 86_400 })
}

const disposition = (kind: 'attachment' | 'inline', name: string): string =>
  // `encodeURIComponent` leaves four signs that RFC 8187 does not.
  `${kind}; filename*=UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`

const shownFile = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
// A browser's own reader of PDF does not open in a sandbox; the content type and `nosniff` keep anything else from being read out of it.
const shownPdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

const sendAnswer = (reply: FastifyReply, operation: Operation, answered: Answered): FastifyReply => {
  void reply.status(answered.status)
  if (operation.answer === 'file') {
    const file = answered.body as FileAnswer
    void reply
      .header('content-type', file.mediaType)
      .header('cache-control', file.immutable ? 'public, max-age=31536000, immutable' : 'private, no-store')
    if (file.downloadAs !== undefined) void reply.header('content-disposition', disposition('attachment', file.downloadAs))
    // Shown, but as a stranger to the application: nothing in it may run, load or send.
    else if (file.showAs !== undefined)
      void reply
        .header('content-disposition', disposition('inline', file.showAs))
        .header('content-security-policy', file.mediaType === 'application/pdf' ? shownPdf : shownFile)
        .header('x-frame-options', 'SAMEORIGIN')
    return reply.send(file.content)
  }
  const body = answered.body as { id?: unknown; version?: unknown } | undefined
  if (typeof body?.version === 'number') void reply.header('etag', `"${body.version}"`)
  if ((answered.status === 201 || answered.status === 202) && typeof body?.id === 'string')
    void reply.header('location', `/api/v1${operation.path}/${body.id}`)
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .send(JSON.stringify(answered.body))
}

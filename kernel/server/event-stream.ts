import type { FastifyInstance } from 'fastify'
import type { Authenticate } from './authenticate.ts'
import { callerOf } from './http-call.ts'
import { sendProblem } from './http-problem.ts'
import type { Hub } from './hub.ts'
import { Problem } from '#kernel/shared/problem.ts'
import type { Services } from './services.ts'

/** Comment lines keep proxies from closing a quiet stream; browsers ignore them. */
const keepAliveMs = 25_000

/** `GET /api/v1/events`: one stream per browser of what its person may see. Ends when the session does. */
export const openEventStream = (http: FastifyInstance, hub: Hub, services: Services, authenticate: Authenticate): void => {
  http.get('/api/v1/events', { compress: false } as object, async (request, reply) => {
    const { actor, organizationId } = await callerOf(request, services, authenticate, true)
    if (organizationId === null)
      return sendProblem(
        request,
        reply,
        new Problem(401, 'not_signed_in', /*i18n*/ { id: 'kernel.not_signed_in', message: 'Connectez-vous pour continuer.' }),
        actor.language,
      )
    reply.hijack()
    const out = reply.raw
    out.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      connection: 'keep-alive',
    })
    out.write('retry: 2000\n\nevent: ready\ndata: {}\n\n')
    const remove = hub.add({
      organizationId,
      actor,
      tell: (event) => {
        out.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`)
        // One's own rights or session changed: the stream closes, and its reopening finds the new state.
        if (event.name === 'session.ended' || event.name === 'me.rights_changed') out.end()
      },
    })
    const beat = setInterval(() => out.write(': \n\n'), keepAliveMs)
    request.raw.on('close', () => {
      clearInterval(beat)
      remove()
    })
    return reply
  })
}

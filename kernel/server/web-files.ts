import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Serves the built web: hashed assets for good, and one page for every address of the application. */
export const mountWeb = async (http: FastifyInstance, folder: string): Promise<void> => {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
  if (page === null) return
  await http.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    setHeaders: (response, path) => {
      void response.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
    },
  })
  const sendPage = (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(pageFor(request, page, reply.cspNonce.style))
  http.get('/', sendPage)
  http.get('/*', (request, reply) => {
    // Only addresses of pages: a missing asset or API path stays a 404. What follows «?» may end like a file: an e-mail does.
    const [path = '/'] = request.url.split('?')
    if (path.startsWith('/api/') || path.startsWith('/assets/') || /\.[a-z0-9]{2,5}$/.test(path)) return reply.callNotFound()
    return sendPage(request, reply)
  })
}

const known = (value: string | undefined, allowed: readonly string[]): string | null =>
  value !== undefined && allowed.includes(value) ? value : null

/** The page with this request's nonce, and the language and theme last chosen in this browser, so that nothing flashes. */
const pageFor = (request: FastifyRequest, page: string, nonce: string): string => {
  const language = known(request.cookies['assura_language'], ['fr', 'ar', 'en'])
  const theme = known(request.cookies['assura_theme'], ['light', 'dark'])
  return page
    .replaceAll('__NONCE__', nonce)
    .replace(
      '<html lang="fr" dir="ltr"',
      `<html lang="${language ?? 'fr'}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"${theme ? ` data-theme="${theme}" data-mantine-color-scheme="${theme}"` : ''}`,
    )
}

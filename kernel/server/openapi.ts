import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Operation } from '#kernel/shared/contract.ts'
import { problemDetails } from '#kernel/shared/problem.ts'

type Schema = Record<string, unknown>

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Schema => {
  const made = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ jsonSchema: part }) => {
      // A format says it; the giant pattern behind it says nothing more to a reader.
      if (part.format !== undefined) delete part.pattern
    },
  }) as Schema
  delete made['$schema']
  return made
}

/** Lifts the named parts (`.meta({ id })`) out of a schema into the document's components. */
const lift = (schema: Schema, components: Record<string, Schema>): Schema => {
  const definitions = (schema['$defs'] ?? {}) as Record<string, Schema>
  delete schema['$defs']
  for (const [name, part] of Object.entries(definitions)) components[name] ??= rewrite(part) as Schema
  const id = schema['id']
  if (typeof id === 'string') {
    components[id] ??= rewrite({ ...schema }) as Schema
    return { $ref: `#/components/schemas/${id}` }
  }
  return rewrite(schema) as Schema
}

const rewrite = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(rewrite)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      if (key === 'id' && typeof part === 'string') return []
      if (key === '$ref' && typeof part === 'string') return [[key, part.replace('#/$defs/', '#/components/schemas/')]]
      return [[key, rewrite(part)]]
    }),
  )
}

/** The OpenAPI 3.1 document of these operations; the same contracts drive the server, the web client and this page. */
export const openApiOf = (operations: readonly Operation[]): Schema => {
  const components: Record<string, Schema> = {}
  const problem = lift(jsonSchema(problemDetails, 'output'), components)
  const paths: Record<string, Record<string, unknown>> = {}
  for (const operation of operations) {
    const path = `/api/v1${operation.path.replace(/:([a-z_]+)/g, '{$1}')}`
    const input = lift(jsonSchema(operation.input, 'input'), components)
    const properties = (input['properties'] ?? {}) as Record<string, Schema>
    const required = new Set((input['required'] ?? []) as string[])
    const inPath = [...operation.path.matchAll(/:([a-z_]+)/g)].map((match) => match[1] ?? '')
    const inQuery = operation.method === 'GET' || operation.method === 'DELETE'
    const rest = Object.keys(properties).filter((name) => !inPath.includes(name))
    const body = {
      type: 'object',
      properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
      required: rest.filter((name) => required.has(name)),
    }
    const media = operation.body === 'multipart' ? 'multipart/form-data' : 'application/json'
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: {
        operationId: operation.name,
        tags: [operation.name.slice(0, operation.name.indexOf('.'))],
        summary: operation.summary,
        ...(operation.access === 'public' ? { security: [] } : {}),
        'x-permission': operation.access,
        parameters: [
          ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
          ...(inQuery ? rest.map((name) => ({ name, in: 'query', required: required.has(name), schema: properties[name] })) : []),
          ...(operation.method === 'POST'
            ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } }]
            : []),
        ],
        ...(!inQuery && {
          requestBody: {
            required: rest.some((name) => required.has(name)),
            content: {
              [media]: {
                schema:
                  operation.body === 'multipart'
                    ? { ...body, properties: { file: { type: 'string', format: 'binary' }, ...body.properties } }
                    : body,
              },
            },
          },
        }),
        responses: {
          [String(operation.status ?? 200)]:
            operation.answer === 'file'
              ? { description: 'The file.', content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
              : {
                  description: 'Done.',
                  content: { 'application/json': { schema: lift(jsonSchema(operation.output, 'output'), components) } },
                },
          default: {
            description: 'A refusal, as problem details (RFC 9457).',
            content: { 'application/problem+json': { schema: problem } },
          },
        },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'ASSURA-CRM',
      version: '1',
      description: 'The interface that the web application itself uses. Money is in integer centimes, instants are UTC, days are local.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { apiKey: [] }],
    paths,
    components: {
      schemas: components,
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'assura_session' }, apiKey: { type: 'http', scheme: 'bearer' } },
    },
  }
}

/** `GET /api/openapi.json`, and `GET /api/docs` to read it. */
export const describeApi = (http: FastifyInstance, operations: readonly Operation[]): void => {
  // Made when first asked for, and once: it takes longer than the rest of a start.
  let document: string | undefined
  let sections: string | undefined
  http.get('/api/openapi.json', async (_request, reply) => {
    document ??= JSON.stringify(openApiOf(operations))
    return reply.header('content-type', 'application/json; charset=utf-8').send(document)
  })
  http.get('/api/docs', async (_request, reply) => {
    sections ??= sectionsOf(operations)
    return reply.header('content-type', 'text/html; charset=utf-8').send(apiPage(sections, reply.cspNonce.style))
  })
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)

/** Every operation by object, with its fields. */
const sectionsOf = (operations: readonly Operation[]): string => {
  const groups = Map.groupBy(operations, (operation) => operation.name.slice(0, operation.name.indexOf('.')))
  const fields = (schema: z.ZodType, io: 'input' | 'output') => escape(JSON.stringify(jsonSchema(schema, io), null, 2))
  return [...groups]
    .map(
      ([group, list]) =>
        `<h2 id="${group}">${group}</h2>${list
          .map(
            (operation) =>
              `<details><summary><b>${operation.method}</b> <code>/api/v1${escape(operation.path)}</code> <span>${escape(operation.summary)}</span></summary><p>Permission: <code>${operation.access}</code> · operation: <code>${operation.name}</code></p><h3>Input</h3><pre>${fields(operation.input, 'input')}</pre><h3>Output</h3><pre>${operation.answer === 'file' ? 'file' : fields(operation.output, 'output')}</pre></details>`,
          )
          .join('')}`,
    )
    .join('')
}

/** One plain page, no script. */
const apiPage = (sections: string, nonce: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>ASSURA-CRM API</title><style nonce="${nonce}">body{font:15px/1.5 system-ui,sans-serif;max-width:960px;margin:0 auto;padding:24px 16px;color:#141821;background:#fff}h1{font-size:22px}h2{margin-top:32px;font-size:17px;border-bottom:1px solid #e3e6eb}details{border-bottom:1px solid #eef0f3;padding:6px 0}summary{cursor:pointer}summary b{display:inline-block;min-width:56px}summary span{color:#4a5262;margin-inline-start:8px}pre{background:#f6f7f9;padding:12px;overflow:auto;font-size:13px}@media(prefers-color-scheme:dark){body{background:#0e1116;color:#e9ecf2}pre{background:#161a21}h2,details{border-color:#262c36}summary span{color:#b4bccb}}</style></head><body><h1>ASSURA-CRM API</h1><p>OpenAPI 3.1: <a href="/api/openapi.json">/api/openapi.json</a>. Sign in with <code>POST /api/v1/auth/sign-in</code> (cookie) or send <code>Authorization: Bearer &lt;api key&gt;</code>. Errors are <code>application/problem+json</code>.</p>${sections}</body></html>`

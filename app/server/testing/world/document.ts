import type { Document } from '#capabilities/documents/contract.ts'
import type { Maker } from './makers.ts'

/** One white pixel. */
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=', 'base64')

/** A picture attached to a customer, by the person whose own it shall be where they may, else by the administrator. */
export const makeDocument: Maker = async ({ customer, administrator, owner, app }) => {
  const form = { file: picture, name: 'constat.png', fields: { subject_id: customer.id } }
  for (const person of [owner, administrator]) {
    const sent = await app.request('POST', '/api/v1/documents', { cookie: person.cookie, form })
    const document = sent.body as Document
    if (sent.status === 201) return { id: document.id, contactId: customer.id, version: document.version }
  }
  throw new Error('no document was attached')
}

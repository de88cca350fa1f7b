import type { Preview } from '../../fields.ts'

interface FileKind {
  readonly ending: string
  readonly preview: Preview | null
}

/** What can be attached, by media type: the ending under which it is saved, and how it is shown. */
export const fileKinds: Readonly<Record<string, FileKind>> = {
  'application/pdf': { ending: 'pdf', preview: 'pdf' },
  'image/jpeg': { ending: 'jpg', preview: 'image' },
  'image/png': { ending: 'png', preview: 'image' },
  'image/webp': { ending: 'webp', preview: 'image' },
  // As telephones take them; browsers do not show it.
  'image/heic': { ending: 'heic', preview: null },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { ending: 'docx', preview: null },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { ending: 'xlsx', preview: null },
  'text/plain': { ending: 'txt', preview: 'text' },
  'text/csv': { ending: 'csv', preview: 'text' },
}

export const previewOf = (mediaType: string): Preview | null => fileKinds[mediaType]?.preview ?? null

const notInNames = /[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu

/** A title as the name of a file of this type, without what no file system takes. */
export const fileNameOf = (title: string, mediaType: string): string => {
  const ending = fileKinds[mediaType]?.ending
  const plain = title.replace(notInNames, ' ').replace(/\s+/g, ' ').trim().replace(/^\.+/, '') || 'document'
  return ending === undefined || plain.toLowerCase().endsWith(`.${ending}`) ? plain : `${plain}.${ending}`
}

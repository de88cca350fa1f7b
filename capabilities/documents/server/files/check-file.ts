import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { Upload } from '#kernel/server/context.ts'
import { refuse, type Problem, type Sentence } from '#kernel/shared/problem.ts'
import { detectType } from './detect-type.ts'
import { fileKinds } from './file-kinds.ts'

/** A file that may be kept: its true type and the mark of its content. */
export interface CheckedFile {
  readonly path: string
  /** As the sender calls it, without folders. */
  readonly name: string
  readonly mediaType: string
  readonly bytes: number
  /** Hexadecimal. */
  readonly sha256: string
}

const sentences = {
  missing: /*i18n*/ { id: 'document.file.missing', message: 'Choisissez un fichier.' },
  empty: /*i18n*/ { id: 'document.file.empty', message: 'Ce fichier est vide.' },
  unknown: /*i18n*/ {
    id: 'document.file.unknown',
    message:
      'Ce type de fichier ne se joint pas. Choisissez un PDF, une image (JPEG, PNG, WebP, HEIC), un Word, un Excel, un texte ou un CSV.',
  },
  program: /*i18n*/ { id: 'document.file.program', message: 'Ce fichier est un programme : il ne peut pas être joint.' },
  macros: /*i18n*/ {
    id: 'document.file.macros',
    message: 'Ce fichier contient des macros : enregistrez-le sans macros (.docx ou .xlsx), ou en PDF, et joignez-le de nouveau.',
  },
  locked: /*i18n*/ {
    id: 'document.file.locked',
    message:
      'Ce fichier Office est d’un ancien format ou protégé par un mot de passe. Enregistrez-le en .docx, .xlsx ou PDF, sans mot de passe.',
  },
  damaged: /*i18n*/ { id: 'document.file.damaged', message: 'Ce fichier est abîmé ou incomplet : il ne peut pas être lu.' },
  lying: /*i18n*/ {
    id: 'document.file.lying',
    message: 'Le nom de ce fichier finit par « .{ending} », mais son contenu est autre chose. Vérifiez-le avant de le joindre.',
  },
} as const satisfies Record<string, Sentence>

export const fileRefusal = (fault: keyof typeof sentences, values: Sentence['values'] = {}): Problem =>
  refuse(`document.file.${fault}`, { ...sentences[fault], values }, 'file')

/** Endings by what they promise. Pictures are often sent under the name of another kind of picture; texts have many endings. */
const promises: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  ...Object.fromEntries(['jpg', 'jpeg', 'jpe', 'jfif', 'png', 'webp', 'heic', 'heif'].map((ending) => [ending, 'image'])),
  docx: 'docx',
  xlsx: 'xlsx',
  ...Object.fromEntries(['txt', 'text', 'csv', 'tsv', 'log', 'md'].map((ending) => [ending, 'text'])),
}

const promiseOf = (mediaType: string): string =>
  mediaType.startsWith('image/') ? 'image' : mediaType.startsWith('text/') ? 'text' : (fileKinds[mediaType]?.ending ?? '')

/** The name without folders and signs that write it backwards or unseen. */
const plainName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
    .slice(0, 200)
}

/** Looks at a sent file: refused (422) unless its content is of a kind that is taken and is what its name says. */
export const checkFile = async (upload: Upload | null | undefined): Promise<CheckedFile> => {
  if (!upload) throw fileRefusal('missing')
  const detected = await detectType(upload.path)
  if ('fault' in detected) throw fileRefusal(detected.fault)
  const name = plainName(upload.name)
  const ending = /\.([^.\s]{1,12})$/.exec(name)?.[1]?.toLowerCase()
  if (ending === undefined) {
    // Text without a name for it may be anything that somebody later opens with the wrong program.
    if (detected.mediaType === 'text/plain') throw fileRefusal('unknown')
  } else {
    const promised = promises[ending]
    if (promised === undefined && detected.mediaType === 'text/plain') throw fileRefusal('unknown')
    // «avenant.v2» ends in no type at all: only a word promises one.
    const says = promised ?? (/^[a-z]+$/.test(ending) ? ending : undefined)
    if (says !== undefined && says !== promiseOf(detected.mediaType)) throw fileRefusal('lying', { ending })
  }
  const mediaType = detected.mediaType === 'text/plain' && (ending === 'csv' || ending === 'tsv') ? 'text/csv' : detected.mediaType
  const hash = createHash('sha256')
  await pipeline(createReadStream(upload.path), hash)
  return { path: upload.path, name: name || 'document', mediaType, bytes: upload.bytes, sha256: hash.digest('hex') }
}

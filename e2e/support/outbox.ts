import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Program } from './program.ts'

/** A message of the local outbox, which stands in for a mail server (no mail server is configured). */
export interface Letter {
  readonly to: string
  readonly subject: string
  /** Headers and bodies, decoded. */
  readonly text: string
  /** The address behind its button. */
  readonly link: string
}

/** The newest message for this address that has this page in its link (`/verify-email`), as soon as it lies in the outbox. */
export const letterFor = async (program: Program, to: string, page: string): Promise<Letter> => {
  const newest = () =>
    readLetters(program)
      .filter((letter) => letter.to === to.toLowerCase() && new URL(letter.link).pathname.startsWith(page))
      .at(-1)
  await expect.poll(newest, { message: `a message for ${to} that leads to ${page}`, timeout: 30_000 }).toBeDefined()
  return newest() as Letter
}

/** The messages for an address, oldest first. */
export const lettersFor = (program: Program, to: string): readonly Letter[] =>
  readLetters(program).filter((letter) => letter.to === to.toLowerCase())

/** The single-use token of a link, which stands after its `#`. */
export const tokenOf = (letter: Letter): string => decodeURIComponent(new URL(letter.link).hash.slice(1))

// Names of the files are UUID v7: their order is that of writing.
const readLetters = (program: Program): Letter[] => {
  const folder = join(program.dataDir, 'outbox')
  const names = ((): string[] => {
    try {
      return readdirSync(folder)
    } catch {
      return []
    }
  })()
  return names
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .map((name) => letterOf(readFileSync(join(folder, name), 'utf8')))
    .filter((letter): letter is Letter => letter !== null)
}

// A file that is being written has no link yet.
const letterOf = (source: string): Letter | null => {
  const text = decode(source)
  const link = /https?:\/\/[^\s"<]+/.exec(text)?.[0]
  const to = /^To: (.+)$/m.exec(text)?.[1]
  if (link === undefined || to === undefined) return null
  return { to: to.trim().toLowerCase(), subject: /^Subject: (.+)$/m.exec(text)?.[1]?.trim() ?? '', text, link }
}

/** Quoted-printable, of UTF-8. */
const decode = (source: string): string => {
  const bytes = source
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/(?:=[0-9A-F]{2})+/g, (run) => Buffer.from(run.replaceAll('=', ''), 'hex').toString('utf8'))
  return bytes.replaceAll('\r\n', '\n')
}

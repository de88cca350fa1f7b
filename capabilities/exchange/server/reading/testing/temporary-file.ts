import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file of a test, deleted with its folder when it goes out of scope (`await using`). */
export interface TemporaryFile extends AsyncDisposable {
  readonly path: string
}

/** Writes bytes or text, or pieces of bytes, to a file of its own. */
export const temporaryFile = async (
  content: string | Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  name = 'fichier',
): Promise<TemporaryFile> => {
  const folder = await mkdtemp(join(tmpdir(), 'assura-reading-'))
  const path = join(folder, name)
  await writeFile(path, content)
  return { path, [Symbol.asyncDispose]: () => rm(folder, { recursive: true }) }
}

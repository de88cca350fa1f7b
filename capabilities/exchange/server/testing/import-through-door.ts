import type { ImportRun, ImportState } from '../../contract.ts'
import type { Person, TestApp } from '#app/server/testing/test-app.ts'

const settledStates: readonly ImportState[] = ['needs_answer', 'ready', 'checked', 'done', 'cancelled', 'failed', 'reverted']

/** Waits until an import asks for nothing more of the background. */
export const settledImport = async (app: TestApp, person: Pick<Person, 'cookie'>, id: string): Promise<ImportRun> => {
  for (;;) {
    await app.settled()
    const answer = await app.request('GET', `/api/v1/imports/${id}`, { cookie: person.cookie })
    const run = answer.body as ImportRun
    if (answer.status !== 200) throw new Error(`import ${id}: ${answer.status} ${JSON.stringify(answer.body)}`)
    if (settledStates.includes(run.state)) return run
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Sends a file as any client does; the answer of the upload. */
export const sendFile = (
  app: TestApp,
  person: Pick<Person, 'cookie'>,
  file: Buffer | string,
  fields: Record<string, string>,
  name = 'clients.csv',
) => app.request('POST', '/api/v1/imports', { cookie: person.cookie, form: { file: Buffer.from(file), name, fields } })

/** Sends a file and waits for what becomes of it. */
export const importFile = async (
  app: TestApp,
  person: Pick<Person, 'cookie'>,
  file: Buffer | string,
  fields: Record<string, string>,
  name?: string,
): Promise<ImportRun> => {
  const sent = await sendFile(app, person, file, fields, name)
  if (sent.status !== 202) throw new Error(`import: ${sent.status} ${JSON.stringify(sent.body)}`)
  return settledImport(app, person, (sent.body as ImportRun).id)
}

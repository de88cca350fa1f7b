import type { Person, TestApp } from '#app/server/testing/test-app.ts'
import type { ExportRun } from '../../contract.ts'

/** Asks for an export as any client does. */
export const askExport = (app: TestApp, person: Pick<Person, 'cookie'>, body: Record<string, unknown>) =>
  app.request('POST', '/api/v1/exports', { cookie: person.cookie, body })

/** Waits until an export is written, or was stopped. */
export const settledExport = async (app: TestApp, person: Pick<Person, 'cookie'>, id: string): Promise<ExportRun> => {
  for (;;) {
    await app.settled()
    const run = (await app.request('GET', `/api/v1/exports/${id}`, { cookie: person.cookie })).body as ExportRun
    if (run.state !== 'queued' && run.state !== 'running') return run
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Asks for a file and gives its bytes. */
export const exportFile = async (
  app: TestApp,
  person: Pick<Person, 'cookie'>,
  body: Record<string, unknown>,
): Promise<{ run: ExportRun; file: Buffer }> => {
  const asked = await askExport(app, person, body)
  if (asked.status !== 202) throw new Error(`export: ${asked.status} ${JSON.stringify(asked.body)}`)
  const run = await settledExport(app, person, (asked.body as ExportRun).id)
  if (run.state !== 'done') throw new Error(`export: ${run.state} ${JSON.stringify(run.failure)}`)
  const { http } = app.app
  const answer = await http?.inject({ method: 'GET', url: `/api/v1/exports/${run.id}/file`, headers: { cookie: person.cookie } })
  if (answer?.statusCode !== 200) throw new Error(`export file: ${answer?.statusCode}`)
  return { run, file: answer.rawPayload }
}

import { testApp as anyApp, type TestApp } from '../../testing/test-app.ts'
import { makeDemo } from '../make-demo.ts'

/** The day of the demonstrations in tests. */
export const asOf = '2026-11-23'

/** A small demonstration in a test application, and rows of it: `$1` is its organization. */
export interface Demonstration {
  readonly app: TestApp
  readonly organizationId: string
  rows<T = Record<string, unknown>>(text: string): Promise<T[]>
  /** Rows of a table of the organization, or of a query of one column `record`, as programs see them: days as text, amounts as numbers. */
  records<T>(of: string): Promise<T[]>
  /** The one figure of a query. */
  figure(text: string): Promise<number>
}

/** Makes one; two of the same name and seed in two databases must be alike to the last identifier. */
export const demonstrate = async (
  app: TestApp,
  { seed, name, customers }: { seed: number; name: string; customers: number },
): Promise<Demonstration> => {
  await makeDemo(
    app.app,
    app.database.owner,
    { customers, seed, name, out: null, asOf },
    { password: 'Demo-of-a-test-1', say: () => undefined },
  )
  const [made] = await app.rows<{ organization_id: string }>('select organization_id from organization_directory where name = $1', [name])
  if (!made) throw new Error('the demonstration is not there')
  const organizationId = made.organization_id
  const rows = <T>(text: string): Promise<T[]> => app.rows<T>(text, text.includes('$1') ? [organizationId] : [])
  return {
    app,
    organizationId,
    rows,
    records: async <T>(of: string): Promise<T[]> =>
      (
        await rows<{ record: T }>(of.startsWith('select') ? of : `select to_jsonb(t) as record from ${of} t where organization_id = $1`)
      ).map(({ record }) => record),
    figure: async (text) => Number(Object.values((await rows<Record<string, unknown>>(text))[0] ?? {})[0] ?? 0),
  }
}

/** An application without background work: no reminder of the day fires while its rows are looked at. */
export const testApp = (): Promise<TestApp> => anyApp({ role: 'web' })

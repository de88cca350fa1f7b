import { parseArgs } from 'node:util'
import { todayIn } from '#kernel/shared/days.ts'
import { exitCodes, StartupError } from '#kernel/server/startup-error.ts'

/** What `npm run demo` was asked for. */
export interface DemoOptions {
  readonly customers: number
  readonly seed: number
  readonly name: string
  /** Absolute, or null for `demo.json` in the data folder. */
  readonly out: string | null
  /** The day as of which the data is made; the same seed and day give the same data and identifiers. */
  readonly asOf: string
}

const wrong = (sentence: string): StartupError => new StartupError(`npm run demo : ${sentence}`, exitCodes.setting)

const count = (text: string, name: string, least: number, most: number): number => {
  const value = Number(text)
  if (!Number.isInteger(value) || value < least || value > most) throw wrong(`--${name} attend un nombre entre ${least} et ${most}.`)
  return value
}

/** Reads the command line; a wrong word is said in one sentence. */
export const readDemoOptions = (words: readonly string[], now = new Date()): DemoOptions => {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        customers: { type: 'string' },
        seed: { type: 'string' },
        name: { type: 'string' },
        out: { type: 'string' },
        'as-of': { type: 'string' },
      },
    })
    const asOf = values['as-of'] ?? todayIn('Africa/Algiers', now)
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf))) throw wrong('--as-of attend un jour comme 2026-11-23.')
    return {
      customers: count(values.customers ?? '2000', 'customers', 1, 5_000_000),
      seed: count(values.seed ?? '1', 'seed', 0, 2_000_000_000),
      name: (values.name ?? 'Alliance Démo').trim().slice(0, 160) || 'Alliance Démo',
      out: values.out ?? null,
      asOf,
    }
  } catch (error) {
    if (error instanceof StartupError) throw error
    throw wrong('options connues : --customers N --seed S --name NOM --out FICHIER --as-of AAAA-MM-JJ.')
  }
}

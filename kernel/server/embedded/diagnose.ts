import { exitCodes, StartupError } from '../startup-error.ts'

const known: ReadonlyArray<{ sign: RegExp; sentence: (dataDir: string) => string }> = [
  {
    sign: /No space left on device|Disk quota exceeded/,
    sentence: (dataDir) => `Le disque de ${dataDir} est plein : libérez de la place pour que PostgreSQL puisse démarrer.`,
  },
  {
    sign: /could not map anonymous shared memory|Cannot allocate memory|could not resize shared memory/,
    sentence: () => 'Il n’y a pas assez de mémoire libre pour démarrer PostgreSQL : fermez d’autres programmes, puis relancez.',
  },
  {
    sign: /Permission denied|wrong ownership|Read-only file system|Operation not permitted/,
    sentence: (dataDir) =>
      `PostgreSQL n’a pas le droit de lire ou d’écrire dans ${dataDir} : rendez ce dossier à l’utilisateur qui lance le programme.`,
  },
  {
    sign: /could not locate a valid checkpoint record|invalid (checkpoint|primary checkpoint) record|database files are incompatible|is not a valid data directory|control file/,
    sentence: (dataDir) => `La base de ${dataDir} est abîmée : restaurez une sauvegarde (« npm run restore -- FICHIER »).`,
  },
]

/** The sentence for a PostgreSQL that did not start, from what it wrote; `logFile` is named when the cause is not a known one. */
export const diagnose = (output: string, dataDir: string, logFile?: string): StartupError => {
  const cause = known.find(({ sign }) => sign.test(output))
  if (cause) return new StartupError(cause.sentence(dataDir), exitCodes.unavailable)
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const line = lines.findLast((text) => /FATAL|PANIC|ERROR|error:/.test(text)) ?? lines.at(-1) ?? 'aucun message'
  const seeAlso = logFile === undefined ? '' : ` (journal : ${logFile})`
  return new StartupError(`PostgreSQL n’a pas pu démarrer : « ${line.trim()} »${seeAlso}.`, exitCodes.unavailable)
}

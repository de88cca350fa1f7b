import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { exitCodes, StartupError } from '../startup-error.ts'

/** Under whom PostgreSQL runs: it refuses root. */
export interface Account {
  /** The owner that its files must have, as seen by this process. */
  readonly uid: number
  readonly gid: number
  /** Wraps a command so that it runs under this account and receives SIGINT when this process dies, even by kill -9. */
  readonly wrap: (program: string, args: readonly string[]) => { program: string; args: string[] }
}

/** The ways that root can take, in order of preference. */
export type RootWay = 'namespace' | 'other-user'
export const rootWays: readonly RootWay[] = ['namespace', 'other-user']

interface PasswdEntry {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

/** The accounts under which files may stand that root made: its own, and the one it lends to PostgreSQL. */
export const isRootsAccount = (uid: number): boolean => uid === 0 || lendable().some((entry) => entry.uid === uid)

/** Chooses the account that can run `program` and write in `folder`; root tries `ways` in order. */
export const chooseAccount = (program: string, folder: string, ways: readonly RootWay[] = rootWays): Account => {
  const uid = process.geteuid?.() ?? 0
  if (uid !== 0) return { uid, gid: process.getegid?.() ?? uid, wrap: wrapIn(canTie() ? [tie] : []) }
  const user = lendable()[0]
  const account = user && ways.map((way) => accounts[way](user)).find((candidate) => works(candidate, program, folder))
  if (account) return account
  throw new StartupError(
    'PostgreSQL refuse de tourner sous root et ce système ne permet pas de lui prêter un autre compte : lancez la commande sous un utilisateur ordinaire, ou indiquez un PostgreSQL par le réglage DATABASE_URL.',
    exitCodes.unavailable,
  )
}

const tie = ['setpriv', '--pdeathsig', 'INT'] as const

const accounts: Record<RootWay, (user: PasswdEntry) => Account> = {
  // In a namespace of its own, root bears another number; its files stay root's. setpriv comes after unshare: the
  // change of identity would clear the signal.
  namespace: (user) => ({
    uid: 0,
    gid: 0,
    wrap: wrapIn([['unshare', '--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`], tie]),
  }),
  // Where namespaces are off (many containers): another user, allowed to pass through root's private folders.
  'other-user': (user) => {
    const capability = '-all,+dac_override'
    const lend = [
      'setpriv',
      `--reuid=${user.uid}`,
      `--regid=${user.gid}`,
      '--clear-groups',
      `--inh-caps=${capability}`,
      `--ambient-caps=${capability}`,
      // Otherwise access(2), by which PostgreSQL looks for its own program, does not count the capability.
      '--securebits=+no_setuid_fixup',
    ]
    return { uid: user.uid, gid: user.gid, wrap: wrapIn([[...lend, '--pdeathsig', 'INT']]) }
  },
}

const wrapIn =
  (wrappers: readonly (readonly string[])[]): Account['wrap'] =>
  (program, args) => {
    const [first = program, ...rest] = [...wrappers.flat(), program, ...args]
    return { program: first, args: rest }
  }

const works = (account: Account, program: string, folder: string): boolean => {
  const { program: shell, args } = account.wrap('sh', ['-c', '[ -x "$1" ] && [ -w "$2" ]', 'sh', program, folder])
  return spawnSync(shell, args, { stdio: 'ignore' }).status === 0
}

const canTie = (): boolean => spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status === 0

// initdb looks its user up by number, so it must be one that has a name here.
const lendable = (): PasswdEntry[] => {
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  return ['postgres', 'nobody'].flatMap((name) => entries.filter((entry) => entry.name === name && entry.uid > 0))
}

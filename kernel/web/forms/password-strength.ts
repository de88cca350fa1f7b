/** How well a password resists guessing, 0 (refused) to 4, and the one thing that would help most. */
export interface Strength {
  readonly score: 0 | 1 | 2 | 3 | 4
  readonly advice: 'longer' | 'common' | 'personal' | 'repeated' | 'varied' | null
}

export const shortestPassword = 10

/** What people type first: the server keeps the long list; these are its heads, with what is common here. */
const common =
  /p[a@]ssw?[o0]rd|motdepasse|azerty|qwerty|1234|4321|0000|1111|admin|bonjour|welcome|bienvenue|algerie|algeria|dzair|iloveyou|assurance|abcdef/i

const kindsOf = (text: string): number => [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(text)).length

/** How many characters count: runs (`aaaa`, `1234`, `dcba`) count as two. */
const freshLength = (text: string): number => {
  let count = 0
  let step = Number.NaN
  let run = 0
  for (let at = 0; at < text.length; at += 1) {
    const now = text.charCodeAt(at) - text.charCodeAt(at - 1)
    run = Math.abs(now) <= 1 && now === step ? run + 1 : 0
    step = now
    if (run < 1) count += 1
  }
  return count
}

const isPersonal = (password: string, about: readonly string[]): boolean =>
  about.flatMap((fact) => fact.toLowerCase().split(/[\s@._-]+/)).some((part) => part.length >= 4 && password.toLowerCase().includes(part))

/** Weighs a password; `about` holds what others know of the person (name, e-mail, company). */
export const passwordStrength = (password: string, about: readonly string[] = []): Strength => {
  if (password.length < shortestPassword) return { score: 0, advice: 'longer' }
  const fresh = freshLength(password)
  if (fresh < 7) return { score: 1, advice: 'repeated' }
  if (isPersonal(password, about)) return { score: 1, advice: 'personal' }
  const known = common.exec(password)
  if (known && password.length - known[0].length < 8) return { score: 1, advice: 'common' }
  const weight = fresh + (kindsOf(password) - 1) * 2
  if (weight >= 20) return { score: 4, advice: null }
  if (weight >= 16) return { score: 3, advice: null }
  return { score: 2, advice: kindsOf(password) < 3 ? 'varied' : 'longer' }
}

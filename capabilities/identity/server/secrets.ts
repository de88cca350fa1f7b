import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

// OWASP's minimum for Argon2id: 19 MiB, two passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Argon2id of a password, in PHC form. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

let decoy: Promise<string> | null = null

/** True when the password fits. Without a hash (unknown login) as much time is spent, so that an answer betrays nothing. */
export const passwordFits = async (stored: string | null, password: string): Promise<boolean> => {
  if (stored === null) {
    decoy ??= hashPassword(randomBytes(24).toString('hex'))
    await verify(await decoy, password.normalize('NFKC'))
    return false
  }
  return verify(stored, password.normalize('NFKC'))
}

/** A fresh secret of 256 bits for a link, a session or a key. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: its SHA-256, so that a stolen table opens nothing. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Marks a browser as known to a person (a device cookie): no one else can make one. */
export const deviceMarkOf = (secret: string, userId: string): string => {
  const nonce = randomBytes(9).toString('base64url')
  return `${userId}.${nonce}.${sign(secret, `${userId}.${nonce}`)}`
}

export const deviceMarkFits = (secret: string, userId: string, mark: string | null): boolean => {
  const [user, nonce, signature] = (mark ?? '').split('.')
  if (user !== userId || nonce === undefined || signature === undefined) return false
  const expected = Buffer.from(sign(secret, `${user}.${nonce}`))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

const sign = (secret: string, text: string): string => createHmac('sha256', `${secret}:device`).update(text).digest('base64url')

import { fold } from '#kernel/shared/fold.ts'
import { refuse } from '#kernel/shared/problem.ts'

// What people type first when asked for ten characters; guessing programs too (NIST SP 800-63B, 5.1.1.2: refuse common values).
const common = [
  'motdepasse',
  'password',
  'azertyuiop',
  'qwertyuiop',
  '1234567890',
  '0123456789',
  'assurance',
  'algerie',
  'bonjour',
  'administrateur',
  'alliance',
  'welcome',
  'iloveyou',
  'passw0rd',
]

/** Refuses passwords that are one common word with ornaments, one repeated character, or the person's own name or address. */
export const checkPassword = (password: string, own: readonly (string | null | undefined)[]): void => {
  const plain = fold(password).replaceAll(' ', '')
  const bare = plain.replace(/[0-9]+$/, '').replace(/^[0-9]+/, '')
  const repeated = new Set(plain).size <= 3
  const ordinary = common.some((word) => plain === word || bare === word)
  const personal = own.some((text) => {
    const word = fold(text ?? '').replaceAll(' ', '')
    return word.length >= 4 && (bare === word || plain === word || plain === fold((text ?? '').split('@')[0] ?? '').replaceAll(' ', ''))
  })
  if (repeated || ordinary || personal) {
    throw refuse(
      'password.too_easy',
      /*i18n*/ {
        id: 'password.too_easy',
        message: 'Ce mot de passe se devine trop vite. Choisissez plusieurs mots sans rapport avec votre nom.',
      },
      'password',
    )
  }
}

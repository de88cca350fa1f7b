import type { Sentence } from '#kernel/shared/problem.ts'
import { compact, doubtful, isFiller, refused, type Checked } from '#kernel/shared/checked.ts'
import type { documentKinds } from './contract.ts'

const filler: Sentence = /*i18n*/ {
  id: 'identifier.filler',
  message: 'Tous les chiffres sont les mêmes : vérifiez le numéro sur la pièce.',
}

export type DocumentKind = (typeof documentKinds)[number]

/**
 * Number of an identity document: nine digits on the biometric card, passport and licence. Older papers bear up to 16
 * letters and digits: kept with a warning.
 */
export const checkDocumentNumber = (text: string, kind: DocumentKind): Checked => {
  const value = compact(text)
  if (/^\d{9}$/.test(value)) return isFiller(value) ? doubtful(value, 'document.form_filler', filler) : { value }
  if (!/^(?=.*\d)[\p{L}\p{N}]{4,16}$/u.test(value)) {
    return refused(
      'document.form',
      /*i18n*/ {
        id: 'document.form',
        message: 'Un numéro de pièce compte 9 chiffres ; les anciennes pièces ont de 4 à 16 lettres et chiffres.',
      },
    )
  }
  return doubtful(value, 'document.older', olderDocument[kind])
}

const olderDocument: Readonly<Record<DocumentKind, Sentence>> = {
  national_id: /*i18n*/ {
    id: 'document.older_national_id',
    message: 'Ce n’est pas le numéro d’une carte d’identité biométrique (9 chiffres) : vérifiez s’il s’agit d’une ancienne carte.',
  },
  passport: /*i18n*/ {
    id: 'document.older_passport',
    message:
      'Ce n’est pas le numéro d’un passeport biométrique algérien (9 chiffres) : vérifiez s’il s’agit d’un passeport étranger ou ancien.',
  },
  driving_licence: /*i18n*/ {
    id: 'document.older_driving_licence',
    message: 'Ce n’est pas le numéro d’un permis biométrique (9 chiffres) : vérifiez s’il s’agit d’un ancien permis.',
  },
}

/** Client code `AAAAA-NNNNNN`: the agency that made it, then a sequence. The hyphen may be missing or a space. */
export const checkClientCode = (text: string): Checked => {
  const found = /^(\d{5})(\d{6})$/.exec(compact(text))
  if (found) return { value: `${found[1] ?? ''}-${found[2] ?? ''}` }
  return refused(
    'client_code.form',
    /*i18n*/ { id: 'client_code.form', message: 'Un code client s’écrit 16083-004512 : le numéro de l’agence, puis six chiffres.' },
  )
}

/** The client code of a sequence (1 to 999 999) in an agency. */
export const clientCode = (agencyNumber: string, sequence: number): string => `${agencyNumber}-${String(sequence).padStart(6, '0')}`

/** A sensitive value with its middle hidden: `•••• 9012`; a short one is hidden whole. `head` leading signs may stay too. */
export const maskMiddle = (value: string, { head = 0, tail = 4 }: { head?: number; tail?: number } = {}): string => {
  const signs = compact(value)
  if (signs.length < (head + tail) * 2) return '••••'
  return `${head > 0 ? `${signs.slice(0, head)} ` : ''}••••${tail > 0 ? ` ${signs.slice(-tail)}` : ''}`
}

import type { Sentence } from './problem.ts'
import { compact, doubtful, isFiller, refused, tidied, type Checked } from './checked.ts'

/** A number of a fixed count of digits, in one rule: what else is there in it is said in the sentence. */
const digits = (text: string, lengths: readonly number[], code: string, sentence: Sentence, filler: Sentence): Checked => {
  const value = compact(text)
  if (!/^\d+$/.test(value) || !lengths.includes(value.length)) {
    return refused(code, { ...sentence, values: { count: /^\d+$/.test(value) ? value.length : value.replace(/\D/g, '').length } })
  }
  return isFiller(value) ? doubtful(value, `${code}_filler`, filler) : { value }
}

const filler: Sentence = /*i18n*/ {
  id: 'identifier.filler',
  message: 'Tous les chiffres sont les mêmes : vérifiez le numéro sur la pièce.',
}

/** National identification number: 18 digits. Its key is not public, so nothing more is checked. */
export const checkNin = (text: string): Checked =>
  digits(
    text,
    [18],
    'nin.form',
    /*i18n*/ { id: 'nin.form', message: 'Le NIN compte 18 chiffres ; celui-ci en a {count}. Il figure au dos de la carte d’identité.' },
    filler,
  )

/** Tax number: 15 digits, 20 for a secondary establishment. */
export const checkNif = (text: string): Checked =>
  digits(
    text,
    [15, 20],
    'nif.form',
    /*i18n*/ {
      id: 'nif.form',
      message: 'Le NIF compte 15 chiffres, ou 20 pour un établissement secondaire ; celui-ci en a {count}.',
    },
    filler,
  )

/** The 15 digits that all establishments of a taxpayer share. */
export const taxpayerOf = (nif: string): string => nif.slice(0, 15)

/** Statistical number of the national office of statistics: 15 digits. */
export const checkNis = (text: string): Checked =>
  digits(text, [15], 'nis.form', /*i18n*/ { id: 'nis.form', message: 'Le NIS compte 15 chiffres ; celui-ci en a {count}.' }, filler)

/** Tax article («article d'imposition»): 11 digits. */
export const checkTaxArticle = (text: string): Checked =>
  digits(
    text,
    [11],
    'ai.form',
    /*i18n*/ { id: 'ai.form', message: 'L’article d’imposition compte 11 chiffres ; celui-ci en a {count}.' },
    filler,
  )

const lastWilaya = 69
const isWilaya = (code: string): boolean => Number(code) >= 1 && Number(code) <= lastWilaya

/**
 * Trade register number in its normal form `16/00-0978543 B 09`: wilaya, number, A for a person or B for a company,
 * year. The older order (`09 B 0978543 - 16/00`) is put right; without the wilaya it is kept with a warning.
 */
export const checkTradeRegister = (text: string): Checked => {
  const plain = tidied(text)
    .replace(/^(?:N°\s*)?(?:RC|R\.C\.?|REGISTRE\s+D[EU]\s+COMMERCE)\s*(?:N°|NO)?\s*:?\s*/, '')
    .replace(/^N°\s*/, '')
  const modern = /^(\d{2})\s*[/ -]?\s*(\d{2})\s*[/ -]?\s*(\d{7})\s*-?\s*([AB])\s*-?\s*(\d{2})$/.exec(plain)
  const older = /^(\d{2})\s*-?\s*([AB])\s*-?\s*(\d{7})\s*[/ -]*\s*(\d{2})\s*\/?\s*(\d{2})$/.exec(plain)
  const short = /^(\d{2})\s*-?\s*([AB])\s*-?\s*(\d{7})$/.exec(plain)
  const parts = modern
    ? { wilaya: modern[1], rank: modern[2], number: modern[3], letter: modern[4], year: modern[5] }
    : older && { wilaya: older[5], rank: older[4], number: older[3], letter: older[2], year: older[1] }
  if (short && !parts) {
    return doubtful(
      `${short[1] ?? ''} ${short[2] ?? ''} ${short[3] ?? ''}`,
      'rc.without_wilaya',
      /*i18n*/ { id: 'rc.without_wilaya', message: 'La wilaya manque : le numéro complet s’écrit 16/00-0978543 B 09.' },
    )
  }
  if (!parts) {
    return refused(
      'rc.form',
      /*i18n*/ {
        id: 'rc.form',
        message: 'Un numéro de registre de commerce s’écrit 16/00-0978543 B 09 (A pour une personne physique, B pour une société).',
      },
    )
  }
  // In the older order the wilaya stands before the stroke as well as after it: the pair that is no wilaya is the rank.
  const [wilaya, rank] =
    older && !modern && isWilaya(parts.rank ?? '') && !isWilaya(parts.wilaya ?? '')
      ? [parts.rank, parts.wilaya]
      : [parts.wilaya, parts.rank]
  const value = `${wilaya ?? ''}/${rank ?? ''}-${parts.number ?? ''} ${parts.letter ?? ''} ${parts.year ?? ''}`
  if (isWilaya(wilaya ?? '')) return { value }
  return doubtful(
    value,
    'rc.wilaya',
    /*i18n*/ {
      id: 'rc.wilaya',
      message: 'Le numéro commence par {wilaya}, qui n’est le code d’aucune wilaya (01 à 69).',
      values: { wilaya: wilaya ?? '' },
    },
  )
}

/** The form in which trade register numbers are compared, whatever was typed: letters and digits alone. */
export const tradeRegisterKey = (text: string): string => {
  const checked = checkTradeRegister(text)
  return compact('value' in checked ? checked.value : text)
}

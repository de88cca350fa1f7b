import type { z } from 'zod'
import { Problem, type Sentence } from '#kernel/shared/problem.ts'
import type { Language } from './context.ts'

/** What is said above the refused fields. */
export const checkFields: Sentence = /*i18n*/ { id: 'input.check_fields', message: 'Certaines valeurs sont à corriger.' }

/** The sentence of one refused value. */
const sentenceOf = (issue: z.core.$ZodIssue): Sentence => {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined || issue.input === null || /received (undefined|null)/.test(issue.message))
      return /*i18n*/ { id: 'input.required', message: 'Ce champ est nécessaire.' }
    return /*i18n*/ { id: 'input.type', message: 'Cette valeur n’a pas la forme attendue.' }
  }
  if (issue.code === 'too_small') {
    if (issue.origin === 'string' && Number(issue.minimum) <= 1)
      return /*i18n*/ { id: 'input.required', message: 'Ce champ est nécessaire.' }
    if (issue.origin === 'string')
      return {
        .../*i18n*/ { id: 'input.too_short', message: 'Au moins {minimum} caractères.' },
        values: { minimum: Number(issue.minimum) },
      }
    return { .../*i18n*/ { id: 'input.too_small', message: 'Au moins {minimum}.' }, values: { minimum: Number(issue.minimum) } }
  }
  if (issue.code === 'too_big') {
    if (issue.origin === 'string')
      return { .../*i18n*/ { id: 'input.too_long', message: 'Au plus {maximum} caractères.' }, values: { maximum: Number(issue.maximum) } }
    return { .../*i18n*/ { id: 'input.too_big', message: 'Au plus {maximum}.' }, values: { maximum: Number(issue.maximum) } }
  }
  if (issue.code === 'invalid_format' && issue.format === 'email')
    return /*i18n*/ { id: 'input.email', message: 'Cette adresse e-mail n’est pas complète, par exemple nom@exemple.dz.' }
  if (issue.code === 'invalid_format' && (issue.format === 'date' || issue.format === 'datetime'))
    return /*i18n*/ { id: 'input.day', message: 'Cette date n’existe pas.' }
  if (issue.code === 'invalid_format') return /*i18n*/ { id: 'input.format', message: 'Cette valeur n’a pas la forme attendue.' }
  if (issue.code === 'invalid_value') return /*i18n*/ { id: 'input.choice', message: 'Choisissez une des valeurs proposées.' }
  if (issue.code === 'unrecognized_keys')
    return { .../*i18n*/ { id: 'input.unknown_field', message: 'Champ inconnu : {names}.' }, values: { names: issue.keys.join(', ') } }
  return /*i18n*/ { id: 'input.invalid', message: 'Cette valeur n’est pas valable.' }
}

/** A 400 that names each refused field in a sentence. */
export const inputProblem = (error: z.ZodError, _language: Language): Problem =>
  new Problem(
    400,
    'invalid_input',
    checkFields,
    error.issues.slice(0, 50).map((issue) => ({ path: issue.path.join('.'), code: issue.code, sentence: sentenceOf(issue) })),
  )

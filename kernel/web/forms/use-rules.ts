import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { isEmail } from '#kernel/shared/email.ts'
import { shortestPassword } from './password-strength.ts'

type Rule = (value: string) => string | null

const optional =
  (rule: Rule): Rule =>
  (value) =>
    value.trim() === '' ? null : rule(value)

/** The checks that forms share, each with its sentence in the reader's language. */
export const useRules = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const needed =
      (sentence: string): Rule =>
      (value) =>
        value.trim() === '' ? sentence : null
    const email: Rule = (value) => (isEmail(value) ? null : t`Écrivez une adresse complète, comme nom@compagnie.dz.`)
    const between =
      (shortest: number, longest: number): Rule =>
      (value) => {
        const length = value.trim().length
        if (length < shortest) return t`Écrivez au moins ${shortest} caractères.`
        return length > longest ? t`Écrivez au plus ${longest} caractères.` : null
      }
    const password: Rule = (value) => (value.length < shortestPassword ? t`Choisissez au moins ${shortestPassword} caractères.` : null)
    const website: Rule = (value) =>
      /^(https?:\/\/)?[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(value.trim())
        ? null
        : t`Écrivez l’adresse du site, comme www.compagnie.dz.`
    return { needed, email, between, password, website, optional }
  }, [t])
}

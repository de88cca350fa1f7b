import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Rules } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import type { CompanyValues } from './company-values.ts'

/** What is asked of the company sheet; a value that was already there is not refused for its form. */
export const useCompanyRules = (before: CompanyValues): Rules<CompanyValues> => {
  const { t } = useLingui()
  const { between, email, website } = useRules()
  return useMemo(() => {
    const fresh =
      (field: keyof CompanyValues, rule: (text: string) => string | null) =>
      (text: string): string | null =>
        text.trim() === '' || before[field] === text ? null : rule(text)
    return {
      name: (text) => (text.trim() === '' ? t`Écrivez le nom de l’entreprise.` : between(2, 160)(text)),
      postcode: fresh('postcode', (text) => (/^\d{5}$/.test(text.trim()) ? null : t`Un code postal compte 5 chiffres, comme 16000.`)),
      email: fresh('email', email),
      website: fresh('website', website),
      employees: fresh('employees', (text) =>
        /^[\d\s\u202f\u00a0]{1,12}$/.test(text) && Number(text.replace(/\D/g, '')) <= 1_000_000 ? null : t`Écrivez un nombre de personnes.`,
      ),
    }
  }, [t, before, between, email, website])
}

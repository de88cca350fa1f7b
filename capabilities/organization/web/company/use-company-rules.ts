import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Checked } from '#kernel/shared/checked.ts'
import { checkNif, checkTradeRegister } from '#kernel/shared/national-identifiers.ts'
import type { Rules } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { useSentence } from '#kernel/web/use-sentence.ts'
import type { CompanyValues } from './company-values.ts'

/** What is asked of the company sheet; a value that was already there is not refused for its form. */
export const useCompanyRules = (before: CompanyValues): Rules<CompanyValues> => {
  const { t } = useLingui()
  const say = useSentence()
  const { between, email, website } = useRules()
  return useMemo(() => {
    const fresh =
      (field: keyof CompanyValues, rule: (text: string) => string | null) =>
      (text: string): string | null =>
        text.trim() === '' || before[field] === text ? null : rule(text)
    const checked = (check: (text: string) => Checked) => (text: string) => {
      const answer = check(text)
      return 'severity' in answer && answer.severity === 'error' ? say(answer.sentence) : null
    }
    return {
      name: (text) => (text.trim() === '' ? t`Écrivez le nom de l’entreprise.` : between(2, 160)(text)),
      postcode: fresh('postcode', (text) => (/^\d{5}$/.test(text.trim()) ? null : t`Un code postal compte 5 chiffres, comme 16000.`)),
      email: fresh('email', email),
      website: fresh('website', website),
      rc: fresh('rc', checked(checkTradeRegister)),
      nif: fresh('nif', checked(checkNif)),
      employees: fresh('employees', (text) =>
        /^[\d\s\u202f\u00a0]{1,12}$/.test(text) && Number(text.replace(/\D/g, '')) <= 1_000_000 ? null : t`Écrivez un nombre de personnes.`,
      ),
    }
  }, [t, say, before, between, email, website])
}

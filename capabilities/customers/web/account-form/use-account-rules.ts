import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { isEmail } from '#kernel/shared/email.ts'
import { parseCentimes } from '#kernel/shared/money.ts'
import type { Rules } from '#kernel/web/forms/use-form.ts'
import { useSentence } from '#kernel/web/use-sentence.ts'
import type { Checked } from '#kernel/shared/checked.ts'
import { checkNif, checkTradeRegister } from '#kernel/shared/national-identifiers.ts'
import type { AccountFormValues } from './account-values.ts'

/** What is asked of an account's fields; a value that was already there is not refused for its form. */
export const useAccountRules = (before: AccountFormValues | null): Rules<AccountFormValues> => {
  const { t } = useLingui()
  const say = useSentence()
  return useMemo(() => {
    const fresh =
      (field: keyof AccountFormValues, rule: (text: string) => string | null) =>
      (text: string): string | null =>
        text.trim() === '' || before?.[field] === text ? null : rule(text)
    const checked = (check: (text: string) => Checked) => (text: string) => {
      const answer = check(text)
      return 'severity' in answer && answer.severity === 'error' ? say(answer.sentence) : null
    }
    return {
      name: (text) => (text.trim() === '' ? t`Écrivez le nom du compte.` : null),
      email: fresh('email', (text) => (isEmail(text) ? null : t`Écrivez une adresse complète, comme nom@compagnie.dz.`)),
      nif: fresh('nif', checked(checkNif)),
      rc: fresh('rc', checked(checkTradeRegister)),
      employees: fresh('employees', (text) => (/^[\d\s\u202f\u00a0]{1,12}$/.test(text) ? null : t`Écrivez un nombre de personnes.`)),
      revenue_centimes: fresh('revenue_centimes', (text) =>
        (parseCentimes(text) ?? -1) >= 0 ? null : t`Écrivez un montant en dinars, comme 1 500 000.`,
      ),
      agency_id: (id) => (id === '' ? t`Choisissez l’agence.` : null),
    }
  }, [t, say, before])
}

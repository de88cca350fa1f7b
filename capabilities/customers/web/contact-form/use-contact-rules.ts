import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { isEmail } from '#kernel/shared/email.ts'
import { parseCentimes } from '#kernel/shared/money.ts'
import { readPhone } from '#kernel/shared/phone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { Rules } from '#kernel/web/forms/use-form.ts'
import { useSentence } from '#kernel/web/use-sentence.ts'
import { checkRib } from '../../bank-accounts.ts'
import type { Checked } from '#kernel/shared/checked.ts'
import { documentKinds } from '../../contract.ts'
import { checkNif, checkNin, checkNis, checkTaxArticle, checkTradeRegister } from '#kernel/shared/national-identifiers.ts'
import { checkDocumentNumber } from '../../identifiers.ts'
import { isPerson, type ContactFormValues } from './contact-values.ts'

type Field = keyof ContactFormValues

const checks: Partial<Record<Field, (text: string, values: ContactFormValues) => Checked>> = {
  nin: checkNin,
  nif: checkNif,
  nis: checkNis,
  ai: checkTaxArticle,
  rc: checkTradeRegister,
  rib: checkRib,
  document_number: (text, values) =>
    checkDocumentNumber(text, documentKinds.find((kind) => kind === values.document_kind) ?? 'national_id'),
}

/**
 * What is asked of a contact's fields. A value that was already there is not refused for its form, since files bring all sorts;
 * `doubt` says what looks wrong in a value that is taken all the same.
 */
export const useContactRules = (before: ContactFormValues | null) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const say = useSentence()
  return useMemo(() => {
    const fresh =
      (field: Field, rule: (text: string, values: ContactFormValues) => string | null) =>
      (text: string, values: ContactFormValues): string | null =>
        text.trim() === '' || before?.[field] === text ? null : rule(text, values)
    const refusalOf = (field: Field) =>
      fresh(field, (text, values) => {
        const checked = checks[field]?.(text, values)
        return checked && 'severity' in checked && checked.severity === 'error' ? say(checked.sentence) : null
      })
    const dayRule = (field: Field, past: boolean) =>
      fresh(field, (text) => {
        if (!isDay(text)) return t`Écrivez la date comme 23/11/2026.`
        return past && text > today() ? t`Ce jour n’est pas encore passé.` : null
      })
    const email = (field: Field) =>
      fresh(field, (text) => (isEmail(text) ? null : t`Écrivez une adresse complète, comme nom@compagnie.dz.`))
    const rules: Rules<ContactFormValues> = {
      last_name: (text, values) =>
        isPerson(values.kind) &&
        text.trim() === '' &&
        values.first_name.trim() === '' &&
        (values.kind !== 'professional' || values.company_name.trim() === '')
          ? t`Écrivez au moins un nom.`
          : null,
      company_name: (text, values) => (!isPerson(values.kind) && text.trim() === '' ? t`Écrivez la raison sociale.` : null),
      birth_date: dayRule('birth_date', true),
      document_issued_on: dayRule('document_issued_on', true),
      registered_on: (text, values) =>
        text.trim() === '' ? t`Écrivez la date d’inscription.` : dayRule('registered_on', true)(text, values),
      email: email('email'),
      other_email: email('other_email'),
      nin: refusalOf('nin'),
      nif: refusalOf('nif'),
      nis: refusalOf('nis'),
      ai: refusalOf('ai'),
      rc: refusalOf('rc'),
      rib: refusalOf('rib'),
      document_number: refusalOf('document_number'),
      employees: fresh('employees', (text) => (/^[\d\s\u202f\u00a0]{1,12}$/.test(text) ? null : t`Écrivez un nombre de personnes.`)),
      revenue_centimes: fresh('revenue_centimes', (text) =>
        (parseCentimes(text) ?? -1) >= 0 ? null : t`Écrivez un montant en dinars, comme 1 500 000.`,
      ),
      agency_id: (id) => (id === '' ? t`Choisissez l’agence.` : null),
    }
    const doubt = (field: Field, values: ContactFormValues): string | null => {
      const text = values[field]
      if (typeof text !== 'string' || text.trim() === '') return null
      if (field === 'mobile' || field === 'phone' || field === 'other_phone')
        return readPhone(text) ? null : t`Ce numéro n’est pas reconnu; il sera gardé tel quel et signalé.`
      const checked = checks[field]?.(text, values)
      return checked && 'value' in checked && 'severity' in checked ? say(checked.sentence) : null
    }
    return { rules, doubt }
  }, [t, today, say, before])
}

import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { Rules } from '#kernel/web/forms/use-form.ts'
import { useObjectRemarks } from '../objects/use-object-remarks.ts'
import type { PolicyFormValues } from './policy-values.ts'

/** What keeps a contract from being sent, field by field; `draft` asks less: a project may lack nearly anything. */
export const usePolicyRules = (draft: () => boolean): Rules<PolicyFormValues> => {
  const { t } = useLingui()
  const { today } = useFormats()
  const remarksOf = useObjectRemarks()
  return useMemo(
    () => ({
      contact_id: (id) => (id === '' ? t`Choisissez le client.` : null),
      product_id: (id) => (id === '' ? t`Choisissez le produit.` : null),
      effective_date: (text, { existing_number }) => {
        if (!isDay(text)) return t`Écrivez la date comme 23/11/2026.`
        return !draft() && existing_number === '' && text < today() ? t`La prise d’effet ne peut pas précéder aujourd’hui.` : null
      },
      guarantees: (guarantees) => (!draft() && guarantees.length === 0 ? t`Choisissez au moins une garantie.` : null),
      // Said at each field by the section itself; here it only keeps the form from being sent.
      objects: (objects) =>
        !draft() && objects.some((object) => Object.keys(remarksOf(object).errors).length > 0)
          ? t`Ce qui est assuré est à compléter.`
          : null,
      discount: (text) => {
        const value = Number(text.trim().replace(',', '.'))
        return text.trim() === '' || (value >= 0 && value <= 100) ? null : t`Écrivez un pourcentage, de 0 à 100.`
      },
      bm_coefficient: (text) => {
        const value = Number(text.trim().replace(',', '.'))
        return text.trim() === '' || (value >= 0.1 && value <= 10) ? null : t`Écrivez un coefficient, comme 0,85.`
      },
    }),
    [t, today, remarksOf, draft],
  )
}

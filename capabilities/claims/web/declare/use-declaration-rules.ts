import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import type { Rules } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import type { DeclarationValues } from './declaration-values.ts'

/** What a declaration must say; what is only doubtful is pointed out beside the form instead. */
export const useDeclarationRules = (): Rules<DeclarationValues> => {
  const { t } = useLingui()
  const { today } = useFormats()
  return useMemo(() => {
    const optionalDay = (text: string) => (text === '' || isDay(text) ? null : t`Écrivez une date, comme 23/11/2026.`)
    const optionalCount = (text: string) => (/^\d{0,3}$/.test(text.trim()) ? null : t`Écrivez un nombre.`)
    return {
      policy_id: (id: string) => (id === '' ? t`Choisissez la police.` : null),
      nature: (nature: string) => (nature === '' ? t`Choisissez ce qui s’est passé.` : null),
      occurred_on: (text: string) =>
        !isDay(text) ? t`Écrivez une date, comme 23/11/2026.` : text > today() ? t`La date de survenance est dans le futur.` : null,
      declared_on: (text: string, values: DeclarationValues) =>
        !isDay(text)
          ? t`Écrivez une date, comme 23/11/2026.`
          : text > today()
            ? t`La date de déclaration est dans le futur.`
            : text < values.occurred_on
              ? t`Un sinistre ne se déclare pas avant d’être survenu.`
              : null,
      catnat_published_on: optionalDay,
      licence_date: optionalDay,
      report_on: optionalDay,
      complaint_on: optionalDay,
      found_on: optionalDay,
      injured: optionalCount,
      deaths: optionalCount,
      parties: (parties: DeclarationValues['parties']) =>
        parties.some((party) => party.name.trim() === '' && (party.plate !== '' || party.phone !== '' || party.company !== ''))
          ? t`Donnez un nom à chacun, ou retirez-le.`
          : parties.some((party) => [party.policy_from, party.policy_until].some((day) => day !== '' && !isDay(day)))
            ? t`Une date de validité n’est pas lisible.`
            : null,
    }
  }, [t, today])
}

import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import { adverseCompanies, adverseOthers } from '../claim-shapes.ts'
import { useClaimWords } from './use-claim-words.ts'

/** The insurer of the party opposite: one of the market's, none, foreign; another that a file brought stays as it is. */
export const CompanyField = ({ value, onChange, label }: { value: string; onChange: (company: string) => void; label: string }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const options = useMemo(
    () => [
      ...adverseCompanies.map((name) => ({ value: name, label: name })),
      ...adverseOthers.map((word) => ({ value: word, label: words.company[word] })),
    ],
    [words],
  )
  return (
    <PickField
      label={label}
      optional
      source={{ options }}
      value={value === '' ? null : value}
      shown={value}
      clearable
      placeholder={t`Choisir…`}
      onChange={(next) => onChange(next ?? '')}
    />
  )
}

/** What an insurer of the party opposite is called. */
export const useCompanyName = () => {
  const words = useClaimWords()
  return (company: string | null): string | null =>
    company === null ? null : company === 'uninsured' || company === 'foreign' ? words.company[company] : company
}

import { useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { useSession } from '#kernel/web/session.tsx'

/** Whether a letter goes with what is done, and in which language; nothing for who may not write letters. */
export const LetterFields = ({
  label,
  wanted,
  language,
  onWanted,
  onLanguage,
}: {
  label: string
  wanted: boolean
  language: 'fr' | 'ar'
  onWanted: (wanted: boolean) => void
  onLanguage: (language: 'fr' | 'ar') => void
}) => {
  const { t } = useLingui()
  const { can } = useSession()
  if (!can('document.create') || !can('claim.attach')) return null
  return (
    <>
      <CheckField label={label} checked={wanted} onChange={(event) => onWanted(event.target.checked)} />
      {wanted && (
        <Segments
          label={t`Langue de la lettre`}
          value={language}
          onChange={onLanguage}
          options={[
            { value: 'fr', label: 'Français' },
            { value: 'ar', label: 'العربية' },
          ]}
        />
      )}
    </>
  )
}

/** The language in which a customer is written to. */
export const letterLanguage = (of: string): 'fr' | 'ar' => (of === 'ar' ? 'ar' : 'fr')

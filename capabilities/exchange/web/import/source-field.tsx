import { useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { TextField } from '#kernel/web/forms/text-field.tsx'

/** Where the records come from; kept on leaving the field. */
export const SourceField = ({ value, onChange }: { value: string | null; onChange: (source: string | null) => void }) => {
  const { t } = useLingui()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      optional
      label={t`Source`}
      hint={t`Le logiciel d’où vient le fichier: ses identifiants ne se confondent pas avec ceux d’un autre.`}
      name="source"
      maxLength={60}
      value={typed ?? value ?? ''}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        const next = typed?.trim() || null
        if (typed !== null && next !== value) onChange(next)
        setTyped(null)
      }}
    />
  )
}

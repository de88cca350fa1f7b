import type { ChangeEvent } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import type { CashRule } from '../../fields.ts'

interface CashNoticeProps {
  readonly rule: CashRule
  readonly name: string
  readonly checked: boolean
  readonly error: string | undefined
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
}

/** What the law says of cash for the covers that are being paid: refused, or to be confirmed. */
export const CashNotice = ({ rule, ...box }: CashNoticeProps) => {
  const { t } = useLingui()
  if (rule === 'allow') return null
  if (rule === 'block')
    return (
      <Notice tone="bad">
        <Trans>Espèces interdites pour une assurance obligatoire (LF 2025, art. 207): choisissez un autre mode.</Trans>
      </Notice>
    )
  return (
    <div>
      <Notice tone="warn">
        <Trans>
          Depuis 2025, la loi interdit les espèces pour une assurance obligatoire (LF 2025, art. 207). Votre confirmation est journalisée.
        </Trans>
      </Notice>
      <CheckField {...box} label={t`J’encaisse en espèces malgré tout`} />
    </div>
  )
}

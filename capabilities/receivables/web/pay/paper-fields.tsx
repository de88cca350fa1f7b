import { useEffect, useId, useRef } from 'react'
import { useLingui } from '@lingui/react/macro'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import type { PaymentMode } from '../../fields.ts'
import { paperOf } from '../../rules.ts'
import classes from './pay.module.css'

interface PaperValues {
  reference: string
  bank: string
}

interface PaperFieldsProps<V extends PaperValues> {
  readonly form: Form<V>
  readonly mode: PaymentMode
  readonly banks: readonly string[]
  /** Goes on to the number at once, where a key has just asked for it. */
  readonly first?: boolean
}

/** Number and bank, as the mode asks for them; nothing for cash. */
export const PaperFields = <V extends PaperValues>({ form, mode, banks, first = false }: PaperFieldsProps<V>) => {
  const number = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (first) number.current?.focus()
  }, [first])
  const { t } = useLingui()
  const list = useId()
  const paper = paperOf(mode)
  if (paper.reference === 'none') return null
  const cheque = mode === 'cheque' || mode === 'postal_cheque'
  const card = mode === 'cib_card' || mode === 'edahabia_card' || mode === 'cib_online' || mode === 'edahabia_online'
  return (
    <div className={classes['row']}>
      <TextField
        {...form.text('reference' as keyof V & string)}
        ref={number}
        label={cheque ? t`Numéro du chèque` : card ? t`Numéro d’autorisation` : t`Référence`}
        optional={paper.reference === 'optional'}
        maxLength={60}
        ltr
        autoComplete="off"
      />
      {paper.bank !== 'none' && (
        <>
          <TextField
            {...form.text('bank' as keyof V & string)}
            label={t`Banque`}
            optional={paper.bank === 'optional'}
            maxLength={120}
            list={list}
            autoComplete="off"
          />
          <datalist id={list}>
            {banks.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </div>
  )
}

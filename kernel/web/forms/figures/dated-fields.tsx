import { useLingui } from '@lingui/react/macro'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { FigureFields } from './figure-fields.tsx'
import type { FigureShape } from './figures.ts'
import type { DatedTexts } from './use-dated-form.ts'

/** The fields of a value that begins on a day. */
export const DatedFields = ({
  form,
  shape,
  faults,
  past,
}: {
  form: Form<DatedTexts>
  shape: FigureShape
  faults: Readonly<Record<string, string>>
  past: boolean
}) => {
  const { t } = useLingui()
  const { value, onChange } = form.pick('figures')
  return (
    <FormFrame form={form}>
      <DayField
        {...form.pick('effective_from')}
        label={t`À partir du`}
        hint={past ? undefined : t`Ce qui vaut jusque-là reste inchangé.`}
        data-first
      />
      <FigureFields shape={shape} texts={value} onChange={onChange} faults={faults} />
      <TextField
        {...form.text('legal_basis')}
        label={t`Base légale`}
        optional
        maxLength={200}
        autoComplete="off"
        placeholder={t`Loi de finances, article…`}
      />
      {past && (
        <TextField
          {...form.text('reason')}
          label={t`Motif`}
          hint={t`Cette date est passée: les délais et primes calculés pour ces jours changent.`}
          maxLength={500}
          autoComplete="off"
        />
      )}
    </FormFrame>
  )
}

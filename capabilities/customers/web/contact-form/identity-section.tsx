import { useLingui } from '@lingui/react/macro'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import { optionsOf, useCustomerWords } from '../use-customer-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import { isPerson } from './contact-values.ts'
import type { SectionProps } from './section-props.ts'

/** Who: a person's names and birthday, or an organization's name. */
export const IdentitySection = ({ form, doubt }: SectionProps) => {
  const { t } = useLingui()
  const fields = useFieldWords()
  const words = useCustomerWords()
  const { today } = useFormats()
  const { kind } = form.values
  const name = (
    <TextField
      {...form.text('company_name')}
      label={kind === 'professional' ? t`Nom commercial` : fields.company_name}
      optional={kind === 'professional'}
      maxLength={200}
      autoComplete="off"
    />
  )
  if (!isPerson(kind))
    return (
      <>
        {name}
        <FieldRow>
          <SelectField
            {...form.text('legal_form')}
            label={fields.legal_form}
            optional
            none={t`Non précisée`}
            options={optionsOf(words.legalForm)}
          />
          <TextField {...form.text('sector')} label={fields.sector} optional maxLength={120} />
        </FieldRow>
        <FieldRow>
          <TextField
            {...form.text('rc')}
            label={fields.rc}
            optional
            ltr
            maxLength={40}
            placeholder="16/00-0978543 B 09"
            hint={doubt('rc')}
          />
          <TextField {...form.text('nif')} label={fields.nif} optional ltr inputMode="numeric" maxLength={40} hint={doubt('nif')} />
        </FieldRow>
      </>
    )
  return (
    <>
      <FieldRow>
        <TextField {...form.text('last_name')} label={fields.last_name} maxLength={120} autoComplete="off" autoCapitalize="characters" />
        <TextField
          {...form.text('first_name')}
          label={fields.first_name}
          optional
          maxLength={120}
          autoComplete="off"
          autoCapitalize="words"
        />
      </FieldRow>
      {kind === 'professional' && name}
      <FieldRow>
        <SelectField {...form.text('title')} label={fields.title} optional none={t`Non précisée`} options={optionsOf(words.title)} />
        <DayField {...form.pick('birth_date')} label={fields.birth_date} optional max={today()} />
      </FieldRow>
    </>
  )
}

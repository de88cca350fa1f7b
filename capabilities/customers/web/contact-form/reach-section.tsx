import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { CommuneField, WilayaField } from '#capabilities/organization/web/index.ts'
import { useFieldWords } from '../use-field-words.ts'
import type { SectionProps } from './section-props.ts'

/** How to reach the contact: telephone, e-mail, address. */
export const ReachSection = ({ form, doubt }: SectionProps) => {
  const fields = useFieldWords()
  const { values } = form
  const wilaya = values.wilaya === '' ? null : values.wilaya
  return (
    <>
      <FieldRow>
        <PhoneField {...form.pick('mobile')} label={fields.mobile} optional autoComplete="off" hint={doubt('mobile')} />
        <TextField {...form.text('email')} label={fields.email} type="email" optional maxLength={254} autoComplete="off" />
      </FieldRow>
      <TextField {...form.text('address')} label={fields.address} optional maxLength={300} autoComplete="off" />
      <FieldRow>
        <WilayaField
          {...form.pick('wilaya')}
          optional
          value={wilaya}
          onChange={(next) => {
            form.set('wilaya', next ?? '')
            if (next !== wilaya) form.set('commune', '')
          }}
        />
        <CommuneField
          name="commune"
          wilaya={wilaya}
          optional
          error={form.errors.commune}
          value={values.commune === '' ? null : values.commune}
          onChange={(next, postcode) => {
            form.set('commune', next ?? '')
            if (postcode !== null) form.set('postcode', postcode)
          }}
        />
      </FieldRow>
    </>
  )
}

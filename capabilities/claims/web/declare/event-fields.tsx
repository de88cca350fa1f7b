import { useLingui } from '@lingui/react/macro'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { CommuneField, WilayaField } from '#capabilities/organization/web/index.ts'
import { naturesOf } from '../../natures.ts'
import { optionsOf, useClaimWords } from '../use-claim-words.ts'
import type { DeclarationValues } from './declaration-values.ts'

/** What happened, when and where, in the insured's words. */
export const EventFields = ({ form, objectKind }: { form: Form<DeclarationValues>; objectKind: string | null }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { today } = useFormats()
  const { values } = form
  const known = naturesOf(objectKind)
  const natures = values.nature !== '' && !known.some((nature) => nature === values.nature) ? naturesOf(null) : known
  return (
    <>
      <SelectField
        {...form.text('nature')}
        label={t`Que s’est-il passé ?`}
        none={t`Choisir…`}
        options={natures.map((value) => ({ value, label: words.nature[value] }))}
      />
      {values.nature === 'natural_event' && (
        <SelectField {...form.text('event')} label={t`Événement`} none={t`Choisir…`} options={optionsOf(words.event)} />
      )}
      {values.nature === 'catnat' && (
        <DayField
          {...form.pick('catnat_published_on')}
          label={t`État de catastrophe publié au Journal officiel le`}
          optional
          max={today()}
          hint={t`Le délai de déclaration court de ce jour.`}
        />
      )}
      <FieldRow>
        <DayField {...form.pick('occurred_on')} label={t`Survenu le`} max={today()} />
        <TextField {...form.text('occurred_at_time')} label={t`Heure`} optional type="time" ltr />
      </FieldRow>
      <TextField {...form.text('place')} label={t`Lieu`} optional maxLength={300} placeholder={t`Rue, route, carrefour…`} />
      <FieldRow>
        <WilayaField
          optional
          value={values.wilaya}
          onChange={(wilaya) => {
            form.set('wilaya', wilaya)
            form.set('commune', null)
          }}
        />
        <CommuneField optional wilaya={values.wilaya} value={values.commune} onChange={(commune) => form.set('commune', commune)} />
      </FieldRow>
      <TextArea {...form.text('circumstances')} label={t`Circonstances`} optional rows={4} maxLength={8000} />
    </>
  )
}

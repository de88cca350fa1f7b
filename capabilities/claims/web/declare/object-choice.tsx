import { useLingui } from '@lingui/react/macro'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import type { Coverage } from '../../contract.ts'
import type { DeclarationValues } from './declaration-values.ts'

/** Which of the insured things: asked only where the policy has several. */
export const ObjectChoice = ({ form, objects }: { form: Form<DeclarationValues>; objects: Coverage['objects'] }) => {
  const { t } = useLingui()
  if (objects.length < 2) return null
  return (
    <PickField
      label={t`Bien concerné`}
      optional
      source={{
        options: objects.map((one) => ({
          value: one.id,
          label: one.label,
          ...(one.insured ? {} : { detail: t`non assuré à cette date` }),
        })),
      }}
      value={form.values.object_id === '' ? null : form.values.object_id}
      clearable
      placeholder={t`Choisir…`}
      onChange={(id) => form.set('object_id', id ?? '')}
    />
  )
}

import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { CommuneName, useWilayas } from '#capabilities/organization/web/index.ts'
import type { ObjectField } from './object-fields.ts'
import { useObjectWords } from './use-object-words.ts'

/** A field of an insured thing, as it is read. */
export const ObjectValue = ({ field, value, wilaya }: { field: ObjectField; value: unknown; wilaya: string | null }) => {
  const formats = useFormats()
  const words = useObjectWords()
  const { nameOf } = useWilayas()
  if (value === null || value === undefined || value === '') return null
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  switch (field.kind) {
    case 'boolean':
      return value === true ? <Trans>Oui</Trans> : <Trans>Non</Trans>
    case 'money':
      return <bdi dir="ltr">{formats.amount(Number(value), { decimals: 'needed' })}</bdi>
    case 'integer':
      return <bdi>{field.path.endsWith('_year') || field.path.endsWith('_in') ? text : formats.count(Number(value))}</bdi>
    case 'day':
      return <bdi>{formats.day(text)}</bdi>
    case 'choice':
      return words.choice(field.path, text)
    case 'wilaya':
      return nameOf(text)
    case 'commune':
      return <CommuneName wilaya={wilaya} code={text} />
    case 'code':
      return <bdi dir="ltr">{text}</bdi>
    case 'text':
      return <bdi>{text}</bdi>
  }
}

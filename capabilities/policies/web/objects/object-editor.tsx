import { Trans, useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { CommuneField, WilayaField } from '#capabilities/organization/web/index.ts'
import type { ObjectDraft } from './object-draft.ts'
import { fieldsFor, type ObjectField } from './object-fields.ts'
import { useObjectWords } from './use-object-words.ts'

interface ObjectEditorProps {
  readonly draft: ObjectDraft
  /** How the product is priced: what its price needs is asked. */
  readonly tariff: string
  readonly onChange: (draft: ObjectDraft) => void
  /** What is refused, and what is only doubtful, by path. */
  readonly errors: Readonly<Record<string, string>>
  readonly doubts: Readonly<Record<string, string>>
  readonly onLeave?: () => void
}

const priced = ({ prices }: ObjectField, tariff: string): boolean => prices?.includes(tariff) ?? false

const Control = ({ field, of }: { field: ObjectField; of: ObjectEditorProps }) => {
  const { t } = useLingui()
  const words = useObjectWords()
  const { draft, tariff, onChange, errors, doubts, onLeave } = of
  const value = draft.texts[field.path] ?? ''
  const set = (text: string, more: Readonly<Record<string, string>> = {}) =>
    onChange({ ...draft, texts: { ...draft.texts, ...more, [field.path]: text } })
  const common = {
    label: words.label[field.path] ?? field.path,
    name: field.path,
    error: errors[field.path],
    hint: doubts[field.path],
    optional: !priced(field, tariff) && field.path !== 'plate' && field.path !== 'address',
  }
  switch (field.kind) {
    case 'boolean':
      return (
        <CheckField
          label={common.label}
          name={field.path}
          checked={value === 'yes'}
          onChange={(event) => set(event.target.checked ? 'yes' : '')}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...common}
          optional={false}
          options={words.options(field.path, field.options ?? [])}
          none={value === '' ? t`Choisir…` : undefined}
          value={value}
          onChange={(event) => set(event.target.value)}
          onBlur={onLeave}
        />
      )
    case 'day':
      return <DayField {...common} value={value} onChange={set} {...(onLeave && { onBlur: onLeave })} />
    case 'wilaya':
      return (
        <WilayaField
          name={field.path}
          error={common.error}
          optional={common.optional}
          value={value || null}
          onChange={(next) => set(next ?? '', { commune: '' })}
        />
      )
    case 'commune':
      return (
        <CommuneField
          name={field.path}
          error={common.error}
          optional
          wilaya={draft.texts['wilaya'] || null}
          value={value || null}
          onChange={(next) => set(next ?? '')}
        />
      )
    default:
      return (
        <TextField
          {...common}
          autoComplete="off"
          ltr={field.kind !== 'text'}
          inputMode={field.kind === 'integer' || field.kind === 'money' ? 'decimal' : undefined}
          {...(field.kind === 'money' && { end: 'DA' })}
          value={value}
          onChange={(event) => set(event.target.value)}
          onBlur={onLeave}
        />
      )
  }
}

/** Pairs of fields side by side; boxes take a line of their own. */
const Rows = ({ fields, of }: { fields: readonly ObjectField[]; of: ObjectEditorProps }) => {
  const typed = fields.filter(({ kind }) => kind !== 'boolean')
  const boxes = fields.filter(({ kind }) => kind === 'boolean')
  const pairs = typed.flatMap((_, at) => (at % 2 === 0 ? [typed.slice(at, at + 2)] : []))
  return (
    <>
      {pairs.map((pair) => (
        <FieldRow key={pair[0]?.path}>
          {pair.map((field) => (
            <Control key={field.path} field={field} of={of} />
          ))}
        </FieldRow>
      ))}
      {boxes.map((field) => (
        <Control key={field.path} field={field} of={of} />
      ))}
    </>
  )
}

/** A thing as it is typed: what identifies and prices it first, the rest folded. */
export const ObjectEditor = (of: ObjectEditorProps) => {
  const fields = fieldsFor(of.draft.kind, of.tariff)
  const first = fields.filter((field) => !field.rare)
  const rest = fields.filter((field) => field.rare)
  const filled = rest.some(({ path, kind }) => kind !== 'boolean' && (of.draft.texts[path] ?? '') !== '')
  const wrong = rest.some(({ path }) => of.errors[path] !== undefined)
  return (
    <>
      <Rows fields={first} of={of} />
      {rest.length > 0 && (
        <Fold title={<Trans>Autres caractéristiques</Trans>} open={filled || wrong}>
          <Rows fields={rest} of={of} />
        </Fold>
      )}
    </>
  )
}

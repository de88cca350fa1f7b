import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { randomKey } from '#kernel/web/api.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import { WilayaField } from '#capabilities/organization/web/index.ts'
import { contactSource } from '../contact-source.ts'
import { optionsOf, usePolicyWords } from '../use-policy-words.ts'
import type { PartyDraft } from './policy-values.ts'
import classes from './policy-form.module.css'

const categories = ['A1', 'A', 'B', 'C1', 'C', 'D', 'E', 'F'].map((value) => ({ value, label: value }))

const nobody = (role: PartyDraft['role']): PartyDraft => ({
  key: randomKey(),
  role,
  contact_id: '',
  name: '',
  birth_date: '',
  licence_number: '',
  licence_category: role === 'driver' ? 'B' : '',
  licence_date: '',
  licence_wilaya: '',
})

const Party = ({ party, onChange, onRemove }: { party: PartyDraft; onChange: (party: PartyDraft) => void; onRemove: () => void }) => {
  const { t } = useLingui()
  const words = usePolicyWords()
  const set = <K extends keyof PartyDraft>(field: K, value: PartyDraft[K]) => onChange({ ...party, [field]: value })
  return (
    <li className={classes['party']}>
      <header>
        <SelectField
          label={<span className={classes['unseen']}>{t`Rôle`}</span>}
          options={optionsOf(words.role)}
          value={party.role}
          onChange={(event) => set('role', event.target.value as PartyDraft['role'])}
        />
        <IconButton label={t`Retirer cette personne`} onClick={onRemove}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </header>
      <FieldRow>
        <TextField label={t`Nom et prénom`} value={party.name} maxLength={200} onChange={(event) => set('name', event.target.value)} />
        <PickField
          label={t`Client connu`}
          optional
          clearable
          source={contactSource}
          value={party.contact_id || null}
          shown={party.contact_id === '' ? null : party.name}
          placeholder={t`Nom, code ou téléphone…`}
          onChange={(value, choice) => onChange({ ...party, contact_id: value ?? '', name: choice?.label ?? party.name })}
        />
      </FieldRow>
      <FieldRow>
        <DayField label={t`Date de naissance`} optional value={party.birth_date} onChange={(value) => set('birth_date', value)} />
        {party.role === 'driver' && (
          <DayField label={t`Date du permis`} optional value={party.licence_date} onChange={(value) => set('licence_date', value)} />
        )}
      </FieldRow>
      {party.role === 'driver' && (
        <FieldRow>
          <TextField
            label={t`Numéro du permis`}
            optional
            ltr
            maxLength={16}
            value={party.licence_number}
            onChange={(event) => set('licence_number', event.target.value)}
          />
          <SelectField
            label={t`Catégorie`}
            options={categories}
            none={t`Non renseignée`}
            value={party.licence_category}
            onChange={(event) => set('licence_category', event.target.value)}
          />
          <WilayaField optional value={party.licence_wilaya || null} onChange={(value) => set('licence_wilaya', value ?? '')} />
        </FieldRow>
      )}
    </li>
  )
}

/** People besides the subscriber: drivers decide the price, the others are named. */
export const PartySection = ({
  parties,
  drivers,
  onChange,
}: {
  parties: readonly PartyDraft[]
  drivers: boolean
  onChange: (parties: readonly PartyDraft[]) => void
}) => (
  <>
    {parties.length > 0 && (
      <ul className={classes['parties']}>
        {parties.map((party) => (
          <Party
            key={party.key}
            party={party}
            onChange={(next) => onChange(parties.map((one) => (one.key === party.key ? next : one)))}
            onRemove={() => onChange(parties.filter((one) => one.key !== party.key))}
          />
        ))}
      </ul>
    )}
    <div className={classes['adders']}>
      {drivers && (
        <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...parties, nobody('driver')])}>
          <Trans>Conducteur</Trans>
        </Button>
      )}
      <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...parties, nobody('insured')])}>
        <Trans>Assuré</Trans>
      </Button>
      <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...parties, nobody('beneficiary')])}>
        <Trans>Bénéficiaire</Trans>
      </Button>
      <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...parties, nobody('payer')])}>
        <Trans>Payeur</Trans>
      </Button>
    </div>
  </>
)

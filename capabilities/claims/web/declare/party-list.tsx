import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import type { ClaimParty } from '../../contract.ts'
import { CompanyField } from '../company-field.tsx'
import { useClaimWords } from '../use-claim-words.ts'
import { emptyParty, type PartyDraft } from './declaration-values.ts'
import classes from './declare.module.css'

type Text = Exclude<keyof PartyDraft, 'role'>

const PartyFields = ({ party, onChange }: { party: PartyDraft; onChange: (party: PartyDraft) => void }) => {
  const { t } = useLingui()
  const text = (name: Text) => ({
    value: party[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...party, [name]: event.target.value }),
  })
  const third = party.role === 'third_party'
  return (
    <>
      <FieldRow>
        <TextField {...text('name')} label={t`Nom`} maxLength={160} />
        <PhoneField label={t`Téléphone`} optional value={party.phone} onChange={(phone) => onChange({ ...party, phone })} />
      </FieldRow>
      {third && (
        <>
          <FieldRow>
            <TextField {...text('plate')} label={t`Immatriculation`} optional ltr maxLength={30} />
            <CompanyField label={t`Compagnie adverse`} value={party.company} onChange={(company) => onChange({ ...party, company })} />
          </FieldRow>
          <Fold
            title={t`Véhicule, police et dégâts`}
            open={[party.vehicle, party.policy_number, party.driver_name, party.damage].some((value) => value !== '')}
          >
            <FieldRow>
              <TextField {...text('vehicle')} label={t`Véhicule`} optional maxLength={120} />
              <TextField {...text('driver_name')} label={t`Conducteur`} optional maxLength={160} />
            </FieldRow>
            <TextField {...text('policy_number')} label={t`N° de police adverse`} optional ltr maxLength={40} />
            <FieldRow>
              <DayField
                label={t`Valable du`}
                optional
                value={party.policy_from}
                onChange={(policy_from) => onChange({ ...party, policy_from })}
              />
              <DayField
                label={t`au`}
                optional
                value={party.policy_until}
                onChange={(policy_until) => onChange({ ...party, policy_until })}
              />
            </FieldRow>
            <TextField {...text('address')} label={t`Adresse`} optional maxLength={300} />
            <TextArea {...text('damage')} label={t`Dégâts apparents`} optional rows={2} maxLength={2000} />
          </Fold>
        </>
      )}
      {!third && <TextField {...text('address')} label={t`Adresse`} optional maxLength={300} />}
    </>
  )
}

/** Third parties, witnesses and victims, one card each; adding one is one press. */
export const PartyList = ({
  parties,
  onChange,
  roles,
}: {
  parties: readonly PartyDraft[]
  onChange: (parties: readonly PartyDraft[]) => void
  roles: readonly ClaimParty['role'][]
}) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const add: Readonly<Record<ClaimParty['role'], string>> = {
    third_party: t`Ajouter un tiers`,
    witness: t`Ajouter un témoin`,
    victim: t`Ajouter une victime`,
  }
  return (
    <div className={classes['parties']}>
      {parties.map((party, at) => (
        // A party has no name of its own before it is typed: its place tells it.
        // oxlint-disable-next-line react/no-array-index-key
        <fieldset key={at} className={classes['party']}>
          <legend>{words.party[party.role]}</legend>
          <IconButton
            label={t`Retirer`}
            size="small"
            className={classes['remove']}
            onClick={() => onChange(parties.filter((_, other) => other !== at))}
          >
            <Trash2 aria-hidden="true" />
          </IconButton>
          <PartyFields party={party} onChange={(next) => onChange(parties.map((one, other) => (other === at ? next : one)))} />
        </fieldset>
      ))}
      <div className={classes['adds']}>
        {roles.map((role) => (
          <Button key={role} size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...parties, emptyParty(role)])}>
            {add[role]}
          </Button>
        ))}
        {parties.length === 0 && (
          <span className={classes['hint']}>
            <Trans>Aucun pour l’instant.</Trans>
          </span>
        )}
      </div>
    </div>
  )
}

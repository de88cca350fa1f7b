import { useMemo } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useConflict } from '#kernel/web/forms/use-conflict.ts'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { refreshObjects } from '#kernel/web/query.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { useSentence } from '#kernel/web/use-sentence.ts'
import { checkAgencyNumber } from '../../agency-number.ts'
import { agencyTypes, organizationOperations, type Agency, type Region } from '../../contract.ts'
import { CommuneField, WilayaField } from '../places.tsx'
import { AgencyConflict } from './agency-conflict.tsx'
import { agencyChanges, agencyInput, agencyValuesOf, changedAgencyFields, newAgencyValues, type AgencyValues } from './agency-values.ts'
import { freeNumber, suits } from './free-number.ts'
import { NumberHint } from './number-hint.tsx'
import { useAgencyTypes } from './use-agency-words.ts'
import classes from './agencies.module.css'

interface AgencyPanelProps {
  /** The agency to correct, or null for a new one. */
  readonly agency: Agency | null
  /** Where a new one is opened. */
  readonly regionId: string | null
  readonly regions: readonly Region[]
  readonly agencies: readonly Agency[]
  readonly onClose: () => void
}

/** Opens an agency or corrects one; proposes the next free number of its wilaya and type. */
export const AgencyPanel = ({ agency, regionId, regions, agencies, onClose }: AgencyPanelProps) => {
  const { t } = useLingui()
  const say = useSentence()
  const types = useAgencyTypes()
  const rules = useRules()
  const client = useQueryClient()
  const me = useMe()
  const taken = useMemo(() => new Set(agencies.map(({ number }) => number)), [agencies])
  const near = agencies.find(({ region_id }) => region_id === regionId)?.wilaya ?? me.organization.wilaya ?? ''
  const initial: AgencyValues = agency
    ? agencyValuesOf(agency)
    : newAgencyValues({ region_id: regionId ?? '', wilaya: near, number: freeNumber(near, 'direct', taken) ?? '' })
  const conflict = useConflict<Agency | null, AgencyValues>({
    opened: agency,
    valuesOf: agencyValuesOf,
    changed: changedAgencyFields,
    save: (values, over, options) =>
      over === null
        ? call(organizationOperations.createAgency, agencyInput(values), options)
        : call(
            organizationOperations.updateAgency,
            { id: over.id, version: over.version, ...agencyChanges(agencyValuesOf(over), values) },
            options,
          ),
  })
  const { theirs } = conflict
  const saved = async (answer: Agency) => {
    await refreshObjects(client, ['agency', 'region'])
    toast(agency ? t`Agence ${answer.name} enregistrée` : t`Agence ${answer.number} ouverte`)
    onClose()
  }
  const form = useForm<AgencyValues, Agency>({
    initial,
    rules: {
      number: (text, { wilaya }) => {
        const read = checkAgencyNumber(text)
        if ('sentence' in read) return say(read.sentence)
        if (read.value !== agency?.number && taken.has(read.value)) return t`Une autre agence porte déjà ce numéro.`
        return wilaya !== '' && !read.value.startsWith(wilaya) && read.value !== agency?.number
          ? t`Le numéro commence par le code de la wilaya: ${wilaya}.`
          : null
      },
      name: (text) => (text.trim() === '' ? t`Écrivez le nom de l’agence.` : rules.between(2, 120)(text)),
      wilaya: (code) => (code === '' ? t`Choisissez la wilaya.` : null),
      email: rules.optional(rules.email),
    },
    send: conflict.send,
    done: saved,
  })
  const { values } = form
  const wilaya = values.wilaya === '' ? null : values.wilaya
  // A number that was only proposed follows wilaya and type; one that was typed stays.
  const proposed = (code: string, type: Agency['type']) => freeNumber(code, type, taken)
  const follow = (code: string, type: Agency['type']) => {
    if (!agency && (values.number === '' || values.number === proposed(values.wilaya, values.type)))
      form.set('number', proposed(code, type) ?? '')
  }
  const free = agency ? null : proposed(values.wilaya, values.type)
  return (
    <>
      <Dialog
        title={agency ? agency.name : t`Nouvelle agence`}
        kind="side"
        onClose={onClose}
        foot={
          <>
            <Button kind="quiet" onClick={onClose}>
              <Trans>Annuler</Trans>
            </Button>
            <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
              {agency ? <Trans>Enregistrer</Trans> : <Trans>Ouvrir l’agence</Trans>}
            </Button>
          </>
        }
      >
        <FormFrame form={form}>
          <TextField {...form.text('name')} label={t`Nom`} maxLength={120} autoComplete="off" data-first />
          <FieldRow>
            <SelectField
              {...form.text('type')}
              label={t`Type`}
              options={agencyTypes.map((value) => ({ value, label: types[value] }))}
              onChange={(event) => {
                const type = event.target.value as Agency['type']
                follow(values.wilaya, type)
                form.set('type', type)
              }}
            />
            <WilayaField
              {...form.pick('wilaya')}
              value={wilaya}
              onChange={(next) => {
                follow(next ?? '', values.type)
                form.set('wilaya', next ?? '')
                if (next !== wilaya) form.set('commune', '')
              }}
            />
          </FieldRow>
          <TextField
            {...form.text('number')}
            label={t`Numéro`}
            ltr
            inputMode="numeric"
            maxLength={7}
            autoComplete="off"
            hint={<NumberHint type={values.type} />}
          />
          {free !== null && free !== values.number && (
            <p className={classes['proposal']}>
              <Button kind="link" onClick={() => form.set('number', free)}>
                <Trans>Prendre le prochain numéro libre: {free}</Trans>
              </Button>
            </p>
          )}
          {/^\d{5}$/.test(values.number) && !suits(values.number, values.type) && (
            <p className={classes['proposal']}>
              <Trans>Ce rang est d’ordinaire celui d’un autre type d’agence.</Trans>
            </p>
          )}
          <SelectField
            {...form.text('region_id')}
            label={t`Direction régionale`}
            optional
            none={t`Aucune`}
            options={regions.map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }))}
          />
          <CommuneField
            name="commune"
            wilaya={wilaya}
            optional
            error={form.errors.commune}
            value={values.commune === '' ? null : values.commune}
            onChange={(next) => form.set('commune', next ?? '')}
          />
          <TextField {...form.text('address')} label={t`Adresse`} optional maxLength={300} autoComplete="off" />
          <FieldRow>
            <PhoneField {...form.pick('phone')} label={t`Téléphone`} optional placeholder="021 34 46 46" autoComplete="off" />
            <TextField {...form.text('email')} label={t`E-mail`} type="email" optional maxLength={254} autoComplete="off" />
          </FieldRow>
          {agency && (
            <CheckField
              {...form.check('active')}
              label={t`En service`}
              hint={t`Une agence fermée garde ses clients; elle n’est plus proposée dans les formulaires.`}
            />
          )}
        </FormFrame>
      </Dialog>
      {agency && theirs && (
        <AgencyConflict
          versions={{ base: initial, mine: values, theirs: agencyValuesOf(theirs) }}
          regions={regions}
          onSettle={async (chosen) =>
            saved(
              await call(organizationOperations.updateAgency, {
                id: theirs.id,
                version: theirs.version,
                ...agencyChanges(agencyValuesOf(theirs), chosen),
              }),
            )
          }
          onClose={conflict.leave}
        />
      )}
    </>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import type { Coverage } from '../../contract.ts'
import { natureRules, type Nature } from '../../natures.ts'
import { optionsOf, useClaimWords } from '../use-claim-words.ts'
import type { DeclarationValues } from './declaration-values.ts'
import classes from './declare.module.css'

type Known = ReadonlyArray<keyof DeclarationValues>
const driver: Known = ['driver_name', 'driver_relation', 'licence_number', 'licence_category', 'licence_date']
const authority: Known = ['authority_kind', 'authority_unit', 'report_number', 'report_on']
const theft: Known = ['complaint_on', 'serial_number', 'found_on']
const vehicle: Known = ['pledge_creditor', 'heavy_load', 'trailer_plate', 'second_insurer', 'other_damage']
const rest: Known = ['cause']
const categories = ['A1', 'A', 'B', 'C1', 'C', 'D', 'E', 'F'].map((value) => ({ value, label: value }))

/** What is asked of some natures only, or seldom: driver, injured, authority, theft, vehicle, how it was declared. */
export const MoreFields = ({ form, drivers }: { form: Form<DeclarationValues>; drivers: Coverage['drivers'] }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { today } = useFormats()
  const { values, errors } = form
  const nature = values.nature === '' ? null : natureRules[values.nature as Nature]
  const opens = (fields: Known): boolean => fields.some((field) => values[field] !== '' || errors[field] !== undefined)
  const motor = nature?.field === 'motor'
  const stolen = ['theft', 'theft_partial', 'home_theft'].includes(values.nature)
  return (
    <>
      {nature?.driver && (
        <Fold title={t`Conducteur`} about={t`nom, permis, lien avec l’assuré`} open={opens(driver)}>
          {drivers.length > 0 && (
            <div className={classes['adds']}>
              {drivers.map((one) => (
                <Button
                  key={one.name}
                  size="small"
                  onClick={() => {
                    form.set('driver_name', one.name)
                    form.set('licence_number', one.licence_number ?? '')
                    form.set('licence_category', one.licence_category ?? '')
                    form.set('licence_date', one.licence_date ?? '')
                  }}
                >
                  <bdi>{one.name}</bdi>
                </Button>
              ))}
            </div>
          )}
          <FieldRow>
            <TextField {...form.text('driver_name')} label={t`Nom du conducteur`} optional maxLength={160} />
            <TextField {...form.text('driver_relation')} label={t`Lien avec l’assuré`} optional maxLength={60} />
          </FieldRow>
          <FieldRow>
            <TextField {...form.text('licence_number')} label={t`Permis n°`} optional ltr maxLength={16} />
            <SelectField {...form.text('licence_category')} label={t`Catégorie`} optional none="–" options={categories} />
            <DayField {...form.pick('licence_date')} label={t`Permis du`} optional max={today()} />
          </FieldRow>
        </Fold>
      )}
      <Fold title={t`Blessés et décès`} open={opens(['injured', 'deaths']) || values.nature === 'bodily_injury'}>
        <FieldRow>
          <TextField {...form.text('injured')} label={t`Nombre de blessés`} optional ltr inputMode="numeric" maxLength={3} />
          <TextField {...form.text('deaths')} label={t`Nombre de décès`} optional ltr inputMode="numeric" maxLength={3} />
        </FieldRow>
      </Fold>
      <Fold title={t`Police ou gendarmerie`} about={t`brigade, PV`} open={opens(authority)}>
        <FieldRow>
          <SelectField
            {...form.text('authority_kind')}
            label={t`Autorité`}
            optional
            none={t`Aucune`}
            options={[
              { value: 'police', label: t`Police` },
              { value: 'gendarmerie', label: t`Gendarmerie` },
              { value: 'civil_protection', label: t`Protection civile` },
            ]}
          />
          <TextField {...form.text('authority_unit')} label={t`Brigade ou unité`} optional maxLength={160} />
        </FieldRow>
        <FieldRow>
          <TextField {...form.text('report_number')} label={t`N° de PV`} optional ltr maxLength={60} />
          <DayField {...form.pick('report_on')} label={t`PV du`} optional max={today()} />
        </FieldRow>
      </Fold>
      {stolen && (
        <Fold title={t`Vol`} about={t`plainte, n° de série`} open>
          <FieldRow>
            <DayField {...form.pick('complaint_on')} label={t`Plainte déposée le`} optional max={today()} />
            <TextField {...form.text('serial_number')} label={t`N° de série`} optional ltr maxLength={60} />
          </FieldRow>
          {opens(['found_on']) && <DayField {...form.pick('found_on')} label={t`Retrouvé le`} optional max={today()} />}
        </Fold>
      )}
      {motor && (
        <Fold title={t`Véhicule gagé, poids lourd, autres dégâts`} open={opens(vehicle) && !opens(theft)}>
          <TextField {...form.text('pledge_creditor')} label={t`Gagé au profit de`} optional maxLength={160} />
          <FieldRow>
            <TextField {...form.text('heavy_load')} label={t`Chargement`} optional maxLength={160} />
            <TextField {...form.text('trailer_plate')} label={t`N° de remorque`} optional ltr maxLength={30} />
          </FieldRow>
          <TextField {...form.text('second_insurer')} label={t`Assureur de la remorque`} optional maxLength={120} />
          <TextArea {...form.text('other_damage')} label={t`Autres dégâts matériels`} optional rows={2} maxLength={2000} />
        </Fold>
      )}
      <Fold
        title={t`Comment il a été déclaré`}
        about={<Trans>{words.channel[values.channel as keyof typeof words.channel]}</Trans>}
        open={values.declared_on !== today() || errors.declared_on !== undefined || opens(rest)}
      >
        <FieldRow>
          <DayField {...form.pick('declared_on')} label={t`Déclaré le`} max={today()} />
          <SelectField {...form.text('channel')} label={t`Canal`} options={optionsOf(words.channel)} />
        </FieldRow>
        <TextField {...form.text('cause')} label={t`Cause`} optional maxLength={200} />
      </Fold>
    </>
  )
}

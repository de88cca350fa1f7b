import { Trans, useLingui } from '@lingui/react/macro'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import type { Product } from '../../contract.ts'
import { seismicZones } from '../../rates.ts'
import { vehicleCategories, vehicleUsages, type VehicleCategory, type VehicleUsage } from '../../vehicles.ts'
import { useVehicleWords } from '../use-vehicle-words.ts'
import type { SimulatorTexts } from './ask-of.ts'

export interface SimulatorProps {
  readonly texts: SimulatorTexts
  readonly set: (changes: Partial<SimulatorTexts>) => void
}

/** A number typed in a field of the simulator. */
const useNumbers = ({ texts, set }: SimulatorProps) => {
  const { t } = useLingui()
  const money = t`DA`
  const number = (key: { [K in keyof SimulatorTexts]: SimulatorTexts[K] extends string ? K : never }[keyof SimulatorTexts]) => ({
    value: texts[key] as string,
    onChange: (event: { target: { value: string } }) => set({ [key]: event.target.value }),
    autoComplete: 'off',
    inputMode: 'decimal' as const,
    ltr: true,
  })
  return { number, money }
}

const Vehicle = (of: SimulatorProps) => {
  const { t } = useLingui()
  const { texts, set } = of
  const { number, money } = useNumbers(of)
  const words = useVehicleWords()
  return (
    <>
      <FieldRow>
        <SelectField
          label={t`Genre`}
          options={vehicleCategories.map((value) => ({ value, label: words.category[value] }))}
          value={texts.category}
          onChange={(event) => set({ category: event.target.value as VehicleCategory })}
        />
        <SelectField
          label={t`Usage`}
          options={vehicleUsages.map((value) => ({ value, label: words.usage[value] }))}
          value={texts.usage}
          onChange={(event) => set({ usage: event.target.value as VehicleUsage })}
        />
      </FieldRow>
      <FieldRow>
        <TextField label={t`Puissance fiscale`} {...number('power')} end={<span>{t`CV`}</span>} />
        <TextField label={t`Valeur vénale`} {...number('value')} end={<span>{money}</span>} optional />
      </FieldRow>
      <FieldRow>
        <TextField label={t`Âge du conducteur`} {...number('driver_age')} end={<span>{t`ans`}</span>} optional />
        <TextField label={t`Ancienneté du permis`} {...number('licence_years')} end={<span>{t`ans`}</span>} optional />
      </FieldRow>
      <Segments
        label={t`Zone`}
        options={(['N', 'S'] as const).map((value) => ({ value, label: words.zone[value] }))}
        value={texts.zone}
        onChange={(zone) => set({ zone })}
      />
      <CheckField
        label={t`Transporte des matières inflammables`}
        checked={texts.flammable}
        onChange={(event) => set({ flammable: event.target.checked })}
      />
      <CheckField
        label={t`Taxe sur les véhicules déjà payée cette année`}
        checked={texts.vehicle_tax_paid}
        onChange={(event) => set({ vehicle_tax_paid: event.target.checked })}
      />
    </>
  )
}

const useDwellings = () => {
  const { t } = useLingui()
  return [
    { value: 'collective', label: t`Appartement` },
    { value: 'individual', label: t`Maison` },
  ] as const
}

const Home = (of: SimulatorProps) => {
  const { t } = useLingui()
  const { texts, set } = of
  const { number, money } = useNumbers(of)
  const dwellings = useDwellings()
  return (
    <>
      <Segments label={t`Logement`} options={dwellings} value={texts.dwelling} onChange={(dwelling) => set({ dwelling })} />
      <Segments
        label={t`L’assuré est`}
        options={[
          { value: 'owner', label: <Trans>Propriétaire</Trans> },
          { value: 'tenant', label: <Trans>Locataire</Trans> },
        ]}
        value={texts.occupancy}
        onChange={(occupancy) => set({ occupancy })}
      />
      <FieldRow>
        <TextField label={t`Pièces`} {...number('rooms')} />
        <TextField label={t`Valeur du contenu`} {...number('contents')} end={<span>{money}</span>} />
      </FieldRow>
      <TextField
        label={t`Valeur du bâtiment`}
        {...number('building')}
        end={<span>{money}</span>}
        optional
        hint={t`Sans elle, le bâtiment est évalué d’après le nombre de pièces.`}
      />
      <CheckField label={t`Avec terrasse`} checked={texts.terrace} onChange={(event) => set({ terrace: event.target.checked })} />
    </>
  )
}

const Building = (of: SimulatorProps & { dwelling: boolean }) => {
  const { t } = useLingui()
  const { texts, set } = of
  const { number, money } = useNumbers(of)
  const dwellings = useDwellings()
  return (
    <>
      <Segments
        label={t`Zone sismique`}
        options={seismicZones.map((value) => ({ value, label: value }))}
        value={texts.seismic_zone}
        onChange={(seismic_zone) => set({ seismic_zone })}
      />
      <Segments label={t`Construction`} options={dwellings} value={texts.dwelling} onChange={(dwelling) => set({ dwelling })} />
      <FieldRow>
        <TextField label={t`Surface`} {...number('surface')} end={<span>{t`m²`}</span>} optional />
        <TextField
          label={t`Valeur assurée`}
          {...number('value')}
          end={<span>{money}</span>}
          optional
          hint={t`À défaut: surface × valeur normative.`}
        />
      </FieldRow>
      <CheckField
        label={t`Conforme aux règles parasismiques`}
        checked={texts.conforming}
        onChange={(event) => set({ conforming: event.target.checked })}
      />
      <CheckField
        label={of.dwelling ? t`Avec permis de construire` : t`Activité régulière, avec permis de construire`}
        checked={texts.permitted}
        onChange={(event) => set({ permitted: event.target.checked })}
      />
    </>
  )
}

const Other = (of: SimulatorProps) => {
  const { t } = useLingui()
  const { number, money } = useNumbers(of)
  return <TextField label={t`Valeur de ce qui est assuré`} {...number('value')} end={<span>{money}</span>} optional />
}

/** What is insured, as far as its price depends on it. */
export const RiskFields = ({ product, ...of }: SimulatorProps & { product: Product }) => {
  if (product.tariff === 'motor') return <Vehicle {...of} />
  if (product.tariff === 'home') return <Home {...of} />
  if (product.tariff === 'catnat') return <Building {...of} dwelling={product.object_kind === 'home'} />
  return <Other {...of} />
}

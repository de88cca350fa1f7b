import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { VehicleCategory, VehicleUsage } from '../vehicles.ts'

/** What the market calls kinds of vehicles and their usages, by its numbers; zones of the tariff. */
export const useVehicleWords = () => {
  const { t } = useLingui()
  return useMemo(() => {
    const category: Readonly<Record<VehicleCategory, string>> = {
      '00': t`Véhicule particulier`,
      '01': t`Remorque de véhicule particulier`,
      '02': t`Moto jusqu’à 125 cm³`,
      '03': t`Side-car ou tricycle`,
      '04': t`Transport de marchandises jusqu’à 2 t`,
      '05': t`Cyclomoteur jusqu’à 50 cm³`,
      '06': t`Scooter jusqu’à 125 cm³`,
      '07': t`Scooter jusqu’à 175 cm³`,
      '09': t`Vélomoteur`,
      '10': t`Ambulance`,
      '19': t`Véhicule particulier avec remorque`,
      '30': t`Poids lourd de plus de 3,5 t`,
      '32': t`Transport de marchandises de plus de 2 t`,
      '34': t`Transport public de voyageurs`,
      '35': t`Tracteur et semi-remorque`,
      '36': t`Tracteur routier`,
      '45': t`Engin de chantier`,
      '46': t`Engin de chantier automoteur`,
      '47': t`Véhicule de garagiste`,
      '49': t`Dépannage et remorquage`,
      '50': t`Tracteur agricole`,
      '54': t`Tracteur forestier`,
    }
    const usage: Readonly<Record<VehicleUsage, string>> = {
      '00': t`Affaires`,
      '01': t`Fonctionnaire ou personnel`,
      '02': t`Commerce`,
      '03': t`Taxi`,
      '04': t`Commerce C bis`,
      '05': t`Transport public de marchandises`,
      '06': t`Transport public de voyageurs`,
      '07': t`Véhicule spécial`,
      '08': t`Besoins propres`,
      '09': t`Travaux chez des tiers`,
      '10': t`Auto-école`,
      '11': t`Location`,
    }
    const zone: Readonly<Record<'N' | 'S', string>> = { N: t`Nord`, S: t`Sud` }
    return { category, usage, zone }
  }, [t])
}

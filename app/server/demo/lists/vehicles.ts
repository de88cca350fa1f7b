/** A model on Algerian roads, with what its tariff depends on. Values are those of a new one, in thousands of dinars. */
export interface Model {
  readonly make: string
  readonly model: string
  readonly weight: number
  /** Fiscal power (CV) of the usual engine. */
  readonly power: number
  readonly energy: 'petrol' | 'diesel' | 'lpg'
  readonly seats: number
  readonly value: number
  /** Tonnes, of what carries goods. */
  readonly load?: number
}

/** Private cars by make (domain facts, §8.2: Renault 18, Peugeot 14, Hyundai 13 …). */
export const cars: readonly Model[] = [
  { make: 'Renault', model: 'Symbol', weight: 8, power: 5, energy: 'petrol', seats: 5, value: 2300 },
  { make: 'Renault', model: 'Clio 4', weight: 7, power: 5, energy: 'diesel', seats: 5, value: 2900 },
  { make: 'Renault', model: 'Mégane', weight: 3, power: 6, energy: 'diesel', seats: 5, value: 3900 },
  { make: 'Peugeot', model: '208', weight: 5, power: 5, energy: 'petrol', seats: 5, value: 3100 },
  { make: 'Peugeot', model: '301', weight: 5, power: 6, energy: 'diesel', seats: 5, value: 2800 },
  { make: 'Peugeot', model: 'Partner Tepee', weight: 4, power: 6, energy: 'diesel', seats: 5, value: 3000 },
  { make: 'Hyundai', model: 'Accent', weight: 5, power: 7, energy: 'petrol', seats: 5, value: 2700 },
  { make: 'Hyundai', model: 'i10', weight: 4, power: 5, energy: 'petrol', seats: 5, value: 2000 },
  { make: 'Hyundai', model: 'i20', weight: 2, power: 6, energy: 'petrol', seats: 5, value: 2600 },
  { make: 'Hyundai', model: 'Tucson', weight: 2, power: 9, energy: 'diesel', seats: 5, value: 5600 },
  { make: 'Kia', model: 'Picanto', weight: 4, power: 5, energy: 'petrol', seats: 5, value: 2100 },
  { make: 'Kia', model: 'Rio', weight: 3, power: 6, energy: 'petrol', seats: 5, value: 2600 },
  { make: 'Kia', model: 'Sportage', weight: 2, power: 9, energy: 'diesel', seats: 5, value: 5500 },
  { make: 'Dacia', model: 'Logan', weight: 5, power: 5, energy: 'petrol', seats: 5, value: 2100 },
  { make: 'Dacia', model: 'Sandero Stepway', weight: 4, power: 5, energy: 'diesel', seats: 5, value: 2600 },
  { make: 'Volkswagen', model: 'Golf 7', weight: 4, power: 7, energy: 'diesel', seats: 5, value: 4800 },
  { make: 'Volkswagen', model: 'Polo', weight: 3, power: 6, energy: 'petrol', seats: 5, value: 3200 },
  { make: 'Volkswagen', model: 'Caddy', weight: 1, power: 7, energy: 'diesel', seats: 5, value: 3600 },
  { make: 'Toyota', model: 'Corolla', weight: 3, power: 8, energy: 'petrol', seats: 5, value: 4300 },
  { make: 'Toyota', model: 'Yaris', weight: 2, power: 6, energy: 'petrol', seats: 5, value: 2900 },
  { make: 'Chevrolet', model: 'Spark', weight: 2, power: 5, energy: 'petrol', seats: 5, value: 1500 },
  { make: 'Chevrolet', model: 'Aveo', weight: 2, power: 6, energy: 'petrol', seats: 5, value: 1800 },
  { make: 'Seat', model: 'Ibiza', weight: 3, power: 6, energy: 'petrol', seats: 5, value: 3000 },
  { make: 'Seat', model: 'Leon', weight: 1, power: 7, energy: 'diesel', seats: 5, value: 4200 },
  { make: 'Fiat', model: '500', weight: 2, power: 5, energy: 'petrol', seats: 4, value: 2600 },
  { make: 'Fiat', model: 'Tipo', weight: 2, power: 6, energy: 'petrol', seats: 5, value: 2700 },
  { make: 'Fiat', model: 'Doblò Panorama', weight: 2, power: 6, energy: 'diesel', seats: 5, value: 3100 },
  { make: 'Chery', model: 'Tiggo 2', weight: 2, power: 8, energy: 'petrol', seats: 5, value: 3000 },
  { make: 'Chery', model: 'Arrizo 5', weight: 1, power: 7, energy: 'petrol', seats: 5, value: 2900 },
  { make: 'Citroën', model: 'C3', weight: 2, power: 5, energy: 'petrol', seats: 5, value: 2800 },
  { make: 'Citroën', model: 'C-Élysée', weight: 1, power: 6, energy: 'diesel', seats: 5, value: 2500 },
  { make: 'Suzuki', model: 'Swift', weight: 1, power: 6, energy: 'petrol', seats: 5, value: 2300 },
  { make: 'Suzuki', model: 'Maruti', weight: 1, power: 4, energy: 'petrol', seats: 4, value: 900 },
  { make: 'Nissan', model: 'Micra', weight: 1, power: 6, energy: 'petrol', seats: 5, value: 2300 },
  { make: 'Nissan', model: 'Qashqai', weight: 1, power: 8, energy: 'diesel', seats: 5, value: 5200 },
  { make: 'Toyota', model: 'Land Cruiser', weight: 1, power: 20, energy: 'diesel', seats: 7, value: 14_000 },
]

export const twoWheels: readonly Model[] = [
  { make: 'SYM', model: 'Orbit II', weight: 5, power: 1, energy: 'petrol', seats: 2, value: 290 },
  { make: 'SYM', model: 'ST 200', weight: 3, power: 2, energy: 'petrol', seats: 2, value: 420 },
  { make: 'VMS', model: 'Cuxi', weight: 4, power: 1, energy: 'petrol', seats: 2, value: 230 },
  { make: 'VMS', model: 'Joc', weight: 3, power: 1, energy: 'petrol', seats: 2, value: 260 },
  { make: 'Keeway', model: 'RKS 125', weight: 3, power: 2, energy: 'petrol', seats: 2, value: 380 },
  { make: 'Benelli', model: 'TNT 25', weight: 2, power: 3, energy: 'petrol', seats: 2, value: 720 },
  { make: 'Yamaha', model: 'TMax', weight: 2, power: 6, energy: 'petrol', seats: 2, value: 2600 },
  { make: 'Honda', model: 'Forza', weight: 1, power: 3, energy: 'petrol', seats: 2, value: 1400 },
]

/** What carries goods, up to two tonnes of load and above. */
export const vans: readonly Model[] = [
  { make: 'Renault', model: 'Kangoo Express', weight: 4, power: 6, energy: 'diesel', seats: 2, value: 2700, load: 0.7 },
  { make: 'Peugeot', model: 'Partner', weight: 4, power: 6, energy: 'diesel', seats: 2, value: 2600, load: 0.8 },
  { make: 'Toyota', model: 'Hilux', weight: 4, power: 10, energy: 'diesel', seats: 5, value: 6200, load: 0.9 },
  { make: 'Hyundai', model: 'H1', weight: 2, power: 9, energy: 'diesel', seats: 3, value: 4100, load: 1.1 },
  { make: 'JAC', model: 'X200', weight: 3, power: 9, energy: 'diesel', seats: 2, value: 2500, load: 1.6 },
]
export const trucks: readonly Model[] = [
  { make: 'SNVI', model: 'K66', weight: 4, power: 17, energy: 'diesel', seats: 3, value: 6500, load: 6.6 },
  { make: 'SNVI', model: 'K120', weight: 2, power: 22, energy: 'diesel', seats: 3, value: 8800, load: 12 },
  { make: 'Isuzu', model: 'NPR', weight: 3, power: 14, energy: 'diesel', seats: 3, value: 5600, load: 4.2 },
  { make: 'Hyundai', model: 'HD65', weight: 3, power: 13, energy: 'diesel', seats: 3, value: 5200, load: 3.6 },
  { make: 'JAC', model: 'N75', weight: 2, power: 14, energy: 'diesel', seats: 3, value: 4700, load: 4.5 },
  { make: 'Foton', model: 'Auman', weight: 1, power: 20, energy: 'diesel', seats: 2, value: 9000, load: 10 },
  { make: 'Sitrak', model: 'C7H', weight: 1, power: 26, energy: 'diesel', seats: 2, value: 15_000, load: 20 },
]

export const boats: readonly { readonly model: string; readonly metres: number; readonly power: number; readonly value: number }[] = [
  { model: 'Barque polyester', metres: 4.8, power: 15, value: 900 },
  { model: 'Semi-rigide Zodiac', metres: 5.5, power: 90, value: 2400 },
  { model: 'Vedette Jeanneau Cap Camarat', metres: 6.5, power: 150, value: 5200 },
  { model: 'Voilier Bénéteau First', metres: 7.9, power: 10, value: 4800 },
  { model: 'Vedette Quicksilver', metres: 5.9, power: 115, value: 3900 },
]

export const colours: readonly string[] = ['Blanche', 'Grise', 'Noire', 'Bleue', 'Rouge', 'Beige']

/** Seismic zones by wilaya, after the country's rules of earthquake engineering (RPA 99, 2003), the strongest of each; those not named are calm. */
const zones: Readonly<Record<string, readonly string[]>> = {
  '3': ['02', '09', '16', '35', '42', '44'],
  '2b': ['15', '26', '48'],
  '2a': ['06', '10', '13', '18', '19', '21', '22', '23', '24', '25', '27', '28', '29', '31', '34', '38', '43', '46', '67', '68'],
  '1': ['03', '04', '05', '07', '12', '14', '17', '20', '36', '40', '41', '59', '60', '62', '63', '64', '65', '66'],
}

/** The zone of each wilaya, `01` to `69`. */
export const seismicZoneOf: ReadonlyMap<string, string> = new Map(
  Array.from({ length: 69 }, (_, at) => String(at + 1).padStart(2, '0')).map((wilaya) => [
    wilaya,
    Object.entries(zones).find(([, wilayas]) => wilayas.includes(wilaya))?.[0] ?? '0',
  ]),
)

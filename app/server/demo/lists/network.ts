/** The regional directorates of a national insurer, with their wilayas in the order of their size (domain facts, §4.1). */
export const regions: readonly { readonly code: string; readonly name: string; readonly wilayas: readonly string[] }[] = [
  { code: 'ALG', name: 'DR Alger', wilayas: ['16', '35', '42'] },
  { code: 'BLI', name: 'DR Blida', wilayas: ['09', '26', '44', '02', '17'] },
  { code: 'TIZ', name: 'DR Tizi Ouzou', wilayas: ['15', '10', '06'] },
  { code: 'SET', name: 'DR Sétif', wilayas: ['19', '34', '28', '18'] },
  { code: 'CST', name: 'DR Constantine', wilayas: ['25', '43', '05', '04', '40'] },
  { code: 'ANN', name: 'DR Annaba', wilayas: ['23', '21', '24', '41', '36', '12'] },
  { code: 'ORA', name: 'DR Oran', wilayas: ['31', '27', '29', '48', '22', '14', '20', '38'] },
  { code: 'TLE', name: 'DR Tlemcen', wilayas: ['13', '46', '45'] },
  { code: 'OUA', name: 'DR Ouargla', wilayas: ['30', '39', '07', '47', '03', '08', '01', '55', '11', '37', '33'] },
]

/** Agencies are named after a quarter where many people know one, else after the town and their rank. */
export const quarters: Readonly<Record<string, readonly string[]>> = {
  '16': [
    'Hydra',
    'Kouba',
    'Bab Ezzouar',
    'El Biar',
    'Chéraga',
    'Hussein Dey',
    'Bab El Oued',
    'Rouiba',
    'Dély Ibrahim',
    'Birkhadem',
    'El Harrach',
    'Aïn Benian',
    'Draria',
    'Sidi M’Hamed',
    'Bordj El Kiffan',
  ],
  '31': ['Es Senia', 'Akid Lotfi', 'Bir El Djir', 'Arzew', 'Gambetta', 'Aïn Turk'],
  '19': ['El Eulma', 'Aïn Oulmene', 'Bouira centre', 'Aïn El Fouara', 'Bougaâ'],
  '25': ['El Khroub', 'Ali Mendjeli', 'Sidi Mabrouk', 'Zouaghi'],
  '23': ['El Hadjar', 'El Bouni', 'Plaine Ouest'],
  '09': ['Boufarik', 'Ouled Yaïch', 'Bougara'],
  '15': ['Azazga', 'Nouvelle Ville', 'Draâ Ben Khedda'],
}

/** Agencies of each type by their rank (domain facts, §4.1). */
export const agencyTypeOf = (at: number): { type: 'direct' | 'general_agent' | 'main' | 'broker' | 'bancassurance'; rankFrom: number } => {
  const turn = at % 20
  if (turn === 0) return { type: 'main', rankFrom: 1 }
  if (turn < 7) return { type: 'direct', rankFrom: 1 }
  if (turn < 18) return { type: 'general_agent', rankFrom: 500 }
  if (turn < 19) return { type: 'broker', rankFrom: 900 }
  return { type: 'bancassurance', rankFrom: 950 }
}

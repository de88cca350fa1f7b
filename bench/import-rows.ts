import { newId } from '#kernel/shared/ids.ts'

const last = ['BENALI', 'SAÂDI', 'BOUDJEMAA', 'ZITOUNI', 'GUERROUDJ', 'HAMIDI', 'MEZIANE', 'CHERIF']
const first = ['Amina', 'Karim', 'Leïla', 'Yacine', 'Wassila', 'Redouane', 'Nadia', 'Samir']
const professions = ['Médecin', 'Commerçant', 'Enseignante', 'Agriculteur', 'Ingénieur']

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T
const two = (value: number): string => String(value).padStart(2, '0')
const bytesAtATime = 64 * 1024

const personOf = (row: number) => ({
  id: `B${row}`,
  last: `${at(last, row)}${row % 977}`,
  first: at(first, row >> 3),
  born: [1940 + (row % 65), 1 + (row % 12), 1 + (row % 28)] as const,
  mobile: `0${5 + (row % 3)}${String(10_000_000 + ((row * 7919) % 90_000_000))}`,
  phone: `021${String(100_000 + (row % 900_000))}`,
  email: `client.${row}@exemple.dz`,
  address: `${1 + (row % 180)}, rue Didouche Mourad`,
  wilaya: two(1 + (row % 48)),
  profession: at(professions, row),
})

async function* inPieces(header: string, rows: number, line: (row: number) => string): AsyncGenerator<string, void, void> {
  let text = header
  for (let row = 1; row <= rows; row += 1) {
    text += line(row)
    if (text.length < bytesAtATime) continue
    yield text
    text = ''
  }
  yield text
}

/** The same people as a file of 15 columns and as lines for COPY. */
export const importFileRows = {
  csv: (rows: number) =>
    inPieces(
      'Code externe;Nom;Prénom;Date de naissance;Mobile;Téléphone;E-mail;Adresse;Wilaya;Code postal;Profession;Origine;Statut;Langue;Date d’inscription\r\n',
      rows,
      (row) => {
        const person = personOf(row)
        const [year, month, day] = person.born
        return `${person.id};${person.last};${person.first};${two(day)}/${two(month)}/${year};${person.mobile};${person.phone};${person.email};"${person.address}";${person.wilaya};${person.wilaya}000;${person.profession};Site web;Actif;fr;${two(day)}/${two(month)}/2024\r\n`
      },
    ),
  copy: (rows: number, organization: string, agency: string) =>
    inPieces('', rows, (row) => {
      const person = personOf(row)
      const [year, month, day] = person.born
      const name = `${person.last} ${person.first}`
      const date = `${two(month)}-${two(day)}`
      return `${[organization, newId(), `B-${row}`, 'individual', name, name.toLowerCase(), name.toLowerCase(), person.last, person.first, `${year}-${date}`, `+213${person.mobile.slice(1)}`, `+213${person.phone.slice(1)}`, person.email, person.address, person.wilaya, `${person.wilaya}000`, person.profession, 'Site web', person.id, 'bench', agency, `2024-${date}`, '2026-01-01', '2026-01-01'].join('\t')}\n`
    }),
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnLetters, detectHeader, nameColumns } from './header-row.ts'

const rows = (...lines: string[]) => lines.map((line, at) => ({ line: at + 1, cells: line.split(';') }))

test('the header is found under titles, and missed where there is none', () => {
  const cases: [name: string, lines: string[], line: number | null, sure: boolean][] = [
    ['usual', ['code;nom;prime', '1;Ali;12,5', '2;Omar;13'], 1, true],
    ['letters', ['a;b;c', '1;2;3'], 1, true],
    ['one column', ['email', 'ali@exemple.dz', 'omar@exemple.dz'], 1, true],
    ['titles', ['Liste des clients;;', 'Agence 16001;;', 'code;nom;prime', '1;Ali;12', '2;Zoé;13'], 3, true],
    [
      'remarks in the margin',
      [
        'Beaucoup;;;;',
        'de;remarques;;en;haut',
        'ou;;;;ici',
        'Nom;Métier;Âge;Né le;Décès',
        'A;x;69;1947-01-08;2016-01-10',
        'B;y;60;1956-10-21;2016-12-27',
      ],
      4,
      true,
    ],
    ['two rows of header', ['nom;naissance;prime', '(complet);(jour);(DA)', 'Ali;01/02/1980;12'], 1, true],
    ['years as names', ['Agence;2023;2024;2025', '16001;12;13;14', '16002;22;23;24'], 1, true],
    ['years as values', ['2019;12', '2020;13', '2021;14'], null, true],
    ['no header', ['1;Ali;12', '2;Omar;13'], null, true],
    ['only numbers', ['1;2;3'], null, true],
    ['words only, known', ['nom;prénom;ville', 'Ali;Benali;Alger', 'Omar;Kaci;Oran'], 1, true],
    ['words only, unknown', ['bleu;rouge', 'vert;jaune', 'noir;blanc'], 1, false],
    ['words that come again', ['Alger;Centre', 'Oran;Ouest', 'Alger;Centre'], null, false],
    ['Arabic', ['الاسم;تاريخ الميلاد', 'محمد;01/02/1980', 'علي;03/04/1990'], 1, true],
    ['nothing', [], null, true],
  ]
  for (const [name, lines, line, sure] of cases) assert.deepEqual(detectHeader(rows(...lines)), { line, sure }, name)
})

test('each column has a name that no other has', () => {
  assert.deepEqual(
    nameColumns(['Nom', ' nom ', '', 'Code\npostal', 'nom'], 6).map(({ name, header }) => [name, header]),
    [
      ['Nom', 'Nom'],
      ['nom (2)', 'nom'],
      ['Colonne C', ''],
      ['Code postal', 'Code postal'],
      ['nom (3)', 'nom'],
      ['Colonne F', ''],
    ],
  )
  assert.deepEqual([0, 25, 26, 701, 702].map(columnLetters), ['A', 'Z', 'AA', 'ZZ', 'AAA'])
})
